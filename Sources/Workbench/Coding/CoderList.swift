import CodingModel
import ProjectStore

/// The coders of a study and what they have coded.
public struct CoderList {
  /// A coder with the numbers of codings by origin.
  public struct Line: Sendable {
    /// The coder's name.
    public let name: String
    /// Codings given by hand, by rule and by import.
    public let hand: Int, rule: Int, imported: Int
    /// Answers with at least one coding of theirs.
    public let answers: Int
    /// Whether this is who codes, as set in the project.
    public let isCurrent: Bool

    /// Codings in all.
    public var codings: Int { hand + rule + imported }
  }

  private let study: Study

  /// The coders of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Every coder, in the order in which they came.
  public func lines() throws -> [Line] {
    try study.project.read { reader in
      let counts = Dictionary(grouping: try reader.coderCounts(), by: \.coder)
      let current = try reader.setting("coder")
      return try reader.coders().map { coder in
        func codings(_ origin: Coding.Origin) -> Int {
          counts[coder.id]?.first { $0.origin == origin }?.codings ?? 0
        }
        return Line(
          name: coder.name, hand: codings(.hand), rule: codings(.rule), imported: codings(.imported),
          answers: try reader.codedAnswers(.init(coders: [coder.id])).count, isCurrent: coder.name == current)
      }
    }
  }

  /// Adds a coder who has not coded yet.
  ///
  /// - Returns: whether the coder is new, and the name as stored.
  /// - Throws: ``StudyError/badCoderName``, ``StudyError/reservedCoder(_:)``, ``StudyError/coderLike(_:existing:)``,
  ///   ``StudyError/nameOfSecondCopy(_:of:)``.
  public func add(_ name: String) throws -> (isNew: Bool, name: String) {
    let name = try study.project.read { try $0.typedCoderName(for: name) }
    return (try study.enterCoder(name), name)
  }
}

import CodingModel
import CorpusIndex
import ProjectStore

/// How far each coder has come with what he or she was given.
public struct CoderProgress {
  /// A coder's state.
  public struct Line: Sendable {
    /// The coder's name.
    public let coder: String
    /// Answers given to this coder to go through.
    public let assigned: Int
    /// Answers noted as gone through.
    public let seen: Int
    /// Those of the answers given that were gone through.
    public let assignedSeen: Int
    /// Answers that carry a coding of this coder.
    public let coded: Int
    /// Answers gone through that carry none.
    public let seenUncoded: Int
    /// Answers that carry a coding of this coder and were never noted as gone through: codings imported.
    public let codedUnseen: Int
    /// When this coder went through an answer last; empty where none says.
    public let last: String

    /// Answers given and not gone through.
    public var left: Int { assigned - assignedSeen }
  }

  private let study: Study

  /// The coders of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Every coder but the rules', in the order in which they came.
  ///
  /// - Parameter query: only answers that it finds.
  public func lines(query: String? = nil) throws -> [Line] {
    let scope = try query.map { try study.answers(matching: $0) }
    return try study.project.read { reader in
      var last: [RowID<Coder>: String] = [:]
      try reader.forEachSeen { answer, coder, date in
        if scope?.contains(answer) ?? true { last[coder] = max(last[coder] ?? "", date) }
      }
      return try reader.coders().filter { $0.name != Study.ruleCoder }.map { coder in
        func scoped(_ answers: [RowID<Answer>]) -> AnswerSet {
          let set = AnswerSet(answers)
          return scope.map { set.intersection($0) } ?? set
        }
        let assigned = scoped(try reader.assignedAnswers(to: coder.id))
        let seen = scoped(try reader.seenAnswers(by: coder.id))
        let coded = scoped(try reader.codedAnswers(.init(coders: [coder.id])))
        return Line(
          coder: coder.name, assigned: assigned.count, seen: seen.count,
          assignedSeen: assigned.intersection(seen).count, coded: coded.count,
          seenUncoded: seen.subtracting(coded).count, codedUnseen: coded.subtracting(seen).count,
          last: last[coder.id] ?? "")
      }
    }
  }
}

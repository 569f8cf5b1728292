import CodingModel
import CorpusIndex
public import ProjectStore

/// Checking that a project is whole.
public struct Checking {
  /// What a check found.
  public struct Report: Sendable {
    /// What is wrong with the tables.
    public let defects: [ProjectDefect]
    /// What is wrong with the index.
    public let index: IndexState
    /// How many answers and codings were checked.
    public let answers: Int, codings: Int
    /// How many answers have no checksum that their texts could be compared with.
    public let unverified: Int

    /// Whether nothing is wrong. A stale index is not wrong: it is renewed when it is next needed.
    public var isClean: Bool { defects.isEmpty && index != .wrong }
  }

  /// What became of the index.
  public enum IndexState: Sendable {
    /// It says of every answer what a new analysis says.
    case right
    /// It is not up to date, and will be renewed when it is next needed.
    case stale
    /// It is right, but for segments with answers whose texts are damaged, which nothing can be compared with.
    case notCompared
    /// It is damaged or says something else than a new analysis.
    case wrong
  }

  private let study: Study

  /// Checking a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Reads everything and compares it with what was promised.
  public func run() throws -> Report {
    let (tables, answers, codings) = try study.project.read {
      (try $0.checkTables(), try $0.answerCount(), try $0.codingCount())
    }
    return Report(
      defects: tables.defects, index: try indexState(damaged: tables.texts.damaged), answers: answers,
      codings: codings, unverified: tables.texts.unverified)
  }

  private func indexState(damaged: [RowID<Answer>]) throws -> IndexState {
    let status = try study.indexStatus()
    guard status.isCurrent else { return .stale }
    var state = IndexState.right
    for entry in status.valid {
      if damaged.contains(where: { entry.answers.contains($0.value) }) {
        state = .notCompared
      } else if try !isRight(entry) {
        return .wrong
      }
    }
    return state
  }

  /// Whether a segment is, byte for byte, what a new analysis gives.
  private func isRight(_ entry: IndexSegmentEntry) throws -> Bool {
    let drafts = try Indexing(study).drafts(for: [entry.answers])
    guard drafts.count == 1, drafts[0].tokenCount == entry.tokenCount else { return false }
    for (part, bytes) in drafts[0].parts {
      let (size, stored) = try study.project.read { reader in
        let size = try reader.indexPartSize(entry.id, part.rawValue)
        return (size, try reader.indexPart(entry.id, part.rawValue, 0..<min(size, bytes.count)))
      }
      guard size == bytes.count, stored == bytes else { return false }
    }
    return true
  }
}

import CodingModel
import CorpusIndex
import FrenchText
import ProjectStore

/// Making and renewing the index of a study.
public struct Indexing {
  /// What there is to say of an index.
  public struct Summary: Sendable {
    /// Answers and tokens in it.
    public let answers: Int, tokens: Int
    /// How many segments it is in.
    public let segments: Int
  }

  /// A segment is closed after about this many tokens, so that building one stays within memory.
  static let segmentTokens = 30_000_000
  /// Above this number of segments all are made into one again.
  static let segmentLimit = 8

  private let study: Study

  /// The index of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Makes the whole index again from the answers.
  public func rebuild() throws -> Summary {
    let segments = try study.project.read { try $0.indexSegments() }
    let all = IndexStatus(valid: [], stale: segments, missing: [1...Int64.max])
    try bringUpToDate(all)
    return try summary()
  }

  /// What the index holds; brought up to date first.
  public func summary() throws -> Summary {
    _ = try study.index()
    let segments = try study.project.read { try $0.indexSegments() }
    return Summary(
      answers: segments.reduce(0) { $0 + $1.answerCount }, tokens: segments.reduce(0) { $0 + $1.tokenCount },
      segments: segments.count)
  }

  /// Indexes what no valid segment covers and lets stale segments go, in one transaction.
  func bringUpToDate(_ status: IndexStatus) throws {
    study.openIndex = nil
    var status = status
    if status.valid.count + status.missing.count > Self.segmentLimit {
      status = IndexStatus(valid: [], stale: status.valid + status.stale, missing: [1...Int64.max])
    }
    let drafts = try drafts(for: status.missing)
    try study.project.updateIndex(removing: status.stale, adding: drafts.map(IndexSegmentDraft.init))
  }

  /// Segments for the answers in these runs.
  func drafts(for runs: [ClosedRange<Int64>]) throws -> [SegmentDraft] {
    var drafts: [SegmentDraft] = []
    let total = try study.project.read { try $0.answerCount() }
    var done = 0
    for run in runs {
      var maker = try SegmentMaker(study.analyzer())
      try study.project.read { reader in
        try reader.forEachAnswer(in: run) { answer in
          try maker.add(answer.id, answer.text)
          done += 1
          if done % 512 == 0 { study.progress?(.indexing, Double(done) / Double(max(total, 1))) }
        }
      }
      drafts += maker.finish()
    }
    study.progress?(.indexing, 1)
    return drafts
  }
}

/// Analyses answers, in order, into segments.
struct SegmentMaker: ~Copyable {
  private let analyzer: FrenchAnalyzer
  private var builder: SegmentBuilder? = SegmentBuilder()
  private var tokens: [AnalyzedToken] = []
  private var drafts: [SegmentDraft] = []

  init(_ analyzer: FrenchAnalyzer) {
    self.analyzer = analyzer
  }

  /// Adds an answer; identities ascend.
  mutating func add(_ id: RowID<Answer>, _ text: String) throws {
    analyzer.analyze(text, into: &tokens)
    try builder?.add(answer: id, tokens: tokens)
    if builder?.tokenCount ?? 0 >= Indexing.segmentTokens { close() }
  }

  private mutating func close() {
    guard let full = builder.take(), full.answerCount > 0 else { return }
    drafts.append(full.finish(types: analyzer.types))
    builder = SegmentBuilder()
  }

  /// The segments made.
  mutating func finish() -> [SegmentDraft] {
    close()
    defer { drafts = [] }
    return drafts
  }
}

extension IndexSegmentDraft {
  init(_ draft: SegmentDraft) {
    self.init(
      analysisVersion: draft.analysisVersion, answers: draft.answers, answerCount: draft.answerCount,
      tokenCount: draft.tokenCount, parts: draft.parts.map { ($0.part.rawValue, $0.bytes) })
  }
}

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
  static let segmentTokens = 14_200_000

  private let study: Study

  /// The index of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Makes the whole index again from the answers.
  ///
  /// - Throws: `ProjectError`, `LexiconError`.
  public func rebuild() throws -> Summary {
    guard study.project.isWritable else { throw ProjectError.readOnly(path: study.path) }
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
    let drafts = try drafts(for: status.missing)
    try study.project.updateIndex(removing: status.stale, adding: drafts.map(IndexSegmentDraft.init))
  }

  /// Makes one segment of the last ones where they are small beside each other, so that a project fed by many
  /// small imports has few segments: their number grows with the logarithm of the answers', and so does the
  /// number of times that an answer is analysed again.
  func mergeSmallSegments() throws {
    let status = try study.indexStatus()
    guard status.isCurrent, let last = status.valid.last else { return }
    var merged = 1
    var tokens = last.tokenCount
    for segment in status.valid.dropLast().reversed() {
      guard segment.tokenCount <= 2 * tokens, segment.tokenCount + tokens <= Self.segmentTokens else { break }
      merged += 1
      tokens += segment.tokenCount
    }
    let small = status.valid.suffix(merged)
    guard merged > 1, let first = small.first else { return }
    try bringUpToDate(
      IndexStatus(
        valid: status.valid.dropLast(merged), stale: Array(small),
        missing: [first.answers.lowerBound...last.answers.upperBound]))
  }

  /// Segments for the answers in these runs.
  func drafts(for runs: [ClosedRange<Int64>]) throws -> [SegmentDraft] {
    guard !runs.isEmpty else { return [] }
    var drafts: [SegmentDraft] = []
    let total = try study.project.read { try $0.answerCount() }
    var done = 0
    for run in runs {
      let pipeline = try study.segmentPipeline()
      defer { pipeline.drain() }
      try study.project.read { reader in
        let isAnnotated = try reader.hasAnnotations()
        try reader.forEachAnswer(in: run) { answer in
          let annotations = isAnnotated ? try reader.annotations(of: answer.id) : nil
          pipeline.add(answer.id, answer.text, annotations)
          done += 1
          if done % 512 == 0 { study.progress?(.indexing, Double(done) / Double(max(total, 1))) }
        }
      }
      drafts += try pipeline.finish()
    }
    study.progress?(.indexing, 1)
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

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

  /// Makes the whole index again from the answers, and notes checksums of texts that have none.
  ///
  /// - Throws: `ProjectError`, `LexiconError`.
  public func rebuild() throws -> Summary {
    guard study.project.isWritable else { throw ProjectError.readOnly(path: study.path) }
    let segments = try study.project.read { try $0.indexSegments() }
    let all = IndexStatus(valid: [], stale: segments, missing: [1...Int64.max])
    study.openIndex = nil
    let drafts = try drafts(for: all.missing)
    try study.project.addMissingChecksums()
    try study.project.updateIndex(removing: all.stale, adding: drafts.map(IndexSegmentDraft.init))
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
    let drafts = try renewal(of: status)
    try study.project.updateIndex(removing: status.stale, adding: drafts.map(IndexSegmentDraft.init))
  }

  /// The segments that an index lacks to be up to date. Of a segment that only lost answers, as by undoing an import,
  /// what is left is taken over; whatever else is missing is analysed.
  func renewal(of status: IndexStatus) throws -> [SegmentDraft] {
    var covered = status.valid.map(\.answers)
    var runs = status.missing
    var drafts: [SegmentDraft] = []
    for entry in status.stale
    where entry.analysisVersion == FrenchAnalyzer.version && !covered.contains(where: entry.answers.overlaps)
    {
      guard let draft = try remainder(of: entry) else { continue }
      drafts.append(draft)
      covered.append(entry.answers)
      runs = runs.flatMap { $0.around(entry.answers) }
    }
    return try (drafts + self.drafts(for: runs)).sorted { $0.answers.lowerBound < $1.answers.lowerBound }
  }

  /// What is left of a segment whose answers are not all there any more; nil where none is left, where there are others
  /// among them, and where the segment cannot be read.
  private func remainder(of entry: IndexSegmentEntry) throws -> SegmentDraft? {
    do {
      return try study.project.read { reader in
        let answers = AnswerSet(try reader.answerIdentities(in: entry.answers))
        guard !answers.isEmpty, let segment = try study.stored([entry]).first else { return nil }
        guard try answers.subtracting(segment.answerSet()).isEmpty else { return nil }
        return try SegmentMerge.draft(of: [segment], keeping: answers)
      }
    } catch is IndexError {
      return nil
    }
  }

  /// Makes one segment of the last ones where they are small beside each other, so that a project fed by many
  /// small imports has few segments: their number grows with the logarithm of the answers', and so does the
  /// number of times that an answer's tokens are copied. No text is analysed again.
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
    guard merged > 1 else { return }
    try merge(status.valid.suffix(merged))
  }

  /// Makes one segment of several that follow each other; of the answers, where one of them cannot be read.
  private func merge(_ segments: [IndexSegmentEntry]) throws {
    guard let first = segments.first, let last = segments.last else { return }
    study.openIndex = nil
    var drafts: [SegmentDraft]
    do {
      drafts = [try study.project.read { _ in try SegmentMerge.draft(of: study.stored(segments)) }]
    } catch is IndexError {
      drafts = try self.drafts(for: [first.answers.lowerBound...last.answers.upperBound])
    }
    try study.project.updateIndex(removing: segments, adding: drafts.map(IndexSegmentDraft.init))
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

extension ClosedRange<Int64> {
  /// What is left of it without another one.
  fileprivate func around(_ other: ClosedRange) -> [ClosedRange] {
    guard overlaps(other) else { return [self] }
    var rest: [ClosedRange] = []
    if lowerBound < other.lowerBound { rest.append(lowerBound...other.lowerBound - 1) }
    if other.upperBound < upperBound { rest.append(other.upperBound + 1...upperBound) }
    return rest
  }
}

import CodingModel
import CorpusIndex
import FrenchText

@testable import Workbench

/// Analyses answers, one after another, into segments: the simple way, which `SegmentPipeline` must agree with.
struct SegmentMaker: ~Copyable {
  private let analyzer: FrenchAnalyzer
  private let segmentTokens: Int
  private var builder: SegmentBuilder? = SegmentBuilder()
  private var tokens: [AnalyzedToken] = []
  private var drafts: [SegmentDraft] = []

  init(_ analyzer: FrenchAnalyzer, segmentTokens: Int = Indexing.segmentTokens) {
    self.analyzer = analyzer
    self.segmentTokens = segmentTokens
  }

  /// Adds an answer; identities ascend.
  mutating func add(_ id: RowID<Answer>, _ text: String) throws {
    analyzer.analyze(text, into: &tokens)
    try builder?.add(answer: id, tokens: tokens)
    if builder?.tokenCount ?? 0 >= segmentTokens { close() }
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

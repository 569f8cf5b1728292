import Testing

@testable import Workbench

@Suite("Analysing while importing")
struct SegmentPipelineTests {
  private static let texts = [
    "On perd le lien.", "Trop de mails, trop.", "RAS", "L’écran, encore l’écran !", "",
  ]

  private static func pipeline(threads: Int = 2, segmentTokens: Int = .max) throws -> SegmentPipeline {
    let lexicon = try Lexicon()
    return SegmentPipeline(
      FrenchAnalyzer(lexicon: lexicon), another: { FrenchAnalyzer(lexicon: lexicon) }, threads: threads,
      segmentTokens: segmentTokens)
  }

  @Test(
    "The segments are those that are made one answer after another",
    arguments: [0, 1, 512, 1300, 6000], [.max, 1, 1000, 7777])
  func same(count: Int, segmentTokens: Int) throws {
    let count = segmentTokens == 1 ? min(count, 520) : count
    let pipeline = try Self.pipeline(threads: 1 + count % 4, segmentTokens: segmentTokens)
    var maker = SegmentMaker(FrenchAnalyzer(lexicon: try Lexicon()), segmentTokens: segmentTokens)
    var made: [SegmentDraft] = []
    for number in 0..<count {
      // Words met early by one analyser and late by the other.
      let text = Self.texts[number * number % 5] + (number % 97 == 0 ? " mot\(number % 1009)" : "")
      pipeline.add(RowID(Int64(number + 1)), text)
      try maker.add(RowID(Int64(number + 1)), text)
      if number % 2048 == 0 { made += pipeline.finished() }
    }
    made += try pipeline.finish()
    let expected = maker.finish()
    #expect(made.map(\.answers) == expected.map(\.answers))
    #expect(made.map(\.tokenCount) == expected.map(\.tokenCount))
    #expect(made.flatMap { $0.parts.map(\.bytes) } == expected.flatMap { $0.parts.map(\.bytes) })
    #expect(pipeline.finished().isEmpty)
  }

  @Test("What goes wrong on the way is thrown at the end; what was left behind does no harm")
  func failure() throws {
    let pipeline = try Self.pipeline()
    for number in 1...2000 { pipeline.add(RowID(Int64(number == 700 ? 3 : number)), "Un") }
    #expect(throws: IndexError.outOfOrder) { try pipeline.finish() }
    let between = try Self.pipeline()
    for number in 1...2000 { between.add(RowID(Int64(number < 513 ? number : number - 1)), "Un") }
    #expect(throws: IndexError.outOfOrder) { try between.finish() }
    let analyzer = FrenchAnalyzer(lexicon: try Lexicon())
    let abandoned = SegmentPipeline(analyzer, another: { analyzer }, threads: 1)
    for number in 1...3000 { abandoned.add(RowID(Int64(number)), "Un") }
    abandoned.drain()
    let next = SegmentPipeline(analyzer, another: { analyzer }, threads: 1)
    next.add(RowID(1), "Un deux")
    #expect(try next.finish().map(\.tokenCount) == [2])
  }
}

import Testing

@testable import Workbench

@Suite("Analysing while importing")
struct SegmentPipelineTests {
  private static let texts = ["On perd le lien.", "Trop de mails, trop.", "RAS", "L’écran, encore l’écran !"]

  @Test(
    "The segments are those that are made one answer after another", arguments: [0, 1, 1024, 2500, 10_000])
  func same(count: Int) throws {
    let pipeline = SegmentPipeline(FrenchAnalyzer(lexicon: try Lexicon()))
    var maker = SegmentMaker(FrenchAnalyzer(lexicon: try Lexicon()))
    for number in 0..<count {
      pipeline.add(RowID(Int64(number + 1)), Self.texts[number % 4])
      try maker.add(RowID(Int64(number + 1)), Self.texts[number % 4])
    }
    let (made, expected) = (try pipeline.finish(), maker.finish())
    #expect(made.map(\.answerCount) == (count == 0 ? [] : [count]))
    #expect(made.map(\.tokenCount) == expected.map(\.tokenCount))
    #expect(made.flatMap { $0.parts.map(\.bytes) } == expected.flatMap { $0.parts.map(\.bytes) })
  }

  @Test("What goes wrong on the way is thrown at the end; what was left behind does no harm")
  func failure() throws {
    let analyzer = FrenchAnalyzer(lexicon: try Lexicon())
    let pipeline = SegmentPipeline(analyzer)
    pipeline.add(RowID(2), "Un")
    pipeline.add(RowID(1), "Deux")
    #expect(throws: IndexError.outOfOrder) { try pipeline.finish() }
    let abandoned = SegmentPipeline(analyzer)
    for number in 1...3000 { abandoned.add(RowID(Int64(number)), "Un") }
    abandoned.drain()
    let next = SegmentPipeline(analyzer)
    next.add(RowID(1), "Un deux")
    #expect(try next.finish().map(\.tokenCount) == [2])
  }
}

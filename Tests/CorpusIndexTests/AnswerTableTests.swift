import Testing

@testable import CorpusIndex

@Suite("Which answers tokens are in")
struct AnswerTableTests {
  @Test("Answers and spans within them, of few tokens and of many", arguments: 1...20)
  func slow(seed: UInt64) throws {
    var dice = Dice(seed)
    let texts = (0..<1 + dice.roll(400)).map { _ in
      Array(repeating: "a", count: dice.roll(9)).joined(separator: " ")
    }
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus(texts).draft()))
    let table = segment.answerTable
    let ranges = try texts.indices.map { try table.tokens(of: $0) }
    for every in [1, 3, 50, 500] {
      let tokens = (0..<UInt32(segment.tokenCount)).filter { _ in dice.roll(every) == 0 }
      let owners = tokens.map { token in ranges.firstIndex { $0.contains(Int(token)) } ?? -1 }
      var answers: [Int] = []
      try table.answers(of: tokens).forEach { answers.append($0) }
      #expect(answers == Set(owners).sorted())
      for length: UInt32 in [1, 2, 5, .max] {
        let expected = zip(tokens, owners).filter {
          UInt64($0) + UInt64(length) <= UInt64(ranges[$1].upperBound)
        }
        .map { TokenSpan(start: $0.0, end: $0.0 + length) }
        #expect(try table.spans(from: tokens, length: length) == expected)
      }
    }
  }

  @Test("The answer of any token, in any order")
  func finder() throws {
    let texts = ["a", "", String(repeating: "a ", count: 200), "", "", "a b c"]
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus(texts).draft()))
    let finder = try AnswerFinder(segment.answerTable)
    let ranges = try texts.indices.map { try segment.answerTable.tokens(of: $0) }
    for token in (0..<segment.tokenCount).reversed() {
      let bounds = finder.bounds(of: UInt32(token))
      #expect(ranges.first { $0.contains(token) } == Int(bounds.lowerBound)..<Int(bounds.upperBound))
    }
  }
}

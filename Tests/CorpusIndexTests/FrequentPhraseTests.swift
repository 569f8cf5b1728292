import QueryLanguage
import Testing

@testable import CorpusIndex

@Suite("Phrases of frequent words, asked for once")
struct FrequentPhraseTests {
  @Test("Its places are those where the words follow each other in an answer", arguments: 1...60)
  func slow(seed: UInt64) throws {
    var dice = Dice(seed)
    let texts = (0..<1 + dice.roll(80)).map { _ in
      (0..<dice.roll(12)).map { _ in dice.pick(["a", "b", "b/B/NOUN", "c"]) }.joined(separator: " ")
    }
    let answers = texts.map { $0.split(separator: " ").map { String($0.split(separator: "/")[0]) } }
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus(texts).draft()))
    segment.known = KnownTokens(limit: 0)
    let resolver = TermResolver(segment: segment)
    for length in 2...4 {
      let phrase = (0..<length).map { _ in dice.pick(["a", "b", "c"]) }
      let selections = try phrase.map { try resolver.selection(of: .word($0)) }
      guard !selections.contains(where: { $0.types.isEmpty }) else { continue }
      var spans: [TokenSpan] = []
      var found = LocalAnswers(count: answers.count)
      var first = 0
      for (number, words) in answers.enumerated() {
        for place in words.indices where place + length <= words.count {
          guard Array(words[place..<place + length]) == phrase else { continue }
          spans.append(TokenSpan(start: UInt32(first + place), end: UInt32(first + place + length)))
          found.insert(number)
        }
        first += words.count
      }
      let hits = try FrequentPhrase(segment, selections).find()
      #expect(hits.spans == spans && hits.answers == found, "\(phrase)")
      let search = PhraseSearch(segment: segment)
      #expect(try search.sequences(of: selections).spans == spans)
      #expect(try search.frequentPhrase(of: selections) != nil)
    }
  }

  @Test("Only phrases of which no word is rare, where nothing is kept")
  func frequent() throws {
    let text = Array(repeating: "a b", count: 400).joined(separator: " ")
    let segment = try CorpusSegment(storage: MemoryStorage(SmallCorpus([text + " c"]).draft()))
    let resolver = TermResolver(segment: segment)
    let (a, b, c) = (
      try resolver.selection(of: .word("a")), try resolver.selection(of: .word("b")),
      try resolver.selection(of: .word("c"))
    )
    let search = PhraseSearch(segment: segment)
    #expect(try search.frequentPhrase(of: [a, b]) == nil)
    segment.known = KnownTokens(limit: 0)
    #expect(try search.frequentPhrase(of: [a, b]) != nil)
    #expect(try search.frequentPhrase(of: [b, c]) == nil)
    #expect(try search.frequentPhrase(of: [a]) == nil)
    #expect(try search.frequentPhrase(of: [a, try resolver.selection(of: .anything)]) == nil)
  }

  @Test("Answers that do not begin in order are refused")
  func damaged() throws {
    var storage = MemoryStorage(try SmallCorpus(["a b a b", "a b", "a b a"]).draft())
    var answers = storage[.answers]
    answers[4] = 9
    storage.forge(.answers, answers)
    let segment = try CorpusSegment(storage: storage)
    let resolver = TermResolver(segment: segment)
    let phrase = try ["a", "b"].map { try resolver.selection(of: .word($0)) }
    #expect(throws: IndexError.damaged(.answers)) { try FrequentPhrase(segment, phrase).find() }
  }
}

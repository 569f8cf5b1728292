import CodingModel
import QueryLanguage
import Testing

@testable import CorpusIndex

struct HitSurroundingsTests {
  @Test(
    "Words and answers, whether the types' words are looked up one by one or all at once", arguments: [1, 60])
  func words(_ times: Int) throws {
    let texts = Array(repeating: ["le lien étude", "lien ,/,/PUNCT été fort", "rien"], count: times).flatMap {
      $0
    }
    let searcher = try SmallCorpus(texts, firstID: 7).searcher(segments: 2)
    let words = try searcher.countedKeys(by: .form)
    let result = try searcher.search(QueryParser.parse("\"lien *\""), in: FixedContext())
    let parts = try result.parts.map { try HitSurroundings($0, words, among: searcher.segments) }
    var found: [(answer: RowID<Answer>, words: [String])] = []
    func name(_ word: UInt32?) throws -> String { try word.map { try words.names(of: [$0])[0] } ?? "–" }
    try NumberedHits(result).forEach { hit in
      let part = parts[hit.part]
      found.append(
        (
          try part.answer(of: hit.span),
          try [(HitSide.left, 0), (.left, 1), (.hit, 0), (.hit, 1), (.hit, 2), (.right, 0), (.right, 1)].map {
            try name(part.word(beside: hit.span, $0, $1))
          }
        ))
    }
    #expect(found.count == 2 * times)
    for (index, hit) in found.enumerated() {
      #expect(hit.answer == RowID(Int64(7 + index / 2 * 3 + index % 2)))
      #expect(
        hit.words
          == (index % 2 == 0
            ? ["le", "–", "lien", "étude", "–", "–", "–"] : ["–", "–", "lien", ",", "–", "été", "fort"]))
    }
  }
}

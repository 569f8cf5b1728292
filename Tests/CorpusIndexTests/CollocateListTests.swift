import CodingModel
import FrenchText
import QueryLanguage
import Testing

@testable import CorpusIndex

struct CollocateListTests {
  private func described(_ list: CollocateList) -> [String] {
    list.rows.map { "\($0.word) \($0.cofrequency)/\($0.frequency) \($0.meanDistance)" }
  }

  private func search(_ query: String, _ searcher: CorpusSearcher) throws -> SearchResult {
    try searcher.search(QueryParser.parse(query), in: FixedContext())
  }

  @Test("A position counts once however many hits it is near; hits do not; nothing beyond the answer")
  func small() throws {
    let searcher = try SmallCorpus(["a lien b lien c | d", "lien a", "b"]).searcher(segments: 2)
    let result = try search("lien", searcher)
    let near = try searcher.collocates(of: result, by: .form, in: .window(left: 1, right: 1))
    #expect(described(near) == ["a 2/2 1.0", "b 1/2 1.0", "c 1/1 1.0"])
    #expect((near.positionCount, near.tokenCount, near.wordCount) == (4, 9, 3))
    let far = try searcher.collocates(of: result, by: .form, in: .window(left: 0, right: 9))
    #expect(described(far) == ["a 1/2 1.0", "b 1/2 1.0", "c 1/1 1.0", "d 1/1 2.0"])
    let sentence = try searcher.collocates(of: result, by: .form, in: .sentence)
    #expect(described(sentence) == ["a 2/2 1.0", "b 1/2 1.0", "c 1/1 1.0"])
    #expect(
      described(try searcher.collocates(of: result, by: .form, in: .sentence, minimum: 2)) == ["a 2/2 1.0"])
    let some = try searcher.collocates(
      of: result.restricted(to: [RowID(2)]), by: .form, in: .window(left: 5, right: 5), scope: [RowID(2)])
    #expect(described(some) == ["a 1/1 1.0"] && some.tokenCount == 2)
    #expect(
      try searcher.collocates(of: search("zzz", searcher), by: .form, in: .sentence).positionCount == 0)
  }

  @Test("Parts of speech choose what is listed, not what is counted around")
  func partsOfSpeech() throws {
    let searcher = try SmallCorpus(["lien de/de/ADP été/été/NOUN été/être/AUX"]).searcher()
    let list = try searcher.collocates(
      of: search("lien", searcher), by: .form, in: .window(left: 3, right: 3), of: [.noun])
    #expect(described(list) == ["été 1/1 2.0"])
    #expect((list.positionCount, list.tokenCount) == (3, 4))
  }

  @Test("The same as counting by hand", arguments: 1...40)
  func agreement(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let searcher = try corpus.searcher(segments: 1 + Int(seed % 3))
    let context = random.context(for: corpus)
    let query = try QueryParser.parse(random.query(depth: 1))
    let scope = seed % 2 == 0 ? nil : context.sets[Filter(.code("a"))]
    let found = try searcher.search(query, in: context)
    let result = try scope.map { try found.restricted(to: $0) } ?? found
    let (left, right) = (random.dice.roll(4), random.dice.roll(4))
    for unit in [CollocateContext.window(left: left, right: right), .sentence] {
      var cofrequencies: [String: Int] = [:]
      var distances: [String: Int] = [:]
      var frequencies: [String: Int] = [:]
      var (positions, size) = (0, 0)
      let hits = Dictionary(grouping: try result.hits(), by: \.answer.value)
      for (id, tokens) in corpus.answers where scope?.contains(RowID(id)) ?? true {
        var sentence = 0
        let sentences = tokens.map { token in
          sentence += token.startsSentence ? 1 : 0
          return sentence
        }
        size += tokens.count
        for (place, token) in tokens.enumerated() {
          frequencies[token.type.lemma, default: 0] += 1
          guard !(hits[id] ?? []).contains(where: { $0.tokens.contains(place) }) else { continue }
          let away = (hits[id] ?? []).compactMap { hit -> Int? in
            let distance =
              place < hit.tokens.lowerBound
              ? hit.tokens.lowerBound - place : place - hit.tokens.upperBound + 1
            switch unit {
            case .window: return distance <= (place < hit.tokens.lowerBound ? left : right) ? distance : nil
            case .sentence:
              let near = sentences[hit.tokens.lowerBound]...sentences[hit.tokens.upperBound - 1]
              return near.contains(sentences[place]) ? distance : nil
            }
          }.min()
          guard let away else { continue }
          positions += 1
          cofrequencies[token.type.lemma, default: 0] += 1
          distances[token.type.lemma, default: 0] += away
        }
      }
      let list = try searcher.collocates(of: result, by: .lemma, in: unit, scope: scope)
      #expect((list.positionCount, list.tokenCount) == (positions, size))
      #expect(list.rows.count == cofrequencies.count && list.wordCount == cofrequencies.count)
      for row in list.rows {
        #expect(row.cofrequency == cofrequencies[row.word])
        #expect(row.frequency == frequencies[row.word])
        #expect(row.meanDistance == Double(distances[row.word] ?? 0) / Double(row.cofrequency))
      }
    }
  }
}

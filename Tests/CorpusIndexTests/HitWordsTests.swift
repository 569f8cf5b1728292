import CodingModel
import FrenchText
import QueryLanguage
import Testing

@testable import CorpusIndex

struct HitWordsTests {
  /// The groups by their words, and the group of each hit.
  private func words(
    of result: SearchResult, by: WordKey, _ searcher: CorpusSearcher
  ) throws -> (names: [String], groups: [Int]) {
    var groups: [Int] = []
    var answers: [RowID<Answer>] = []
    let names = try searcher.group(result, by: by) {
      groups.append($0)
      answers.append($1)
    }
    #expect(try answers == result.hits().map(\.answer))
    return (names, groups)
  }

  @Test("Hits go by their forms, lemmas or parts of speech, whichever segment they are in")
  func small() throws {
    let corpus = SmallCorpus(["liens/lien/NOUN Lien", "le/le/DET lien perdu/perdre/VERB", "lien"])
    let searcher = try corpus.searcher(segments: 3)
    let result = try searcher.search(QueryParser.parse("lien OR \"lien perdu\""), in: FixedContext())
    let forms = try words(of: result, by: .form, searcher)
    #expect(forms.names == ["liens", "lien", "lien perdu"])
    #expect(forms.groups == [0, 1, 1, 2, 1])
    let lemmas = try words(of: result, by: .lemma, searcher)
    #expect(lemmas.names == ["lien", "lien perdre"] && lemmas.groups == [0, 0, 0, 1, 0])
    #expect(try words(of: result, by: .partOfSpeech, searcher).names == ["NOUN", "NOUN VERB"])
  }

  @Test("The same as looking each hit up", arguments: 1...20)
  func agreement(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let searcher = try corpus.searcher(segments: 1 + Int(seed % 3))
    let context = random.context(for: corpus)
    let result = try searcher.search(QueryParser.parse(random.query(depth: 2)), in: context)
    let tokens = Dictionary(uniqueKeysWithValues: corpus.answers.map { ($0.id, $0.tokens) })
    let words = try words(of: result, by: .form, searcher)
    #expect(
      words.groups.map { words.names[$0] }
        == (try result.hits().map { hit in
          (tokens[hit.answer.value] ?? [])[hit.tokens].map(\.type.form).joined(separator: " ")
        }))
    #expect(Set(words.names).count == words.names.count)
  }
}

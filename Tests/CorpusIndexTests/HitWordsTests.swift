import CodingModel
import FrenchText
import QueryLanguage
import Testing

@testable import CorpusIndex

struct HitWordsTests {
  @Test("Hits go by their forms, lemmas or parts of speech, whichever segment they are in")
  func small() throws {
    let corpus = SmallCorpus(["liens/lien/NOUN Lien", "le/le/DET lien perdu/perdre/VERB", "lien"])
    let searcher = try corpus.searcher(segments: 3)
    let result = try searcher.search(QueryParser.parse("lien OR \"lien perdu\""), in: FixedContext())
    let forms = try searcher.words(of: result, by: .form)
    #expect(forms.names == ["liens", "lien", "lien perdu"])
    #expect(forms.groups == [0, 1, 1, 2, 1])
    let lemmas = try searcher.words(of: result, by: .lemma)
    #expect(lemmas.names == ["lien", "lien perdre"] && lemmas.groups == [0, 0, 0, 1, 0])
    #expect(try searcher.words(of: result, by: .partOfSpeech).names == ["NOUN", "NOUN VERB"])
  }

  @Test("The same as looking each hit up", arguments: 1...20)
  func agreement(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let searcher = try corpus.searcher(segments: 1 + Int(seed % 3))
    let context = random.context(for: corpus)
    let result = try searcher.search(QueryParser.parse(random.query(depth: 2)), in: context)
    let tokens = Dictionary(uniqueKeysWithValues: corpus.answers.map { ($0.id, $0.tokens) })
    let words = try searcher.words(of: result, by: .form)
    #expect(
      words.groups.map { words.names[Int($0)] }
        == (try result.hits().map { hit in
          (tokens[hit.answer.value] ?? [])[hit.tokens].map(\.type.form).joined(separator: " ")
        }))
    #expect(Set(words.names).count == words.names.count)
  }
}

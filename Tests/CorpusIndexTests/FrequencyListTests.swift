import CodingModel
import FrenchText
import Testing

@testable import CorpusIndex

struct FrequencyListTests {
  private func rows(_ list: FrequencyList) -> [String] {
    list.rows.map { "\($0.key) \($0.count) \($0.answers)" }
  }

  @Test("Words are counted with the answers they occur in, the most frequent first")
  func small() throws {
    let texts = [
      "le/le/DET lien", "Le/le/DET le/le/DET", "Paris/Paris/PROPN liens/lien/NOUN paris/Paris/PROPN",
    ]
    let searcher = try SmallCorpus(texts).searcher()
    let lemmas = try searcher.frequencies(by: .lemma)
    #expect(rows(lemmas) == ["le 3 2", "lien 2 2", "Paris 2 1"])
    #expect((lemmas.keyCount, lemmas.tokenCount, lemmas.answerCount) == (3, 7, 3))
    #expect(rows(try searcher.frequencies(by: .form)) == ["le 3 2", "paris 2 1", "lien 1 1", "liens 1 1"])
    #expect(rows(try searcher.frequencies(by: .partOfSpeech)) == ["DET 3 2", "NOUN 2 2", "PROPN 2 1"])
    #expect(
      rows(try searcher.frequencies(by: .lemma, of: [.noun, .properNoun])) == ["lien 2 2", "Paris 2 1"])
    let some = try searcher.frequencies(by: .form, in: .answers([RowID(1), RowID(3)]), minimum: 2)
    #expect(rows(some) == ["paris 2 1"])
    #expect((some.keyCount, some.tokenCount, some.answerCount) == (4, 5, 2))
    let cut = try searcher.frequencies(by: .form, limit: 1)
    #expect(rows(cut) == ["le 3 2"])
  }

  @Test("In ranges a token counts once, where it is wholly inside one")
  func ranges() throws {
    let searcher = try SmallCorpus(["aa bb cc", "aa", "bb"]).searcher()
    let ranges = AnswerRanges([
      RowID(1): [TextRange(0, 5), TextRange(3, 8), TextRange(1, 2)], RowID(2): [TextRange(0, 1)],
    ])
    let list = try searcher.frequencies(by: .form, in: .ranges(ranges))
    #expect(rows(list) == ["aa 1 1", "bb 1 1", "cc 1 1"])
    #expect(list.answerCount == 2)
  }

  @Test("How a lemma is written does not depend on how answers are cut into segments")
  func spellings() throws {
    let texts = [
      "caf/CAF/NOUN caf/CAF/NOUN rsa/rsa/NOUN", "caf/caf/NOUN rsa/RSA/NOUN le/le/DET",
      "caf/caf/NOUN Caf/caf/PROPN rsa/RSA/NOUN rsa/rsa/NOUN", "CAF/Caf/NOUN",
    ]
    for segments in 1...4 {
      let searcher = try SmallCorpus(texts).searcher(segments: segments)
      #expect(
        rows(try searcher.frequencies(by: .lemma)) == ["caf 6 4", "RSA 4 3", "le 1 1"], "\(segments)")
    }
  }

  @Test("Respondents are counted once, wherever their answers stand", arguments: 1...20)
  func respondents(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let searcher = try corpus.searcher(segments: 1 + Int(seed % 3))
    // Ascending with the answers, or not.
    let owners = Dictionary(
      uniqueKeysWithValues: corpus.answers.enumerated().map { index, answer in
        (answer.id, UInt32(seed % 2 == 0 ? index / 2 : random.dice.roll(4)))
      })
    var expected: [String: Set<UInt32>] = [:]
    for (id, tokens) in corpus.answers {
      for token in tokens { expected[token.type.lemma, default: []].insert(owners[id] ?? 0) }
    }
    let list = try searcher.frequencies(by: .lemma, owner: { owners[$0.value] ?? 0 })
    for row in list.rows { #expect(row.respondents == expected[row.key]?.count) }
    let plain = try searcher.frequencies(by: .lemma)
    #expect(plain.rows.map(\.key) == list.rows.map(\.key))
    #expect(plain.rows.map(\.answers) == list.rows.map(\.answers))
    #expect(plain.rows.allSatisfy { $0.respondents == nil })
    #expect((plain.tokenCount, plain.answerCount) == (list.tokenCount, list.answerCount))
  }

  @Test("Counts agree with counting by hand, in one segment or several", arguments: 1...20)
  func agreement(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let one = try corpus.searcher()
    let several = try corpus.searcher(segments: 3)
    for by in WordKey.allCases {
      var counts: [String: (count: Int, answers: Set<Int64>)] = [:]
      for (id, tokens) in corpus.answers {
        for token in tokens {
          let key =
            switch by {
            case .form: token.type.form
            case .lemma: token.type.lemma
            case .partOfSpeech: token.type.tag ?? token.type.partOfSpeech.tag
            }
          counts[key, default: (0, [])].count += 1
          counts[key]?.answers.insert(id)
        }
      }
      let list = try one.frequencies(by: by)
      #expect(Set(rows(list)) == Set(counts.map { "\($0.key) \($0.value.count) \($0.value.answers.count)" }))
      #expect(list.rows.count == counts.count)
      #expect(zip(list.rows, list.rows.dropFirst()).allSatisfy { $0.count >= $1.count })
      #expect(try several.frequencies(by: by) == list)
    }
  }
}

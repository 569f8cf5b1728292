import FrenchText
import Testing

@testable import CorpusIndex

@Suite("Words that are counted, made once")
struct CountedWordsTests {
  @Test("They are made once for each kind, and say what the tokens say", arguments: [1, 2, 3])
  func once(segments: Int) throws {
    let corpus = SmallCorpus(["Le/le/DET lien", "le/le/DET lien perdu/perdre/VERB", "lien/lier/VERB"])
    let searcher = try corpus.searcher(segments: segments)
    let words = try searcher.countedWords(by: .lemma, of: nil)
    #expect(try searcher.countedWords(by: .lemma, of: nil) === words)
    #expect(try searcher.countedWords(by: .lemma, of: [.verb]) !== words)
    let keys = (0..<UInt32(words.keys.count)).map { $0 }
    let found = Dictionary(
      uniqueKeysWithValues: zip(try words.names(of: keys), try words.frequencies()).filter { $1 > 0 })
    #expect(found == ["le": 2, "lien": 2, "lier": 1, "perdre": 1])
    // Names that are known already, in another order, with one that is not.
    let verbs = try searcher.countedWords(by: .lemma, of: [.verb])
    let met = keys.filter { (try? verbs.frequencies()[Int($0)]) ?? 0 > 0 }
    #expect(
      try verbs.names(of: [met[0]]) == ["lier"] && verbs.names(of: met.reversed()) == ["perdre", "lier"])
  }

  @Test("Many kinds one after another are all right")
  func many() throws {
    let searcher = try SmallCorpus(["a/a/NOUN b/b/VERB"]).searcher()
    for _ in 0..<2 {
      for tag in PartOfSpeech.allCases {
        let words = try searcher.countedWords(by: .form, of: [tag])
        #expect(try words.frequencies().reduce(0, +) == (tag == .noun || tag == .verb ? 1 : 0))
      }
    }
    #expect(searcher.knownWords.count <= 6)
  }
}

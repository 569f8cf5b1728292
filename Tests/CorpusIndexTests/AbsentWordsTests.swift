import CodingModel
import CorpusIndex
import FrenchText
import QueryLanguage
import Testing

struct AbsentWordsTests {
  private let searcher = SmallCorpus.searcher([
    "l'/le/DET accès au travail | il travaille/travailler/VERB",
    "travail travail temps tempes lien liens/lien/NOUN",
  ])

  @Test(
    "The words that no token has, of those that something found would have",
    arguments: [
      ("travail", []), ("travial", ["travial"]), ("l'accès", []), ("l'acces", []), ("l'accéz", ["accéz"]),
      ("\"au travial\" zut", ["travial", "zut"]), ("lemma:travailler", []),
      ("lemma:travailller", ["travailller"]),
      ("zut NEAR/5 (travail OR zut)", ["zut"]), ("travail NOT zut", []), ("zut*", []), ("=zut", ["zut"]),
      ("=Travail", ["Travail"]), ("=\"au zut\"", ["zut"]), ("zut within code:a", ["zut"]),
      ("[word=\"zut\"]", ["zut"]), ("[word=\"Travail\"]", ["Travail"]), ("[word=\"Travail\" %c]", []),
      ("[word=\"zu.*\"]", []), ("[word=\"zut|travail\"]", []), ("[word=\"zut|zip\"]", ["zut", "zip"]),
      ("[lemma=\"travaille\"] [word=\"zut\"]?", ["travaille", "zut"]), ("[word!=\"zut\"]", []),
      ("[!(word=\"zut\")]", []), ("[pos=\"ZUT\"]", []),
      ("[lemma=\"zut\" & pos=\"NOUN\" | form=\"zip\"]", ["zut", "zip"]),
    ])
  func absent(_ query: String, _ words: [String]) throws {
    #expect(try searcher.absentWords(of: QueryParser.parse(query)).map(\.text) == words)
  }

  @Test("A lemma that is only a form is told as a lemma, with the one that the form has most often")
  func lemmas() throws {
    let absent = try searcher.absentWords(of: QueryParser.parse("lemma:travaille zut lemma:liens"))
    #expect(absent.map(\.text) == ["travaille", "zut", "liens"])
    #expect(absent.map(\.role) == [.lemma, .word, .lemma])
    let others = try searcher.absentWords(
      of: QueryParser.parse("=Temps OR [word=\"zut\"] OR [lemma=\"zut\"]"))
    #expect(others.map(\.role) == [.spelling, .spelling, .lemma])
    #expect(try searcher.commonestLemma(of: "travaille") == "travailler")
    #expect(try searcher.commonestLemma(of: "liens") == "lien")
    #expect(try searcher.commonestLemma(of: "zut") == nil)
    let mixed = try SmallCorpus(["été/être/AUX été/été/NOUN", "été/être/AUX"]).searcher(segments: 2)
    #expect(try mixed.commonestLemma(of: "été") == "être")
  }

  @Test("Among the spellings given is the nearest of all", arguments: 1...20)
  func spellings(_ seed: UInt64) throws {
    var random = RandomCorpus(dice: Dice(seed))
    let corpus = random.corpus()
    let searcher = try corpus.searcher()
    // Lemmas are spellings, too.
    let all = Set(corpus.answers.flatMap(\.tokens).flatMap { [$0.type.form, $0.type.lemma.lowercased()] })
    for word in ["leins", "perdr", "ailes", "usagier", "numeriqeu", "coer", "aid", "zzz"] {
      let given = try searcher.spellings(like: word, least: 1)
      let near = NearName.closest(to: word, among: given)
      let bestOfAll = NearName.closest(to: word, among: all.sorted())
      #expect((near == nil) == (bestOfAll == nil), "\(word): \(near ?? "–"), \(bestOfAll ?? "–")")
      if let near, let bestOfAll {
        // As near as the best: nothing is nearer.
        #expect(NearName.closest(to: word, among: [near, bestOfAll]) == near, "\(word)")
      }
    }
  }

  @Test("The most frequent come first, without the rare ones")
  func order() throws {
    #expect(try searcher.spellings(like: "travaul", least: 1).first == "travail")
    #expect(try searcher.spellings(like: "tempe", least: 2) == [])
    #expect(try searcher.spellings(like: "tempe", least: 1) == ["tempes", "temps"])
  }
}

extension SmallCorpus {
  fileprivate static func searcher(_ texts: [String]) -> CorpusSearcher {
    guard let searcher = try? SmallCorpus(texts).searcher() else { preconditionFailure("no corpus") }
    return searcher
  }
}

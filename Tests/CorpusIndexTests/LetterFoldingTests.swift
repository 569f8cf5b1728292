import QueryLanguage
import Testing

@testable import CorpusIndex

struct LetterFoldingTests {
  @Test(
    "Capitals, accents and apostrophes as asked for",
    arguments: [
      ("L’Œuvré", "L'Œuvré", "l'œuvré", "L'OEuvre", "l'oeuvre"), ("ÉTÉ", "ÉTÉ", "été", "ETE", "ete"),
      ("Ægée", "Ægée", "ægée", "AEgee", "aegee"), ("e\u{301}", "é", "é", "e", "e"),
      ("4\u{202F}000\u{A0}000", "4 000 000", "4 000 000", "4 000 000", "4 000 000"),
    ])
  func folding(_ text: String, _ exact: String, _ small: String, _ plain: String, _ both: String) {
    for (ignoresCase, ignoresAccents, expected) in [
      (false, false, exact), (true, false, small), (false, true, plain), (true, true, both),
    ] {
      let folding = LetterFolding(ignoresCase: ignoresCase, ignoresAccents: ignoresAccents)
      #expect(folding.fold(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }
  }

  @Test(
    "Values are matched as their flags say",
    arguments: [
      ("[word=\"été\"]", "été"), ("[word=\"ete\"]", "ete"), ("[word=\"ete\" %d]", "été ete"),
      ("[word=\"ETE\" %cd]", "été ete ÉTÉ"), ("[word=\"ETE\" %d]", "ÉTÉ"), ("[word=\"été\" %c]", "été ÉTÉ"),
      ("[word=\"[êé]t.\"]", "été"), ("[word=\"[ê]t.\" %d]", "été ete"),
      ("[word=\"[ÈX]T.\" %cd]", "été ete ÉTÉ"),
      ("[word=\"[^a-z]t[^a-z]\"]", "été"), ("[word=\"[^é].*\"]", "ete ÉTÉ cœur coeur l’ L'"),
      ("[word=\"coeur\" %d]", "cœur coeur"), ("[word=\"cœur\" %d]", "cœur coeur"),
      ("[word=\"c[œ]ur\" %d]", "cœur coeur"),
      ("[word=\"cœur\"]", "cœur"), ("[word=\"l'\"]", "l’"), ("[word=\"l’\"]", "l’"),
      ("[word=\"L[’]\"]", "L'"),
      ("[word=\"l'\" %c]", "l’ L'"), ("[form=\"ÉTÉ\"]", "été ÉTÉ"), ("[word=\"\\p{Lu}+\"]", "ÉTÉ"),
      ("[word=\"\\p{Lu}.*\"]", "ÉTÉ L'"), ("[word=\"\\P{Lu}.*\"]", "été ete cœur coeur l’"),
      ("[word=\"[[:upper:]]{3}\"]", "ÉTÉ"), ("[word=\"c.{1,2}?ur\"]", "cœur coeur"),
      ("[word=\".\\x{e9}|\\x{e9}.*\"]", "été"),
    ])
  func matching(_ query: String, _ expected: String) throws {
    let words = "été ete ÉTÉ cœur coeur l’ L'".split(separator: " ").map(String.init)
    let searcher = try SmallCorpus([words.joined(separator: " ")]).searcher()
    let hits = try searcher.search(QueryParser.parse(query), in: FixedContext()).hits()
    #expect(hits.map { words[$0.tokens.lowerBound] }.joined(separator: " ") == expected)
  }
}

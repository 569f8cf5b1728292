import Testing

@testable import VerbatimCommand

@Suite struct NumberWordingTests {
  @Test(
    "Thousands are set apart",
    arguments: [
      (0, "0", "0"), (999, "999", "999"), (1000, "1\u{202F}000", "1,000"),
      (-12_345, "−12\u{202F}345", "−12,345"),
      (6_626_000, "6\u{202F}626\u{202F}000", "6,626,000"),
      (
        Int.min, "−9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808",
        "−9,223,372,036,854,775,808"
      ),
    ])
  func count(number: Int, french: String, english: String) {
    #expect(inBoth { NumberWording.count(number) } == [french, english])
  }

  @Test(
    "Decimals have a comma in French, a sign where asked, and zero has none",
    arguments: [
      (231.4, 1, false, "231,4", "231.4"), (0.28, 2, false, "0,28", "0.28"),
      (148.2, 1, true, "+148,2", "+148.2"),
      (-3.75, 1, true, "−3,8", "−3.8"), (-0.04, 1, true, "0,0", "0.0"), (0.04, 1, true, "0,0", "0.0"),
      (12_345.678, 2, false, "12\u{202F}345,68", "12,345.68"), (51.5, 0, false, "52", "52"),
      (0, 0, true, "0", "0"),
      (.infinity, 1, true, "–", "–"), (.nan, 1, false, "–", "–"),
    ] as [(Double, Int, Bool, String, String)])
  func decimal(number: Double, places: Int, signed: Bool, french: String, english: String) {
    #expect(inBoth { NumberWording.decimal(number, places: places, signed: signed) } == [french, english])
  }

  @Test("A share has its sign after a space in French")
  func share() {
    #expect(inBoth { NumberWording.share(0.514) } == ["51\u{A0}%", "51%"])
    #expect(inBoth { NumberWording.share(0.0148, places: 1) } == ["1,5\u{A0}%", "1.5%"])
    #expect(inBoth { NumberWording.share(1) } == ["100\u{A0}%", "100%"])
  }

  @Test(
    "Nothing is singular in French, plural in English",
    arguments: [
      (0, "0\u{A0}réponse", "0\u{A0}answers"), (1, "1\u{A0}réponse", "1\u{A0}answer"),
      (2, "2\u{A0}réponses", "2\u{A0}answers"), (2407, "2\u{202F}407\u{A0}réponses", "2,407\u{A0}answers"),
    ])
  func things(number: Int, french: String, english: String) {
    #expect(inBoth { number.answers } == [french, english])
  }

  @Test("Every noun has both numbers in both languages")
  func nouns() {
    let nouns: [(Int) -> String] = [
      { $0.answers }, { $0.respondents }, { $0.codings }, { $0.codes }, { $0.hits }, { $0.lines },
      { $0.words },
      { $0.excerpts }, { $0.values },
    ]
    #expect(
      nouns.map { noun in inLanguage(.fr) { noun(1) } } == [
        "1\u{A0}réponse", "1\u{A0}répondant", "1\u{A0}codage", "1\u{A0}code", "1\u{A0}occurrence",
        "1\u{A0}ligne",
        "1\u{A0}mot", "1\u{A0}extrait", "1\u{A0}modalité",
      ])
    #expect(
      nouns.map { noun in inLanguage(.en) { noun(3) } } == [
        "3\u{A0}answers", "3\u{A0}respondents", "3\u{A0}codings", "3\u{A0}codes", "3\u{A0}hits",
        "3\u{A0}lines",
        "3\u{A0}words", "3\u{A0}excerpts", "3\u{A0}values",
      ])
  }

  @Test("A small probability is not said to be zero")
  func probability() {
    #expect(inBoth { NumberWording.probability(0.032) } == ["p = 0,032", "p = 0.032"])
    #expect(inBoth { NumberWording.probability(0.001) } == ["p = 0,001", "p = 0.001"])
    #expect(inBoth { NumberWording.probability(0.00099) } == ["p < 0,001", "p < 0.001"])
    #expect(inBoth { NumberWording.probability(0) } == ["p < 0,001", "p < 0.001"])
  }
}

import CodingModel
import Testing

@Suite("Stable keys of codes")
struct CodeKeyTests {
  @Test(
    "A key is made of the name's letters and digits",
    arguments: [
      ("« Perte de lien »", "perte-de-lien"),
      ("Médiation numérique subie", "mediation-numerique-subie"),
      ("ME\u{301}DIATION", "mediation"),
      ("L’œuvre d'art — 2e partie", "l-oeuvre-d-art-2e-partie"),
      ("naïveté, où ça ?", "naivete-ou-ca"),
      ("non-recours", "non-recours"),
      ("  a  \u{301}  b  ", "a-b"),
      ("a \u{301}", "a"),
      ("Ελληνικά", "code"),
      ("", "code"),
      ("🙂", "code"),
    ])
  func making(name: String, key: String) {
    #expect(CodeKey.make(from: name) == key)
  }

  @Test("A long name gives a key that is cut, and valid with a number after it")
  func longNames() {
    let key = CodeKey.make(from: String(repeating: "abc ", count: 100))
    #expect(key == Array(repeating: "abc", count: 20).joined(separator: "-"))
    #expect(CodeKey.make(from: String(repeating: "œ", count: 90)) == String(repeating: "oe", count: 40))
    #expect(CodeKey.isValid(CodeKey.unique(key, among: [key])))
  }

  @Test("A key that is taken gets the first free number")
  func uniqueness() {
    #expect(CodeKey.unique("lien", among: []) == "lien")
    #expect(CodeKey.unique("lien", among: ["lien"]) == "lien_2")
    #expect(CodeKey.unique("lien", among: ["lien", "lien_2", "lien_4"]) == "lien_3")
  }

  @Test(
    "Whether a text may be a key",
    arguments: [
      ("perte-de-lien", true), ("A_1", true), (String(repeating: "k", count: 100), true), ("", false),
      ("perte de lien", false), ("médiation", false), ("a/b", false), ("a\n", false),
      (String(repeating: "k", count: 101), false),
    ])
  func validity(key: String, isValid: Bool) {
    #expect(CodeKey.isValid(key) == isValid)
  }

  @Test("Whatever the name, its key is valid, lower-case and has single hyphens inside only")
  func everyName() {
    var state: UInt64 = 42
    for _ in 0..<500 {
      var name = String.UnicodeScalarView()
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        name.append(Unicode.Scalar(UInt32(state >> 33) % 0x400) ?? " ")
      }
      let key = CodeKey.make(from: String(name))
      #expect(CodeKey.isValid(key))
      #expect(key == key.lowercased())
      #expect(!key.contains("--") && !key.hasPrefix("-") && !key.hasSuffix("-"))
    }
  }

  @Test(
    "A code's key depends on its name, to the letter, and on its place, and is plain where it writes the name fully"
  )
  func under() {
    #expect(CodeKey.make(from: "perte de lien", under: nil) == "perte-de-lien")
    #expect(CodeKey.make(from: "Perte de lien", under: nil) == "perte-de-lien_551169cc")
    #expect(CodeKey.make(from: "L’équipe", under: "moyens") == "l-equipe_8f207d85")
    #expect(
      CodeKey.make(from: "L'équipe", under: "moyens") == CodeKey.make(from: "L’équipe", under: "moyens"))
    let names = [
      "cote", "côté", "côte", "Cote", "cote ", "cote-", "a b", "a-b", "😀", "👎", "?", "!", "Autre", "Autre ?",
      "code", "",
    ]
    let places = [nil, "a", "a-b", "moyens"]
    let keys = places.flatMap { place in names.map { CodeKey.make(from: $0, under: place) } }
    #expect(Set(keys).count == keys.count)
    #expect(keys.allSatisfy(CodeKey.isValid))
    // Another way of putting two names together is another key.
    #expect(CodeKey.make(from: "b c", under: "a") != CodeKey.make(from: "c", under: "a-b"))
    let long = CodeKey.make(
      from: String(repeating: "long ", count: 30), under: String(repeating: "k", count: 80))
    #expect(CodeKey.isValid(long))
  }
}

import Testing

@testable import QueryLanguage

@Suite("Tags of parts of speech")
struct PartOfSpeechTagTests {
  @Test("In either case, one of the seventeen")
  func named() {
    #expect(PartOfSpeechTag.named("noun") == "NOUN" && PartOfSpeechTag.named("NOM") == nil)
  }

  @Test(
    "Tags of TreeTagger's French set are understood, others by their spelling",
    arguments: [
      ("NOM", "NOUN"), ("nam", "PROPN"), ("VER:pres", "VERB"), ("PRP:det", "ADP"), ("KON", "CCONJ"),
      ("SENT", "PUNCT"), ("NUMM", "NUM"), ("VRB", "VERB"), ("zzzzz", nil),
    ] as [(String, String?)])
  func near(text: String, expected: String?) {
    #expect(PartOfSpeechTag.near(to: text) == expected)
  }

  @Test("Of a corpus's own tags the nearest, too")
  func own() {
    #expect(PartOfSpeechTag.near(to: "DET:AR", among: ["DET:ART", "NOM"]) == "DET:ART")
  }
}

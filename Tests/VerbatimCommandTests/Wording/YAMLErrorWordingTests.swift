import Testing

@testable import Interchange
@testable import VerbatimCommand

@Suite("Words for mistakes in YAML") struct YAMLErrorWordingTests {
  private static let head = "codes:\n  - name: a\n    definition: "
  private static let dash = "un tiret était attendu ici, ou cette clé n'est pas alignée"
  private static let sign =
    "un texte sans guillemets ne peut pas commencer par ce signe, ni une ligne par une tabulation"

  /// What stands for a definition, and what is told.
  private static let mistakes: [(String, String)] = [
    ("un : deux\n", "« : » au milieu d'un texte sans guillemets"),
    ("\"un\n", "un guillemet n'est pas fermé"),
    ("'c'est'\n", "une clé était attendue ici : le retrait ou les guillemets de ce qui précède"),
    ("un\n   memo: deux\n", dash),
    ("un\n  memo: deux\n", dash),
    ("un\nsuite\n", "il manque « : » après une clé, ou le retrait d'un texte"),
    ("@un\n", sign),
    ("`un`\n", sign),
    ("%un\n", sign),
    ("[un\n", "une liste [ ] n'est pas fermée"),
    ("{un: a\n", "un groupe { } n'est pas fermé"),
    ("\"\\un\"\n", "« \\ » dans un texte entre guillemets doubles"),
    ("\"\\deux\"\n", "« \\ » dans un texte entre guillemets doubles"),
    (">- un\n", "du texte sur la ligne de `>-` ou de `|-`"),
    ("- un\n", "un tiret de liste là où il ne peut pas y en avoir"),
    ("un\n\t- name: b\n", "une tabulation en début de ligne"),
  ]

  @Test(
    "What people get wrong by hand is told in French, with advice",
    arguments: mistakes)
  func told(text: String, wording: String) throws {
    let error = try #require(throws: CodebookFileError.self) { try CodebookYAMLReader.read(Self.head + text) }
    guard case .syntax(let detail) = error.problem else {
      Issue.record("\(error.problem)")
      return
    }
    let found = inLanguage(.fr) { YAMLErrorWording(detail) }
    #expect(found.message == "YAML incorrect : " + wording, "\(detail)")
    #expect(found.hint?.hasSuffix(".") ?? false)
    let english = inLanguage(.en) { YAMLErrorWording(detail) }
    #expect(english.message.hasPrefix("not YAML: ") && english.hint != nil)
  }

  @Test("What nobody foresaw keeps the parser's words")
  func other() {
    let found = inLanguage(.fr) { YAMLErrorWording("something else") }
    #expect(found.message == "YAML incorrect (something else)" && found.hint == nil)
  }
}

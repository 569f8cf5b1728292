import Testing

@testable import VerbatimCommand

@Suite struct LanguageTests {
  @Test(
    "French, unless the arguments or the environment say otherwise",
    arguments: [
      ([], [:], Language.fr),
      (["--lang", "en"], [:], .en),
      (["--lang=en"], ["LANG": "fr_FR.UTF-8"], .en),
      (["--lang", "fr"], ["LANG": "en_GB.UTF-8"], .fr),
      (["--lang", "de"], ["LANG": "en_GB.UTF-8"], .en),
      (["--lang"], [:], .fr),
      (["--", "--lang", "en"], [:], .fr),
      ([], ["LANG": "en_US.UTF-8"], .en),
      ([], ["LANG": "C"], .fr),
      ([], ["LANG": "de_DE.UTF-8"], .fr),
      ([], ["LANG": "en_US", "LC_MESSAGES": "fr_FR"], .fr),
      ([], ["LANG": "fr_FR", "LC_MESSAGES": "fr_FR", "LC_ALL": "en_IE"], .en),
      ([], ["LANG": "en_US", "LC_ALL": ""], .en),
    ] as [([String], [String: String], Language)])
  func chosen(arguments: [String], environment: [String: String], language: Language) {
    #expect(
      Language.chosen(arguments: ["verbatim", "info"] + arguments) { environment[$0] } == language)
  }

  @Test("A text is shown in the language in force")
  func say() {
    #expect(inBoth { VerbatimCommand.say("oui", "yes") } == ["oui", "yes"])
  }
}

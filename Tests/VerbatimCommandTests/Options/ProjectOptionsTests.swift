import Testing

@testable import VerbatimCommand

@Suite struct ProjectOptionsTests {
  @Test(
    "What stands before the command goes behind it",
    arguments: [
      (["info"], ["info"]), (["-p", "a.verbatim", "info"], ["info", "-p", "a.verbatim"]),
      (["--lang", "en", "--project=a", "kwic", "lien"], ["kwic", "lien", "--lang", "en", "--project=a"]),
      (["-p", "a", "kwic", "--", "-p"], ["kwic", "-p", "a", "--", "-p"]),
      (["kwic", "-p", "a", "lien"], ["kwic", "-p", "a", "lien"]), (["--help"], ["--help"]), (["-p"], ["-p"]),
      (["-p", "a"], ["-p", "a"]), ([], []),
    ] as [([String], [String])])
  func moved(arguments: [String], moved: [String]) {
    #expect(CommonOptions.moved(arguments) == moved)
  }
}

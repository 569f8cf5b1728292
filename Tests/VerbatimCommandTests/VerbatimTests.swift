import ArgumentParser
import Testing

@testable import VerbatimCommand

@Suite("The command that arguments ask for")
struct VerbatimTests {
  @Test(
    "Named in full it is what the parser finds from the top",
    arguments: [
      ["count", "travail"], ["count", "--by", "form", "travail", "-p", "x.verbatim"],
      ["kwic", "travail", "--limit", "3"], ["coder"], ["codings"], ["codebook", "show"],
      ["codebook", "add", "a"],
      ["codebook"], ["coders", "list"], ["export", "codings"], ["help"], ["help", "count"], ["info"],
      ["search", "--", "--help"], ["repl"],
    ])
  func named(_ arguments: [String]) {
    #expect(outcome { try Verbatim.command(arguments) } == outcome { try Verbatim.parseAsRoot(arguments) })
  }

  @Test(
    "What is wrong, help and the version are told as from the top",
    arguments: [
      [], ["count"], ["count", "--zzz"], ["count", "--help"], ["count", "--by"], ["--version"], ["--help"],
      ["count", "--version"], ["codebook", "zzz"], ["codebook", "--help"], ["kwic", "a", "--limit", "x"],
      ["count", "a", "--generate-completion-script", "bash"],
    ])
  func told(_ arguments: [String]) {
    #expect(outcome { try Verbatim.command(arguments) } == outcome { try Verbatim.parseAsRoot(arguments) })
  }

  @Test("A first word that is no command is said to be none")
  func unknown() {
    for rest in [[], ["--help"], ["travail"]] {
      #expect(throws: CommandError.unknownCommand("cuont", near: "count")) {
        try Verbatim.command(["cuont"] + rest)
      }
    }
  }

  /// The command with its arguments, or what is told.
  private func outcome(_ parse: () throws -> Any) -> String {
    do {
      return "\(try parse())"
    } catch {
      return UsageReport(error)?.text ?? "\(error)"
    }
  }
}

import ArgumentParser
import Testing

@testable import VerbatimCommand

@Suite struct ReplCommandsTests {
  @Test("Every command is there but the REPL itself")
  func all() {
    #expect(
      ReplCommands.all == [
        "demo", "new", "import", "info", "check", "backup", "reindex", "history", "undo", "redo", "search",
        "show",
        "kwic", "count", "frequencies", "collocates", "specificities", "analyze", "coding", "codebook",
        "code", "uncode", "autocode", "rules", "codings",
        "coders", "memo",
        "cooccurrences", "crosstab", "excerpts", "export", "merge", "agreement", "disagreements", "settle",
      ])
  }

  @Test("A command has the same options under its other name")
  func aliases() {
    #expect(ReplCommands.aliases == ["coder"])
    #expect(ReplCommands.options("coder").contains("--review"))
  }

  @Test("Subcommands are those that the parser knows")
  func subcommands() {
    for (command, names) in ReplCommands.subcommands {
      let configuration = Verbatim.configuration
      let commands = configuration.groupedSubcommands.flatMap(\.subcommands) + configuration.subcommands
      let found = commands.first { $0.configuration.commandName == command }
      let known = (found?.configuration.subcommands ?? []).compactMap { $0.configuration.commandName }
      #expect(known == names)
    }
  }

  @Test("Options are those of the command's help")
  func options() {
    #expect(
      ReplCommands.options("kwic") == [
        "--project", "--lang", "--color", "--format", "--output", "--limit", "--from", "--page", "--with",
        "--variables", "--cql", "--context", "--sort", "--sample", "--seed", "--code", "--with-children",
        "--coder",
        "--where",
        "--version", "--help",
      ])
    let pairs = ReplCommands.options("cooccurrences")
    #expect(pairs.contains("--matrix") && pairs.contains("--sort") && pairs.contains("--min-pair"))
    #expect(Set(pairs).count == pairs.count)
    #expect(ReplCommands.options("collocates").contains("--window"))
    #expect(ReplCommands.options("specificities").contains("--threshold"))
    #expect(ReplCommands.options("zzz") == [])
  }
}

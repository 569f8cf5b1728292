import ArgumentParser
import Testing

@testable import VerbatimCommand

@Suite struct UsageReportTests {
  private func report(_ arguments: String..., language: Language = .fr) -> UsageReport? {
    inLanguage(language) {
      do {
        // Help, too, is a command to the parser.
        var command = try Verbatim.command(arguments)
        try command.run()
        return nil
      } catch {
        return UsageReport(error)
      }
    }
  }

  @Test(
    "What is wrong with the arguments, in one line, then the usage",
    arguments: [
      (["kwic"], "il manque l'argument '<requête> ...'"), (["info", "x"], "argument en trop : 'x'"),
      (["kwic", "x", "--sorted", "left"], "option inconnue : '--sorted'"),
      (["kwic", "x", "--limit", "peu"], "la valeur 'peu' ne convient pas à '--limit <n>'"),
      (["kwic", "x", "--limit"], "il manque une valeur à '--limit <n>'"),
      (["code", "lien"], "il manque l'argument '<réponse>'"),
      (["kwic", "x", "--from=-1"], "--from doit être au moins 0"),
      (["kwic", "x", "--limit", "-1"], "--limit doit être au moins 0"),
      (["search", "x", "--page", "-2"], "--page doit être au moins 1"),
      (["history", "--limit", "-1"], "--limit doit être au moins 0"),
      (["collocates", "x", "--left", "-1"], "--left doit être au moins 0"),
      (["coding", "--sample", "-5"], "--sample doit être au moins 1"),
      (
        ["count", "x", "--format", "xml"],
        "la valeur 'xml' ne convient pas à '--format <format>' ; choisissez parmi 'table', 'csv', 'tsv', 'json' ou 'jsonl'."
      ),
    ])
  func usage(arguments: [String], message: String) throws {
    let report = try #require(
      inLanguage(.fr) { () -> UsageReport? in
        do { _ = try Verbatim.parseAsRoot(arguments) } catch { return UsageReport(error) }
        return nil
      })
    #expect(report.code == 64)
    #expect(!report.isHelp)
    let lines = report.text.split(separator: "\n")
    #expect(lines.first?.hasPrefix("error: \(message)") == true, "\(report.text)")
    #expect(lines.count <= 2)
    if lines.count == 2 { #expect(lines[1].hasPrefix("Utilisation : verbatim")) }
  }

  @Test("Help is asked for, not an error, and speaks the language in force")
  func help() throws {
    let french = try #require(report("kwic", "--help"))
    #expect(french.isHelp)
    #expect(french.code == 0)
    #expect(french.text.contains("UTILISATION : verbatim kwic"))
    for word in ["USAGE", "OVERVIEW", "OPTIONS:", "ARGUMENTS:", "(default", "Show "] {
      #expect(!french.text.contains(word), "\(word)")
    }
    let english = try #require(report("kwic", "--help", language: .en))
    #expect(english.text.contains("USAGE: verbatim kwic"))
    #expect(english.text.contains("Words in context."))
  }

  @Test("No help in French has the parser's English in it, wherever it breaks its lines")
  func french() throws {
    func commands(_ command: any ParsableCommand.Type, _ path: [String]) -> [[String]] {
      let own = path.isEmpty ? [] : [path]
      return command.configuration.subcommands.reduce(own) { all, child in
        all + commands(child, path + [child._commandName])
      }
    }
    let all = inLanguage(.fr) { commands(Verbatim.self, []) }
    #expect(all.count > 40)
    for path in all {
      let text = inLanguage(.fr) { () -> String in
        do {
          var command = try Verbatim.command(path + ["--help"])
          try command.run()
          return ""
        } catch { return UsageReport(error)?.text ?? "" }
      }
      #expect(text.contains("UTILISATION : "), "\(path)")
      for word in ["default", "values:", "USAGE", "OPTIONS:", "Show "] {
        #expect(!text.contains(word), "\(path): \(word)")
      }
    }
  }

  @Test("The groups of commands are headed in the language in force")
  func groups() throws {
    let french = try #require(report("--help"))
    for heading in ["PROJET :", "LIRE ET COMPTER LES MOTS :", "CODER :", "TABLEAUX ET EXTRAITS :"] {
      #expect(french.text.contains(heading), "\(heading) in \(french.text)")
    }
    #expect(!french.text.contains("SUBCOMMANDS"))
  }
}

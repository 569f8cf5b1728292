import Foundation
import Testing

/// Every example of the documents shows what the program shows.
///
/// The documents' examples are fenced blocks marked `console`: a line `$ verbatim …` and what it prints, as on a
/// terminal 100 columns wide. Those of one document are run in order, in one folder. What is typed in the REPL stands
/// after its prompts. With `VERBATIM_RECORD` in the environment they are written anew.
@Suite("Examples in the documents")
struct DocumentationTests {
  @Test(
    "print what they show", arguments: ["README.md", "Documentation/guide.md", "Documentation/counting.md"])
  func examples(document: String) throws {
    let path = Binary.package + "/" + document
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let actual = try Self.replayed(text)
    if ProcessInfo.processInfo.environment["VERBATIM_RECORD"] != nil {
      try actual.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(actual == text)
  }

  @Test("The README fits on 150 lines")
  func length() throws {
    let text = try String(contentsOfFile: Binary.package + "/README.md", encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
  }

  /// The document with what each of its commands prints now.
  private static func replayed(_ text: String) throws -> String {
    let folder = try TemporaryFolder()
    for name in ["Corpora", "Codebooks"] { try folder.link(name, to: Binary.package + "/" + name) }
    var lines: [String] = []
    var isExample = false
    let source = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (number, line) in source.enumerated() {
      if line == "```console" { isExample = true } else if line == "```" { isExample = false }
      if !isExample || line == "```console" {
        lines.append(line)
      } else if line.hasPrefix("$ verbatim ") {
        lines.append(line)
        let arguments = asOnTerminal(words(of: String(line.dropFirst(11))))
        let typed = typed(after: number, in: source)
        let run = try Binary.run(
          arguments + (typed.isEmpty ? [] : ["--echo"]), in: folder, input: typed.joined(separator: "\n"))
        let output = run.stdout + run.stderr
        if !output.isEmpty {
          lines += output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// What is typed in a REPL that an example runs.
  private static func typed(after number: Int, in lines: [String]) -> [String] {
    lines[(number + 1)...].prefix { $0 != "```" && !$0.hasPrefix("$ ") }.compactMap { line in
      guard let end = line.firstIndex(where: { $0 == "▸" || $0 == "›" }),
        prompts.contains(where: { line.hasPrefix($0) })
      else { return nil }
      return String(line[line.index(after: end)...].drop { $0 == " " })
    }
  }

  private static let prompts = ["verbatim▸", "code›", "nom du code [", "sous quel code ["]

  /// On a terminal listings are tables without being asked to.
  private static func asOnTerminal(_ arguments: [String]) -> [String] {
    let listings: Set = [
      "kwic", "search", "count", "frequencies", "collocates", "specificities", "cooccurrences", "crosstab",
      "codings", "coders", "history", "rules", "agreement", "disagreements",
    ]
    let showsCodebook = ["show", "diff", "history"].contains { arguments.prefix(2) == ["codebook", $0] }
    let writes = [
      ["coders", "use"], ["coders", "add"], ["coders", "mark"], ["coders", "unassign"],
      ["history", "export"],
    ].contains(Array(arguments.prefix(2)))
    guard let command = arguments.first, listings.contains(command) || showsCodebook, !writes else {
      return arguments
    }
    return arguments + ["--format", "table"]
  }

  /// The words of a command line as a shell reads them.
  private static func words(of line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == " " {
        words.append(word)
        word = ""
      } else {
        word.append(character)
      }
    }
    return words + [word]
  }
}

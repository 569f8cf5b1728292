import Foundation
import Workbench

/// What could follow in a line of the REPL: commands, codes, variables and their values, files.
struct ReplCompletion {
  /// Names of the project, read afresh for each completion.
  struct Names {
    var codes: [String] = []
    var variables: [String] = []
    var questions: [String] = []
    var coders: [String] = []
    var values: (String) -> [String] = { _ in [] }
    var partsOfSpeech: () -> [String] = { PartOfSpeechTag.all }
  }

  let commands: [String]
  let subcommands: [String: [String]]
  let options: (String) -> [String]
  let names: Names

  /// What to put in place of the end of the line.
  struct Result: Equatable {
    /// How many code points before the cursor are replaced.
    var removed: Int
    /// The candidates, each as it would stand in the line.
    var candidates: [String]
  }

  /// The candidates at the end of `line`.
  func result(_ line: String) -> Result {
    let words = ReplLine(line).words
    let endsWithSpace = line.last?.isWhitespace ?? true
    let isOpen = ReplLine(line).isUnclosed
    let current = endsWithSpace && !isOpen ? nil : words.last
    let before = (current == nil ? words[...] : words.dropLast()).map(\.plain)
    let typed = current?.typed ?? ""
    guard let command = before.first else { return plain(typed, commands) }
    if before.count == 1, let below = subcommands[command], !typed.hasPrefix("-") {
      let found = plain(typed, below)
      if !found.candidates.isEmpty { return found }
    }
    if typed.hasPrefix("-") { return plain(typed, options(command)) }
    if let last = before.last, let list = values(ofOption: last, command) { return quoted(typed, list) }
    if let colon = typed.firstIndex(where: { $0 == ":" }), !typed.hasPrefix("\"") {
      let name = String(typed[..<colon])
      let prefix = String(typed[...colon])
      return quoted(
        String(typed[typed.index(after: colon)...]), values(ofFilter: name), prefix: prefix, typed: typed)
    }
    switch command {
    case "code", "uncode", "autocode", "crosstab": return quoted(typed, names.codes)
    case "codebook":
      return ["import", "export", "diff"].contains(before.dropFirst().first ?? "")
        ? files(typed) : quoted(typed, names.codes)
    case "rules": return quoted(typed, names.codes)
    case "history" where before.dropFirst().first == "export": return files(typed)
    case "import", "backup", "export", "merge": return files(typed)
    case "search", "kwic", "count", "collocates", "uncoded", "work", "coding", "coder":
      let filters =
        [
          "code:", "question:", "coder:", "seen:", "assigned:", "memo:", "uncoded", "lemma:", "pos:",
          "within",
        ]
        + names.variables.map { $0 + ":" }
      return plain(typed, filters)
    default: return Result(removed: 0, candidates: [])
    }
  }

  private func values(ofOption name: String, _ command: String) -> [String]? {
    switch name {
    case "--code", "--review", "--under", "--into", "--before", "--after", "--codings-to": names.codes
    case "--coder", "--coders", "use": names.coders
    case "--by": values(ofBy: command)
    case "--with", "--variables": names.variables
    case "--of" where command == "specificities": ["lemma", "form", "pos"]
    case "--of" where command == "crosstab": ["respondents", "answers", "codings"]
    case "--question": names.questions
    case "--pos": names.partsOfSpeech()
    case "--sort" where command == "kwic":
      ["answer", "left", "right", "hit", "random", "question", "code"] + names.variables
    case "--sort" where command == "collocates": Collocations.Order.allValueStrings
    case "--sort" where command == "cooccurrences": AssociationMeasure.allCases.map(\.rawValue)
    case "--base": ["all", "answered"]
    case "--unit" where command == "collocates": ["window", "sentence"]
    case "--unit": ["answer", "sentence", "overlap", "window:5"]
    case "--format": ["table", "csv", "tsv", "json", "jsonl"]
    default: nil
    }
  }

  private func values(ofBy command: String) -> [String] {
    switch command {
    case "crosstab": names.variables
    case "specificities": names.variables + ["question", "code"]
    case "count": names.variables + ["lemma", "form", "pos", "question", "code", "coder"]
    default: ["lemma", "form", "pos"]
    }
  }

  private func values(ofFilter name: String) -> [String] {
    switch name {
    case "code": names.codes
    case "question": names.questions
    case "coder", "seen", "assigned": names.coders
    case "pos": names.partsOfSpeech()
    default: names.values(name)
    }
  }

  private func plain(_ typed: String, _ list: [String]) -> Result {
    let wanted = Folding.folded(typed)
    return Result(
      removed: typed.unicodeScalars.count, candidates: list.filter { Folding.folded($0).hasPrefix(wanted) })
  }

  /// Candidates that are put between quotes where they hold spaces.
  private func quoted(_ value: String, _ list: [String], prefix: String = "", typed: String? = nil) -> Result
  {
    let bare = value.hasPrefix("\"") ? String(value.dropFirst()) : value
    let wanted = Folding.folded(bare)
    let matches = list.filter { Folding.folded($0).hasPrefix(wanted) }
    let inside =
      matches.isEmpty && !wanted.isEmpty ? list.filter { Folding.folded($0).contains(wanted) } : matches
    return Result(
      removed: (typed ?? value).unicodeScalars.count,
      candidates: inside.map {
        prefix + ($0.contains { !$0.isLetter && !$0.isNumber && $0 != "-" } ? "\"\($0)\"" : $0)
      })
  }

  private func files(_ typed: String) -> Result {
    let bare = typed.hasPrefix("\"") ? String(typed.dropFirst()) : typed
    let folder = bare.lastIndex(of: "/").map { String(bare[...$0]) } ?? ""
    let start = String(bare.dropFirst(folder.count))
    let found = ((try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? [])
      .filter { $0.hasPrefix(start) && (!$0.hasPrefix(".") || start.hasPrefix(".")) }.sorted()
    let names = found.map { name in
      var isDirectory: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: folder + name, isDirectory: &isDirectory)
      let path = folder + name + (isDirectory.boolValue ? "/" : "")
      return path.contains(" ") ? "\"\(path)\"" : path
    }
    return Result(removed: typed.unicodeScalars.count, candidates: names)
  }

  /// What the line editor does with a result: puts in what all candidates share, lists them where that adds
  /// nothing.
  static func applied(_ result: Result, typed: String) -> (removed: Int, inserted: String, listing: String) {
    guard let first = result.candidates.first else { return (0, "", "") }
    if result.candidates.count == 1 {
      let ends = first.hasSuffix(":") || first.hasSuffix("/")
      return (result.removed, first + (ends ? "" : " "), "")
    }
    var common = Array(first)
    for candidate in result.candidates.dropFirst() {
      let letters = Array(candidate)
      var index = 0
      while index < min(common.count, letters.count), common[index] == letters[index] { index += 1 }
      common = Array(common.prefix(index))
    }
    let listing =
      result.candidates.prefix(60).joined(separator: " · ") + (result.candidates.count > 60 ? " …" : "")
    let shared = String(common)
    if shared.unicodeScalars.count >= result.removed, !shared.isEmpty, !typed.hasSuffix(shared) {
      return (result.removed, shared, "")
    }
    return (0, "", listing)
  }
}

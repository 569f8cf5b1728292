/// A line typed in the REPL, cut into words as a shell would, so that a query stays as it was typed.
struct ReplLine: Equatable {
  /// A word with and without its quotes.
  struct Word: Equatable {
    /// As typed.
    var typed: String
    /// Without the quotes around it or parts of it.
    var plain: String

    /// Whether it stood between single quotes, as a shell's user is used to: these are no part of it.
    var isInSingleQuotes = false

    /// Whether some of it was quoted.
    var isQuoted: Bool { typed != plain || isInSingleQuotes }
  }

  var words: [Word] = []
  /// Whether a quote was left open.
  private(set) var isUnclosed = false

  /// Cuts at spaces outside quotes: `"…"`, `«…»` and `“…”`. An apostrophe is a letter, as in French; only where
  /// one starts a word and another ends one are they the single quotes of a shell.
  init(_ line: String) {
    var word = Word(typed: "", plain: "")
    var hasWord = false
    var closing: Character?
    var rest = line[...]
    while let character = rest.popFirst() {
      if !hasWord, closing == nil, character == "'", let inside = Self.single(rest) {
        words.append(Word(typed: String(inside), plain: String(inside), isInSingleQuotes: true))
        rest = rest[inside.endIndex...].dropFirst()
      } else if let end = closing {
        word.typed.append(character)
        if character == end { closing = nil } else { word.plain.append(character) }
      } else if character.isWhitespace {
        if hasWord { words.append(word) }
        word = Word(typed: "", plain: "")
        hasWord = false
      } else {
        hasWord = true
        word.typed.append(character)
        if let end = Self.closing[character] { closing = end } else { word.plain.append(character) }
      }
    }
    if hasWord { words.append(word) }
    isUnclosed = closing != nil
  }

  /// What stands before the next apostrophe that ends a word; nil where there is none.
  private static func single(_ rest: Substring) -> Substring? {
    var index = rest.startIndex
    while let end = rest[index...].firstIndex(of: "'") {
      let next = rest.index(after: end)
      if next == rest.endIndex || rest[next].isWhitespace { return rest[..<end] }
      index = next
    }
    return nil
  }

  private static let closing: [Character: Character] = ["\"": "\"", "«": "»", "“": "”"]

  /// The words as a command's arguments: quotes are taken off, except in the query of a command that takes
  /// one, where they belong to the query, as does a word after a single dash (`lien -perte`).
  func arguments(queryCommands: Set<String>) -> [String] {
    guard let command = words.first?.plain, queryCommands.contains(command) else { return words.map(\.plain) }
    var arguments: [String] = []
    var isInQuery = false
    for (index, word) in words.enumerated() {
      let isValue =
        index > 0 && words[index - 1].typed.hasPrefix("--") && !Self.flags.contains(words[index - 1].typed)
      if !isValue, Self.isDashed(word.typed) {
        // The parser of arguments would take it for options.
        if isInQuery {
          arguments[arguments.count - 1] += " " + word.typed
        } else {
          arguments.append(" " + word.typed)
        }
        isInQuery = true
      } else {
        let isPlain = isValue || word.typed.hasPrefix("-")
        arguments.append(isPlain ? Self.trimmed(word.plain) : word.typed)
        isInQuery = index > 0 && !isPlain && !Self.isShortOption(words[index - 1].typed)
      }
    }
    return arguments
  }

  /// Whether a word is a query's with a dash before it, and no option: these have one letter here, or two dashes.
  private static func isDashed(_ typed: String) -> Bool {
    let letters = typed.dropFirst()
    return typed.first == "-" && letters.count > 1 && letters.first != "-" && !letters.contains("=")
  }

  private static func isShortOption(_ typed: String) -> Bool { typed.count == 2 && typed.first == "-" }

  /// The options of commands with queries that take no value.
  private static let flags: Set = [
    "--cql", "--weighted", "--with-children", "--help", "--version", "--assigned", "--unseen", "--blind",
    "--new",
    "--lists", "--echo",
  ]

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

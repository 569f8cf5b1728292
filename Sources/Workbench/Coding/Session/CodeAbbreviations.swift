public import CodingModel
import QueryLanguage

/// Codes by a few letters of their names.
///
/// An abbreviation is understood in the first of these ways that finds any code: the name in full; its beginning
/// (`sur`); beginnings of its words in their order, from the first word on (`su ad`), or from any (`lien`); the
/// initials of its words, or of those of more than three letters (`pl` for « perte de lien »); letters inside it
/// (`charge`); letters of it in their order (`srchrg`). The last two ways only suggest a code: a word that is none, such as
/// `rien`, must not stand for « orientation ». Case and accents are nothing, but where names differ in nothing else.
/// `parent/code` looks under that parent.
public struct CodeAbbreviations: Sendable {
  private struct Entry {
    let code: Code
    let shown: String
    let shownFolded: String
    let folded: String
    let words: [String]
    let above: [String]
  }

  private let entries: [Entry]

  /// The codes by these names.
  public init(_ names: CodeNames) {
    entries = names.codes.map { code in
      let folded = Self.spaced(code.name.folded)
      return Entry(
        code: code, shown: names.name(of: code.id), shownFolded: names.name(of: code.id).folded,
        folded: folded,
        words: Self.words(of: folded), above: names.path(of: code).dropLast().map(\.folded))
    }
  }

  /// Whether a text is the name of a code in full.
  public func isName(_ text: String) -> Bool {
    let wanted = Self.spaced(text.folded)
    return entries.contains { $0.folded == wanted || $0.shownFolded == wanted }
  }

  /// The codes that an abbreviation may mean, in the codebook's order; none where it is empty.
  public func matches(_ typed: String) -> [Code] { found(typed).entries.map(\.code) }

  /// The names of the codes that an abbreviation may mean; all of them where it is empty.
  public func names(matching typed: String) -> [String] {
    Self.spaced(typed.folded).isEmpty ? entries.map(\.shown) : found(typed).entries.map(\.shown)
  }

  /// The one code that an abbreviation means.
  ///
  /// - Throws: ``StudyError/unknownCode(name:near:)``, ``StudyError/ambiguousCode(name:candidates:)``.
  public func code(_ typed: String) throws(StudyError) -> Code {
    let (found, isSure) = found(typed)
    guard let first = found.first else {
      throw .unknownCode(name: typed, near: NearName.closest(to: typed, among: entries.map(\.shown)))
    }
    guard found.count == 1 else {
      throw .ambiguousCode(name: typed, candidates: found.map(\.shown))
    }
    guard isSure else { throw .unknownCode(name: typed, near: first.shown) }
    return first.code
  }

  /// The codes that an abbreviation may mean, and whether one alone is meant for sure.
  private func found(_ typed: String) -> (entries: [Entry], isSure: Bool) {
    let wanted = Self.spaced(typed.folded)
    guard !wanted.isEmpty else { return ([], false) }
    // Case and accents tell apart what nothing else does: `o` from `O`.
    let written = Self.spaced(typed.precomposed)
    let same = entries.filter { $0.code.name.precomposed == written || $0.shown.precomposed == written }
    if !same.isEmpty { return (same, true) }
    let exact = entries.filter {
      $0.folded == wanted || $0.shownFolded == wanted || $0.code.key == wanted
    }
    if !exact.isEmpty { return (exact, true) }
    let steps = wanted.split(separator: "/").map { Self.spaced(String($0)) }
    if steps.count > 1, let last = steps.last {
      let below = entries.filter { Self.begin(steps.dropLast(), $0.above, fromFirst: false) }
      let found = Self.best(last, below)
      if !found.entries.isEmpty { return found }
    }
    return Self.best(wanted, entries)
  }

  private static func best(_ wanted: String, _ entries: [Entry]) -> (entries: [Entry], isSure: Bool) {
    let words = words(of: wanted)
    guard !words.isEmpty else { return ([], false) }
    let letters = words.joined()
    let sure: [(Entry) -> Bool] = [
      { $0.folded == wanted },
      { $0.folded.hasPrefix(wanted) },
      { begin(words, $0.words, fromFirst: true) },
      { begin(words, $0.words, fromFirst: false) },
      { entry in
        letters.count > 1
          && (initials(entry.words).hasPrefix(letters)
            || initials(entry.words.filter { $0.count > 3 }).hasPrefix(letters))
      },
    ]
    let unsure: [(Entry) -> Bool] = [
      { letters.count > 2 && $0.folded.contains(wanted) },
      { letters.count > 3 && isScattered(letters, in: $0.words) },
    ]
    for (ways, isSure) in [(sure, true), (unsure, false)] {
      for way in ways {
        let found = entries.filter(way)
        if !found.isEmpty { return (found, isSure) }
      }
    }
    return ([], false)
  }

  /// Whether each text begins another, in their order.
  private static func begin(
    _ beginnings: some Collection<String>, _ words: [String], fromFirst: Bool
  ) -> Bool {
    var rest = words[...]
    for (index, beginning) in beginnings.enumerated() {
      guard let place = rest.firstIndex(where: { $0.hasPrefix(beginning) }) else { return false }
      if fromFirst && index == 0 && place > 0 { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  private static func initials(_ words: [String]) -> String { String(words.compactMap(\.first)) }

  /// Whether the letters stand in the words in their order, the first one beginning a word.
  private static func isScattered(_ letters: String, in words: [String]) -> Bool {
    guard let first = letters.first else { return false }
    return words.indices.contains { start in
      guard words[start].first == first else { return false }
      var rest = letters[...]
      for letter in words[start...].joined() where letter == rest.first { rest.removeFirst() }
      return rest.isEmpty
    }
  }

  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// With one space between words and none around.
  private static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

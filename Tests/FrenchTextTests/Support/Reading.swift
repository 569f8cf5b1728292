import FrenchText
import Testing

/// French read for tests: one lexicon for all, an analyser each.
enum French {
  static let lexicon = try? Lexicon()
  static var hasLexicon: Bool { lexicon != nil }

  static func analyzer() throws -> FrenchAnalyzer { FrenchAnalyzer(lexicon: try Lexicon()) }

  /// What cutting alone must give where an analyser gave these tokens.
  static func spans(of tokens: [AnalyzedToken], _ analyzer: FrenchAnalyzer) -> [TokenSpan] {
    tokens.map { TokenSpan(start: $0.start, end: $0.end, kind: analyzer.types[$0.type].kind) }
  }

  /// The tokens of a text with their types and their part of the text.
  static func read(_ text: String, with analyzer: FrenchAnalyzer) -> [(surface: String, type: TokenType)] {
    var tokens: [AnalyzedToken] = []
    analyzer.analyze(text, into: &tokens)
    let scalars = Array(text.unicodeScalars)
    return tokens.map { token in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[Int(token.start)..<Int(token.end)])
      return (String(view), analyzer.types[token.type])
    }
  }
}

/// A case of the tables: text, tokens, accepted lemmas (`^` between alternatives), masculine and feminine of each
/// inclusive word.
struct ReadingCase: CustomStringConvertible, Sendable {
  let text: String
  let tokens: [String]
  let lemmas: [[String]]
  let masculine: String?
  let feminine: String?

  var description: String { text }

  init(_ line: Substring) {
    let fields = line.split(separator: " # ", omittingEmptySubsequences: false).map {
      String($0).trimmingSpaces
    }
    text = fields[0]
    tokens = fields[1].split(separator: "|").map(String.init)
    lemmas = fields[2].split(separator: "|").map { $0.split(separator: "^").map(String.init) }
    masculine = fields.count > 3 ? fields[3] : nil
    feminine = fields.count > 4 ? fields[4] : nil
  }

  /// Expects a reading to be this one: tokens, lemmas, and both spellings of the inclusive words.
  func expect(_ read: [(surface: String, type: TokenType)]) {
    #expect(read.map(\.surface) == tokens)
    for (token, accepted) in zip(read, lemmas) {
      #expect(accepted.contains(token.type.lemma), "\(token.surface): \(token.type.lemma)")
    }
    expectEach(of: masculine, among: read.compactMap(\.type.masculine))
    expectEach(of: feminine, among: read.compactMap(\.type.feminine))
  }

  private func expectEach(of accepted: String?, among found: [String]) {
    let accepted = (accepted?.split(separator: "|") ?? []).map { $0.split(separator: "^").map(String.init) }
    #expect(found.count == accepted.count, "\(found)")
    for (one, alternatives) in zip(found, accepted) { #expect(alternatives.contains(one)) }
  }

  static func table(_ text: String) -> [ReadingCase] { text.split(separator: "\n").map { ReadingCase($0) } }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

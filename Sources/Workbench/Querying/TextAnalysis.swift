public import FrenchText

/// Analysing texts outside any project, a line at a time.
public final class TextAnalysis {
  /// A token with the text that it stands in.
  public struct Token: Sendable {
    /// Where it stands, in code points of the line.
    public let start: Int, end: Int
    /// What it is.
    public let type: TokenType
    /// Whether a sentence starts with it.
    public let startsSentence: Bool
    /// The place, among the line's tokens, of the word of the other gender that it makes a doublet with
    /// (`celles et ceux`).
    public let doublet: Int?
  }

  private let analyzer: FrenchAnalyzer
  private var tokens: [AnalyzedToken] = []

  /// Loads the lexicon.
  ///
  /// - Parameter convention: which lemmas words of grammar get.
  /// - Throws: `LexiconError`.
  public init(convention: LemmaConvention = .verbatim) throws {
    analyzer = FrenchAnalyzer(lexicon: try Lexicon(), convention: convention)
  }

  /// The tokens of a line; their doublets only where these are asked for. Cost: linear in its length.
  public func tokens(of line: String, doublets: Bool = true) -> [Token] {
    analyzer.analyze(line, into: &tokens)
    let types = analyzer.types
    var partners: [Int: Int] = [:]
    for doublet in doublets ? analyzer.doublets(in: tokens) : [] {
      partners[doublet.first] = doublet.second
      partners[doublet.second] = doublet.first
    }
    return tokens.enumerated().map { index, token in
      Token(
        start: Int(token.start), end: Int(token.end), type: types[token.type],
        startsSentence: token.startsSentence, doublet: partners[index])
    }
  }
}

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

  /// The tokens of a line. Cost: linear in its length.
  public func tokens(of line: String) -> [Token] {
    analyzer.analyze(line, into: &tokens)
    let types = analyzer.types
    return tokens.map {
      Token(start: Int($0.start), end: Int($0.end), type: types[$0.type], startsSentence: $0.startsSentence)
    }
  }
}

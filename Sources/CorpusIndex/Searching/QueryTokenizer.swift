public import FrenchText

/// Cuts words of a query into tokens as the analysis cuts answers.
public protocol QueryTokenizer {
  /// The words of a text, as written. It is asked only where the text itself and the indexed words leave it
  /// open: not for letters, not for digits, not for an elision.
  func words(in text: String) throws -> [String]
}

/// Cuts words of a query with the analyser of answers, which is made when first needed: most queries need
/// none, and making one takes time.
public final class FrenchTokenizer: QueryTokenizer {
  private let make: () throws -> FrenchAnalyzer
  private var analyzer: FrenchAnalyzer?

  /// A tokenizer that makes its analyser by `make`.
  public init(_ make: @escaping () throws -> FrenchAnalyzer) {
    self.make = make
  }

  /// The words of a text as the analyser cuts it; the analyser is made for the first one.
  public func words(in text: String) throws -> [String] {
    let analyzer = try self.analyzer ?? make()
    self.analyzer = analyzer
    var tokens: [AnalyzedToken] = []
    analyzer.analyze(StoredText.normalize(text), into: &tokens)
    return tokens.map { analyzer.types[$0.type].word }
  }
}

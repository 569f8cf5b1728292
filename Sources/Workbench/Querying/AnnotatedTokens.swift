import CodingModel
import FrenchText
import QueryLanguage

/// Makes tokens for the index of what a corpus annotated elsewhere says of a text.
struct AnnotatedTokens {
  private struct Key: Hashable {
    let word: String, lemma: String, tag: String
  }

  private let analyzer: FrenchAnalyzer
  private var numbers: [Key: UInt32] = [:]

  /// - Parameter analyzer: whose types the tokens' are numbered among.
  init(_ analyzer: FrenchAnalyzer) {
    self.analyzer = analyzer
  }

  /// The tokens of a text; nil where the annotations reach out of it.
  mutating func tokens(of text: String, _ annotations: [TokenAnnotation]) -> [AnalyzedToken]? {
    let scalars = Array(text.unicodeScalars)
    var tokens: [AnalyzedToken] = []
    tokens.reserveCapacity(annotations.count)
    for annotation in annotations {
      let range = annotation.range
      guard range.start < range.end, range.end <= scalars.count else { return nil }
      var word = String.UnicodeScalarView()
      word.append(contentsOf: scalars[range.start..<range.end])
      let key = Key(word: String(word), lemma: annotation.lemma, tag: annotation.tag)
      let number = numbers[key] ?? analyzer.number(of: Self.type(key.word, key.lemma, key.tag))
      numbers[key] = number
      tokens.append(
        AnalyzedToken(
          type: number, start: UInt32(range.start), end: UInt32(range.end),
          startsSentence: annotation.startsSentence))
    }
    return tokens
  }

  private static func type(_ word: String, _ lemma: String, _ tag: String) -> TokenType {
    let isUniversal = PartOfSpeechTag.all.contains(tag)
    // Of parts of speech joined as in `ADP+DET` the first is what `pos:` finds it by.
    let first = tag.split { $0 == "+" || $0 == ":" }.first.map(String.init) ?? tag
    let letters = word.unicodeScalars
    let kind: TokenKind =
      letters.contains { $0.properties.isAlphabetic }
      ? .word : letters.contains { $0.properties.numericType != nil } ? .number : .punctuation
    return TokenType(
      word: word, form: Folding.form(word), lemma: lemma.isEmpty ? word : lemma,
      partOfSpeech: PartOfSpeechTag.all.contains(first) ? PartOfSpeech(tag: first) ?? .other : .other,
      kind: kind, tag: isUniversal ? nil : tag)
  }
}

import FrenchText

/// Tokens as lines: start, end, surface, lemma, part of speech, masculine, feminine.
enum Listing {
  static func lines(_ text: String, _ analyzer: FrenchAnalyzer) -> String {
    var tokens: [AnalyzedToken] = []
    analyzer.analyze(text, into: &tokens)
    let scalars = Array(text.unicodeScalars)
    var lines = ""
    for token in tokens {
      var surface = String.UnicodeScalarView()
      surface.append(contentsOf: scalars[Int(token.start)..<Int(token.end)])
      let type = analyzer.types[token.type]
      lines += "\(token.start)\t\(token.end)\t\(String(surface))\t\(type.lemma)\t\(type.partOfSpeech.tag)"
      lines += "\t\(type.masculine ?? "_")\t\(type.feminine ?? "_")\n"
    }
    return lines + "\n"
  }
}

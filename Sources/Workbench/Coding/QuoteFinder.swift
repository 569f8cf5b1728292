import CodingModel
import FrenchText

/// Finding in an answer the text that somebody quotes from it.
enum QuoteFinder {
  /// Every place where the quote stands, from left to right, none overlapping another.
  ///
  /// The quote is looked for as written; where that finds nothing, any run of spaces (non-breaking ones and
  /// line feeds too) stands for any other, apostrophes are one, and at last case and accents are ignored: people
  /// quote what they read, not its code points. Cost: the text's length times the quote's.
  static func places(of quote: String, in text: String) -> [TextRange] {
    let (text, quote) = (Array(text.unicodeScalars), trimmed(Array(quote.unicodeScalars)))
    guard !quote.isEmpty else { return [] }
    for sameness in [exactly, typographically, loosely] {
      let found = search(quote, text, sameness)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Every place where the quote stands as whole words; where it nowhere does, the places where it stands, each widened to
  /// the words that it cuts.
  static func words(of quote: String, in text: String) -> [TextRange] {
    let scalars = Array(text.unicodeScalars)
    func cuts(_ place: Int) -> Bool {
      place > 0 && place < scalars.count && isOfWord(scalars[place - 1]) && isOfWord(scalars[place])
    }
    let places = places(of: quote, in: text)
    let whole = places.filter { !cuts($0.start) && !cuts($0.end) }
    guard whole.isEmpty else { return whole }
    var widened: [TextRange] = []
    for place in places {
      var (start, end) = (place.start, place.end)
      while cuts(start) { start -= 1 }
      while cuts(end) { end += 1 }
      if let last = widened.last, start < last.end { continue }
      widened.append(TextRange(start, end))
    }
    return widened
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isAlphabetic || properties.numericType != nil
      || [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
  }

  private static func search(
    _ quote: [Unicode.Scalar], _ text: [Unicode.Scalar], _ same: (Unicode.Scalar, Unicode.Scalar) -> Bool
  ) -> [TextRange] {
    var places: [TextRange] = []
    var start = 0
    while start < text.count {
      if let end = match(quote, text, start, same) {
        places.append(TextRange(start, end))
        start = end
      } else {
        start += 1
      }
    }
    return places
  }

  private static func match(
    _ quote: [Unicode.Scalar], _ text: [Unicode.Scalar], _ start: Int,
    _ same: (Unicode.Scalar, Unicode.Scalar) -> Bool
  ) -> Int? {
    var (q, t) = (0, start)
    while q < quote.count {
      guard t < text.count, same(quote[q], text[t]) else { return nil }
      let isRun = isSpace(quote[q]) && same(" ", "\u{A0}")
      q += 1
      t += 1
      if isRun {
        while q < quote.count, isSpace(quote[q]) { q += 1 }
        while t < text.count, isSpace(text[t]) { t += 1 }
      }
    }
    return t
  }

  private static func exactly(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool { a == b }

  private static func typographically(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    a == b || (isSpace(a) && isSpace(b)) || (isApostrophe(a) && isApostrophe(b))
  }

  private static func loosely(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    typographically(a, b) || Folding.folded(String(a)) == Folding.folded(String(b))
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar == "ʼ"
  }

  private static func trimmed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return [] }
    return Array(scalars[first...last])
  }
}

import FrenchText

/// Cuts a word of a query into tokens, without an analyser where none is needed.
struct QueryWordCutter {
  let tokenizer: any QueryTokenizer

  /// The words that the text is cut into, or nil where it is one token.
  ///
  /// - Parameter isForm: whether any token of the corpus is written so.
  func words(in text: String, _ isForm: (String) throws -> Bool) throws -> [String]? {
    let scalars = Array(text.unicodeScalars)
    if scalars.allSatisfy(Self.isLetter) || scalars.allSatisfy({ ("0"..."9").contains($0) }) { return nil }
    if let cut = Self.elision(scalars), try cut.isEmpty || !isForm(text) {
      // Where the analysis never kept the word whole, it cut it: `d'achat`, but not `aujourd'hui`.
      return cut.isEmpty ? nil : cut
    }
    let words = try tokenizer.words(in: text).flatMap { word in
      // A corpus cut elsewhere may have a number's groups apart.
      try word.contains(" ") && !isForm(word) ? word.split(separator: " ").map(String.init) : [word]
    }
    return words.count > 1 ? words : nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    // The modifier letter apostrophe is no letter here.
    scalar.properties.isAlphabetic && scalar != "ʼ" || (0x300...0x36F).contains(scalar.value)
  }

  /// The two parts of letters, an apostrophe and letters; none where nothing follows the apostrophe; nil for
  /// anything else.
  private static func elision(_ scalars: [Unicode.Scalar]) -> [String]? {
    guard let mark = scalars.firstIndex(where: { Folding.form(String($0)) == "'" }), mark > 0 else {
      return nil
    }
    let (head, tail) = (scalars[...mark], scalars[(mark + 1)...])
    guard head.dropLast().allSatisfy(isLetter), tail.allSatisfy(isLetter) else { return nil }
    return tail.isEmpty ? [] : [head, tail].map { String(String.UnicodeScalarView($0)) }
  }
}

/// Writes terms so that they are read back as the same ones.
enum TermPrinter {
  /// A term outside quotes.
  static func bare(_ term: Term) -> String {
    switch term.kind {
    case .word(let word): isPlain(word) ? word : "\"" + quoted(term) + "\""
    case .anything: "\"*\""
    case .wildcard(let wildcard):
      // A sign in it might be taken for an operator.
      Self.holdsSign(wildcard) ? "\"" + quoted(term) + "\"" : quoted(term)
    case .exact, .lemma: quoted(term)
    case .partOfSpeech, .expression: quoted(term)
    }
  }

  /// A term as an element of a phrase; what would end or change it is escaped.
  static func quoted(_ term: Term) -> String {
    switch term.kind {
    case .word(let word): return escaped(word, isWhole: true)
    case .exact(let word): return "=" + escaped(word)
    case .lemma(let word): return "lemma:" + escaped(word)
    case .partOfSpeech(let tag): return "pos:" + escaped(tag)
    case .expression(let expression): return "/" + expression.source + "/"
    case .anything: return "*"
    case .wildcard(let wildcard):
      let pieces = wildcard.pieces.enumerated().flatMap { index, piece -> [Unicode.Scalar] in
        switch piece {
        case .scalar(let scalar): escaped(scalar, isFirst: index == 0)
        case .anyOne: ["?"]
        case .anyRun: ["*"]
        }
      }
      return String(scalars: pieces)
    }
  }

  /// Whether the word is read back as itself outside quotes.
  private static func isPlain(_ word: String) -> Bool {
    guard !word.isEmpty, !OperatorWord.isReserved(word), !ReservedName.uncoded.contains(word),
      !["within", "dans"].contains(word)
    else { return false }
    return !Self.isLeadingSign(word.unicodeScalars.first)
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "'" || $0 == "’" || $0 == "-"
      }
  }

  private static func holdsSign(_ wildcard: Wildcard) -> Bool {
    wildcard.pieces.enumerated().contains { index, piece in
      guard case .scalar(let scalar) = piece else { return false }
      return ["&", "|", "+", "~", "!", "^"].contains(scalar) || index == 0 && isLeadingSign(scalar)
    }
  }

  /// What before a word is an operator elsewhere, or a quote.
  private static func isLeadingSign(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ["-", "'", "’", "‘"].contains($0) } ?? false
  }

  /// The word with what is special escaped; where it begins its term, also what is special there.
  private static func escaped(_ word: String, isWhole: Bool = false) -> String {
    String(
      scalars: word.unicodeScalars.enumerated().flatMap { escaped($1, isFirst: isWhole && $0 == 0) })
  }

  private static func escaped(_ scalar: Unicode.Scalar, isFirst: Bool) -> [Unicode.Scalar] {
    let isSpecial =
      scalar.endsBareWord || scalar.beginsComparison || scalar.standsForApostrophe
      || ["*", "?", "\\"].contains(scalar)
      || isFirst && (scalar == "/" || scalar == "[")
    return isSpecial ? ["\\", scalar] : [scalar]
  }
}

import CodingModel

extension Lexer {
  /// Refuses a bare word, from `start` to the position, that holds a sign which is an operator in other languages.
  ///
  /// What answers may hold is let pass, since it can be found: `R&D`, `c++`, `50+`, `+33`, `BAC+5`, `1~2`, `x^2`. Quoted,
  /// after `=` or with a backslash anything can be looked for.
  ///
  /// - Parameter isName: whether a comparison follows, so that only a sign before the word is none of its own.
  func refuseForeignSign(from start: Int, isName: Bool) throws(QueryError) {
    let word = scalars[start..<position]
    if let found = alone(word) ?? leading(word) ?? (isName ? nil : inside(word)) {
      let isGlued = glued(to: word) != nil
      throw QueryError(
        .foreignOperator(
          found.meaning, sign: String(scalars: scalars[found.place]),
          word: isGlued ? nil : String(scalars: word)),
        at: TextRange(found.place.lowerBound, found.place.upperBound))
    }
  }

  private typealias Found = (meaning: ForeignOperator, place: Range<Int>)

  /// What a sign glued to a closing quote or parenthesis makes of it.
  private func glued(to word: ArraySlice<Unicode.Scalar>) -> ForeignOperator? {
    guard word.startIndex > 0 else { return nil }
    let before = scalars[word.startIndex - 1]
    guard before == ")" || before == "»" || before.isDoubleQuote else { return nil }
    return switch word.first {
    case "~": .near
    case "^": .caret
    default: nil
    }
  }

  /// A sign that is all of the word, once or written twice as programmers do.
  private func alone(_ word: ArraySlice<Unicode.Scalar>) -> Found? {
    let place = word.startIndex..<word.endIndex
    if let meaning = glued(to: word) { return (meaning, place) }
    guard let sign = word.first, let meaning = meaning(of: sign, at: word.startIndex) else { return nil }
    let isTwice = word.count == 2 && word.last == sign && (sign == "&" || sign == "|")
    return word.count == 1 || isTwice ? (meaning, place) : nil
  }

  /// A sign before the word.
  private func leading(_ word: ArraySlice<Unicode.Scalar>) -> Found? {
    guard let sign = word.first, let meaning = meaning(of: sign, at: word.startIndex) else { return nil }
    let end = word.firstIndex { $0 != sign } ?? word.endIndex
    guard end < word.endIndex else { return nil }
    let isNumber = ("0"..."9").contains(word[end])
    let isMeant =
      switch sign {
      case "&", "|": true
      case "!", "^": isNumber || word[end].properties.isAlphabetic
      default: word[end].properties.isAlphabetic
      }
    return isMeant ? (meaning, word.startIndex..<end) : nil
  }

  /// A sign between the word's letters, or after them.
  private func inside(_ word: ArraySlice<Unicode.Scalar>) -> Found? {
    var start = word.startIndex
    while start < word.endIndex {
      let sign = word[start]
      let end = word[start...].firstIndex { $0 != sign } ?? word.endIndex
      let (before, after) = (letters(before: start, in: word), letters(after: end, in: word))
      let rest = word[end...]
      let isNumberAfter = rest.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
      let meaning: ForeignOperator? =
        switch sign {
        case "|": .or
        case "&" where rest.isEmpty || min(before, after) > 2: .and
        case "+" where min(before, after) > 2: .and
        case "~" where before > 1 && isNumberAfter: .fuzzy
        case "^" where before > 1 && isNumberAfter: .caret
        default: nil
        }
      if let meaning { return (meaning, start..<end) }
      start = end
    }
    return nil
  }

  private func letters(before index: Int, in word: ArraySlice<Unicode.Scalar>) -> Int {
    word[..<index].reversed().prefix { $0.properties.isAlphabetic || $0 == "*" || $0 == "?" }.count
  }

  private func letters(after index: Int, in word: ArraySlice<Unicode.Scalar>) -> Int {
    word[index...].prefix { $0.properties.isAlphabetic || $0 == "*" || $0 == "?" }.count
  }

  /// What a sign before a word, or between two, means elsewhere.
  private func meaning(of sign: Unicode.Scalar, at start: Int) -> ForeignOperator? {
    switch sign {
    case "&": .and
    case "|": .or
    case "+": .required
    case "~": .fuzzy
    case "^": .caret
    case "!", "-":
      .not(isFirst: beginsOperand(at: start))
    default: nil
    }
  }

  /// Whether nothing that something could be taken from stands just before a place: a beginning, or an operator.
  private func beginsOperand(at start: Int) -> Bool {
    let before = scalars[..<start].reversed().drop(while: \.isQuerySpace)
    guard let last = before.first, last != "(" else { return true }
    let word = before.prefix { $0.properties.isAlphabetic }
    return OperatorWord.isReserved(String(scalars: word.reversed()))
  }
}

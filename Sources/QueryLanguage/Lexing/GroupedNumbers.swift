/// Numbers in groups, as French writes thousands (`4 000`, `1 250 000`) and telephone numbers (`06 12 34 56 78`,
/// `+33 6 12 34 56 78`): one word, with what stands at their ends (`(4 000)`, `d'1 000`, `4 000,50`).
extension Lexer {
  /// Outside quotes: reads on over the groups of a number that the word just read ends with. Other numbers side by side
  /// (`2019 2020`) stay words of their own.
  ///
  /// - Parameter ends: whether a character ends the word it is in.
  mutating func readGroups(of word: inout RawWord, until ends: (Unicode.Scalar) -> Bool) throws(QueryError) {
    while let first = lastDigits(of: word) {
      let groups = groupsOfDigits()
      let count: Int
      if first.isInternational, groups.count >= 4 {
        count = groups.prefix { $0.count <= 3 }.count
      } else if first.digits.count == 2, first.digits.hasPrefix("0"), groups.count >= 4,
        groups[..<4].allSatisfy({ $0.count == 2 })
      {
        count = groups.prefix { $0.count == 2 }.count
      } else {
        count = first.digits.count > 3 ? 0 : groups.prefix { $0.count == 3 }.count
      }
      guard count > 0 else { return }
      try read(groups[..<count], into: &word, until: ends)
    }
  }

  /// In a phrase: reads on over all groups of digits after a number, each after one space. The analysis, which cuts the
  /// words of a query as those of answers, says which of them are one.
  mutating func readAllGroups(of word: inout RawWord, until ends: (Unicode.Scalar) -> Bool) throws(QueryError)
  {
    while lastDigits(of: word) != nil {
      let groups = groupsOfDigits()
      guard !groups.isEmpty else { return }
      try read(groups[...], into: &word, until: ends)
    }
  }

  private mutating func read(
    _ groups: ArraySlice<Range<Int>>, into word: inout RawWord, until ends: (Unicode.Scalar) -> Bool
  ) throws(QueryError) {
    for group in groups {
      word.pieces += scalars[group.lowerBound - 1..<group.upperBound].map { .scalar($0) }
      position = group.upperBound
    }
    while let scalar = next, !ends(scalar) { try append(to: &word) }
  }

  /// The digits that a word ends with, and whether they begin a number with a country's prefix; nil where there are none,
  /// or letters or other digits stand before them.
  private func lastDigits(of word: RawWord) -> (digits: String, isInternational: Bool)? {
    guard !word.isEscaped, !word.hasWildcard else { return nil }
    let text = Array(word.text.unicodeScalars)
    let start = text.lastIndex { !$0.isDecimalDigit }.map { $0 + 1 } ?? 0
    guard start < text.count else { return nil }
    let before = start > 0 ? text[start - 1] : nil
    guard !(before?.properties.isAlphabetic ?? false) else { return nil }
    return (String(scalars: text[start...]), before == "+")
  }

  /// The groups of digits from the position on, each after one space.
  private func groupsOfDigits() -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var end = position
    while end + 1 < scalars.count, scalars[end].isQuerySpace, scalars[end + 1].isDecimalDigit {
      let start = end + 1
      end = scalars[start...].firstIndex { !$0.isDecimalDigit } ?? scalars.count
      groups.append(start..<end)
    }
    return groups
  }
}

extension Unicode.Scalar {
  fileprivate var isDecimalDigit: Bool { ("0"..."9").contains(self) }
}

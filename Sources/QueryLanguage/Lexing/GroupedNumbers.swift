extension Lexer {
  /// Reads on over the groups of a number of which the first has just been read, as French writes thousands (`4 000`,
  /// `1 250 000`) and telephone numbers (`06 12 34 56 78`), with what stands at the last one (`4 000,50`, `4 000 €` without
  /// its space).
  ///
  /// - Parameter ends: whether a character ends the word it is in.
  mutating func readGroups(
    of word: inout RawWord, until ends: (Unicode.Scalar) -> Bool
  ) throws(QueryError) {
    let first = word.text.unicodeScalars
    guard !word.isEscaped, first.count <= 3, first.allSatisfy(\.isDecimalDigit) else { return }
    var groups: [Range<Int>] = []
    while let group = groupOfDigits(from: groups.last?.upperBound ?? position) { groups.append(group) }
    let count: Int
    if first.count == 2, first.first == "0", groups.count >= 4, groups[..<4].allSatisfy({ $0.count == 2 }) {
      count = 4
    } else {
      count = groups.prefix { $0.count == 3 }.count
    }
    guard count > 0 else { return }
    for group in groups[..<count] {
      word.pieces += scalars[group.lowerBound - 1..<group.upperBound].map { .scalar($0) }
      position = group.upperBound
    }
    while let scalar = next, !ends(scalar) { try append(to: &word) }
  }

  /// The digits after one space.
  private func groupOfDigits(from space: Int) -> Range<Int>? {
    guard space + 1 < scalars.count, scalars[space].isQuerySpace, scalars[space + 1].isDecimalDigit else {
      return nil
    }
    let end = scalars[(space + 1)...].firstIndex { !$0.isDecimalDigit } ?? scalars.count
    return space + 1..<end
  }
}

extension Unicode.Scalar {
  fileprivate var isDecimalDigit: Bool { ("0"..."9").contains(self) }
}

import CodingModel

extension Lexer {
  /// Refuses what stands between single quotes, which are apostrophes here: `'perte de lien'`.
  func refuseSingleQuotes() throws(QueryError) {
    guard let open = next, Self.isSingleQuote(open), let first = peek(1), first.properties.isAlphabetic else {
      return
    }
    for end in (position + 2)..<max(position + 2, scalars.count) where Self.isSingleQuote(scalars[end]) {
      guard end + 1 == scalars.count || scalars[end + 1].isQuerySpace || scalars[end + 1] == ")" else {
        continue
      }
      let text = String(scalars: scalars[position + 1..<end])
      throw QueryError(
        .singleQuotes, at: TextRange(position, end + 1), expected: [.text("\"" + text + "\"")])
    }
  }

  private static func isSingleQuote(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "’" || scalar == "‘"
  }
}

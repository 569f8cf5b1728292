/// Smileys made of marks.
enum Smileys {
  private static let known: [String] = [
    ":-)", ":-(", ";-)", ":-/", ":-|", ":-d", ":-p", ":'(", ":')", ":)", ":(", ";)", ":d", ":p", ":/", "^^",
    "<3",
    "=)", "=(", "-_-",
  ]

  /// The smiley that starts at `index`, or nil. What follows must not be a letter or a digit.
  static func read(_ chunk: Chunk, at index: Int) -> RawToken? {
    guard let smiley = known.first(where: { chunk.starts(with: $0, at: index) }) else { return nil }
    let end = index + smiley.unicodeScalars.count
    return chunk.isWordGlyph(end) || chunk.has("/", at: end) ? nil : RawToken(index..<end, .emoji)
  }
}

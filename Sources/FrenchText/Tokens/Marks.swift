/// Punctuation and symbols.
enum Marks {
  /// The mark or run of marks that starts at `index`: `...`, `?!`, `--` are one; any other mark is one by itself.
  static func read(_ chunk: Chunk, at index: Int) -> RawToken {
    let first = chunk.lower[index]
    var end = index + 1
    switch first {
    case ".": while chunk.has(".", at: end) || chunk.has("…", at: end) { end += 1 }
    case "…": while chunk.has("…", at: end) || chunk.has(".", at: end) { end += 1 }
    case "!", "?": while chunk.has("!", at: end) || chunk.has("?", at: end) { end += 1 }
    case "-", "_", "*", "=", "~", "#", "'", "—", "–": while chunk.has(first, at: end) { end += 1 }
    default: break
    }
    return RawToken(index..<end, .punctuation)
  }
}

/// Emoji with all that modifies them.
enum Emoji {
  /// The emoji that starts at `index`: with its variation selectors, skin tones and zero-width joins; two
  /// regional indicators make one flag.
  static func read(_ chunk: Chunk, at index: Int) -> RawToken {
    var end = index + 1
    if isRegional(chunk.written[index]), end < chunk.count, isRegional(chunk.written[end]) { end += 1 }
    while end < chunk.count, chunk.classes[end] == .emoji {
      let value = chunk.written[end].value
      if value == 0x200D {
        end += end + 1 < chunk.count && chunk.classes[end + 1] == .emoji ? 2 : 1
      } else if value == 0xFE0F || (0x1F3FB...0x1F3FF).contains(value) {
        end += 1
      } else {
        break
      }
    }
    return RawToken(index..<end, .emoji)
  }

  private static func isRegional(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }
}

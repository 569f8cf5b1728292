/// Breaking text into lines between words.
enum Paragraph {
  /// The text's lines, none wider than `width` columns unless one word is. The text's own line feeds stay.
  static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      folded($0, width: max(width, 20))
    }
  }

  private static func folded(_ text: Substring, width: Int) -> [String] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    var lines: [String] = []
    var line = String(words[0])
    var used = line.displayWidth
    for word in words.dropFirst() {
      let more = word.displayWidth
      if used + 1 + more > width && !line.isEmpty {
        lines.append(line)
        (line, used) = (String(word), more)
      } else {
        line += " " + word
        used += 1 + more
      }
    }
    return lines + [line]
  }
}

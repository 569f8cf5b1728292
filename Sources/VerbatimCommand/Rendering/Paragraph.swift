/// Breaking text into lines between words.
enum Paragraph {
  /// The text's lines, none wider than `width` columns unless one word is. The text's own line feeds stay.
  static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { folded($0, width: max(width, 20)) }
  }

  private static func folded(_ text: Substring, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let more = word.displayWidth
      if used + 1 + more > width && !line.isEmpty {
        lines.append(line)
        (line, used) = (String(word), more)
      } else {
        if used > 0 || !line.isEmpty {
          line += " "
          used += 1
        }
        line += word
        used += more
      }
    }
    return lines + [line]
  }
}

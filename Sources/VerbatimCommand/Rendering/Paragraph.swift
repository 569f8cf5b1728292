/// Breaking text into lines between words.
enum Paragraph {
  /// The text's lines, none wider than `width` columns unless one word is. The text's own line feeds stay.
  static func lines(_ text: String, width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      folded($0, width: max(width, 20))
    }
  }

  private static func folded(_ text: Substring, width: Int) -> [String] {
    let words = Self.words(text)
    var lines: [String] = []
    var line = words[0]
    var used = line.displayWidth
    for word in words.dropFirst() {
      let more = word.displayWidth
      if used + 1 + more > width && !line.isEmpty {
        lines.append(line)
        (line, used) = (word, more)
      } else {
        line += " " + word
        used += 1 + more
      }
    }
    return lines + [line]
  }

  /// The words, a mark that French sets apart with the word that it belongs to: no line begins with a semicolon.
  private static func words(_ text: Substring) -> [String] {
    var words: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let belongsBefore = word.first.map { ";:!?»".contains($0) } ?? false
      let opens = words.last.map { $0.hasSuffix("«") } ?? false
      if let last = words.last, !last.isEmpty, belongsBefore || opens && !word.isEmpty {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }
}

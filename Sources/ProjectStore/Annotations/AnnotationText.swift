import CodingModel

/// The annotations of an answer as they are stored.
///
///     annotation = { gap , TAB , length , TAB , [ "s" ] , TAB , lemma , TAB , tag , LF } ;
///
/// The gap is what stands between a token and the end of the one before, in code points; `s` marks those that
/// start a sentence.
enum AnnotationText {
  static func encode(_ annotations: [TokenAnnotation]) -> String {
    var text = ""
    var end = 0
    for annotation in annotations {
      let (gap, length) = (annotation.range.start - end, annotation.range.end - annotation.range.start)
      text += "\(gap)\t\(length)\t\(annotation.startsSentence ? "s" : "")\t"
      text += plain(annotation.lemma) + "\t" + plain(annotation.tag) + "\n"
      end = annotation.range.end
    }
    return text
  }

  /// The text without what would end a cell.
  private static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 9 || $0 == 10 }) else { return text }
    return text.split(separator: "\t", omittingEmptySubsequences: false).joined(separator: " ")
      .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
  }

  /// The annotations; nil where the text is damaged.
  static func decode(_ text: String) -> [TokenAnnotation]? {
    var annotations: [TokenAnnotation] = []
    var end = 0
    for line in text.utf8.split(separator: 10) {
      let cells = line.split(separator: 9, maxSplits: 4, omittingEmptySubsequences: false)
      guard cells.count == 5, let gap = number(cells[0]), let length = number(cells[1]), end < 1 << 40 else {
        return nil
      }
      let start = end + gap
      end = start + length
      guard let lemma = String(cells[3]), let tag = String(cells[4]) else { return nil }
      annotations.append(
        TokenAnnotation(
          range: TextRange(start, end), lemma: lemma, tag: tag, startsSentence: !cells[2].isEmpty))
    }
    return annotations
  }

  private static func number(_ cell: Substring.UTF8View) -> Int? {
    guard (1...9).contains(cell.count) else { return nil }
    var value = 0
    for byte in cell {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }
}

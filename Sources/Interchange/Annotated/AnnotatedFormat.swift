import Foundation

/// The kinds of corpora annotated elsewhere that are read, known by their content.
public enum AnnotatedFormat: String, Sendable, CaseIterable {
  /// A word a line in ten columns: the format of Universal Dependencies.
  case conllu = "CoNLL-U"
  /// A word a line with its attributes, and elements as in XML: what the Corpus Workbench and TXM take.
  case vrt = "VRT"

  /// The kind of the file at `path`; nil where it is none of these, or cannot be read. Reads its beginning; a
  /// pipe, which can be read only once, is left alone.
  public static func detect(path: String) -> AnnotatedFormat? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    guard let data = try? InputFile.read(path),
      let text = try? DelimitedText(data.prefix(1 << 16), encoding: nil)
    else { return nil }
    return detect(Array(text.utf8[(text.utf8.startIndex + text.start)...]))
  }

  /// The kind that text in UTF-8 begins like.
  static func detect(_ bytes: [UInt8]) -> AnnotatedFormat? {
    var elements: [String] = []
    for line in bytes.split(separator: 10).prefix(2000) {
      let line = line.last == 13 ? line.dropLast() : line
      guard let first = line.first else { continue }
      if elements.isEmpty, first == UInt8(ascii: "#") { continue }
      if first == UInt8(ascii: "<"), line.last == UInt8(ascii: ">"), !line.contains(9) {
        elements.append(VRTTag.name(line))
        continue
      }
      guard elements.isEmpty else {
        let known: Set = [
          "s", "text", "p", "doc", "corpus", "sentence", "texte", "/s", "/text", "?xml", "!--",
        ]
        return elements.allSatisfy { !$0.isEmpty } && elements.contains(where: known.contains) ? .vrt : nil
      }
      return isWord(line) ? .conllu : nil
    }
    return nil
  }

  /// Whether a line is a word in CoNLL-U: ten cells, a number, and a number or nothing for the head.
  private static func isWord(_ line: ArraySlice<UInt8>) -> Bool {
    let cells = line.split(separator: 9, omittingEmptySubsequences: false)
    guard cells.count == 10, !cells[0].isEmpty else { return false }
    let isID = cells[0].allSatisfy { (48...57).contains($0) || $0 == 45 || $0 == 46 }
    return isID && (cells[6] == [95] || cells[6].allSatisfy { (48...57).contains($0) })
  }
}

import Foundation

/// A file's bytes as UTF-8, once it is known to be text.
struct DelimitedText {
  /// The text; for a UTF-8 file the file's own bytes.
  let utf8: Data
  /// The offset of the first byte after a byte order mark.
  let start: Int
  /// How the file was written.
  let encoding: TextEncoding
  /// Whether it has a byte order mark.
  let hasMark: Bool
  /// The offset in ``utf8`` of what first broke the encoding's rules.
  let invalid: Int?
  /// How many bytes the encoding leaves undefined.
  let undefined: Int

  /// Refuses what is no text and rewrites as UTF-8 what is not.
  init(_ data: Data, encoding wanted: TextEncoding?) throws(DelimitedError) {
    guard !data.isEmpty else { throw .empty }
    let span = data.span
    if let format = ForeignFormat.detect(span) { throw .foreignFormat(format) }
    guard var verdict = EncodingVerdict.detect(span) else { throw .notText }
    if let wanted, wanted != verdict.encoding {
      verdict = EncodingVerdict(
        encoding: wanted, markLength: 0, firstInvalid: EncodingVerdict.firstInvalid(span))
    }
    encoding = verdict.encoding
    hasMark = verdict.markLength > 0
    let body = span.extracting(verdict.markLength..<span.count)
    switch verdict.encoding {
    case .utf8:
      (utf8, start, invalid, undefined) = (data, verdict.markLength, verdict.firstInvalid, 0)
    case .windows1252:
      let (bytes, count) = Windows1252.transcode(body)
      (utf8, start, invalid, undefined) = (Data(bytes), 0, nil, count)
    case .utf16LittleEndian, .utf16BigEndian:
      let (bytes, wrong) = UTF16Text.transcode(body, bigEndian: verdict.encoding == .utf16BigEndian)
      guard EncodingVerdict.looksLikeText(bytes.span) else { throw .notText }
      // What was left out at the very end still belongs to the last record.
      (utf8, start, undefined) = (Data(bytes), 0, 0)
      invalid = wrong.map { min($0, max(bytes.count - 1, 0)) }
    }
    guard utf8.count > start else { throw .empty }
  }
}

/// Making strings of cells.
enum CellText {
  /// The text of a cell, its doubled quotes made single. Cost: the cell's length.
  static func string(_ cell: CellSpan, in bytes: Span<UInt8>) -> String {
    guard cell.hasDoubledQuotes else { return string(bytes.extracting(cell.start..<cell.end)) }
    var unquoted: [UInt8] = []
    unquoted.reserveCapacity(cell.end - cell.start)
    var index = cell.start
    while index < cell.end {
      unquoted.append(bytes[index])
      index += bytes[index] == 34 ? 2 : 1
    }
    return string(unquoted.span)
  }

  private static func string(_ bytes: Span<UInt8>) -> String {
    guard let text = try? UTF8Span(validating: bytes) else { return "" }
    return String(copying: text)
  }
}

/// Blank cells and the spaces around values.
enum Blank {
  /// `text` without the white space at its ends, non-breaking spaces, a byte order mark and control characters included:
  /// what nobody sees makes no name and no value.
  static func trimmed(_ text: String) -> String {
    // Most cells begin and end with a visible ASCII character: they are whole.
    let bytes = text.utf8
    if let first = bytes.first, let last = bytes.last, 33...126 ~= first, 33...126 ~= last { return text }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    guard first != scalars.startIndex || last != scalars.index(before: scalars.endIndex) else { return text }
    return String(scalars[first...last])
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<32, 127..<160, 0xFEFF, 0x202A...0x202E, 0x2066...0x2069: true
    default: scalar.properties.isWhitespace
    }
  }
}

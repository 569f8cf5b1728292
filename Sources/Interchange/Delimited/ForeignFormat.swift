/// A kind of file that people take for a text file, known by its first bytes.
public enum ForeignFormat: String, Sendable, CaseIterable {
  /// Excel's workbook.
  case xlsx
  /// OpenDocument's spreadsheet.
  case ods
  /// Word's document.
  case docx
  /// OpenDocument's text.
  case odt
  /// Another zip archive.
  case zip
  /// A compound file of Microsoft Office before 2007 (`.xls`, `.doc`).
  case oldOffice
  /// An SQLite database, such as a Verbatim project.
  case sqlite
  /// A PDF document.
  case pdf
  /// A file compressed with gzip, xz, bzip2 or Zstandard.
  case compressed
  /// A PNG, JPEG or GIF image.
  case image

  /// The kind that `bytes` begin like, or nil for none of them. Cost: constant; it reads at most 4 KiB.
  static func detect(_ bytes: Span<UInt8>) -> ForeignFormat? {
    for (magic, format) in magics where begins(bytes, with: magic) {
      return format == .zip ? archive(bytes) : format
    }
    return nil
  }

  private static let magics: [([UInt8], ForeignFormat)] = [
    ([0x50, 0x4B, 3, 4], .zip), ([0x50, 0x4B, 5, 6], .zip),
    (Array("SQLite format 3\0".utf8), .sqlite),
    (Array("%PDF-".utf8), .pdf),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
    ([0x1F, 0x8B, 8], .compressed), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .compressed),
    ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59], .compressed), ([0x28, 0xB5, 0x2F, 0xFD], .compressed),
    ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10], .image), ([0xFF, 0xD8, 0xFF], .image),
    (Array("GIF89a".utf8), .image), (Array("GIF87a".utf8), .image),
  ]

  private static func archive(_ bytes: Span<UInt8>) -> ForeignFormat {
    if holds(bytes, "application/vnd.oasis.opendocument.spreadsheet") { return .ods }
    if holds(bytes, "application/vnd.oasis.opendocument.text") { return .odt }
    if holds(bytes, "word/") { return .docx }
    if holds(bytes, "xl/") || holds(bytes, "[Content_Types].xml") { return .xlsx }
    return .zip
  }

  private static func begins(_ bytes: Span<UInt8>, with magic: [UInt8]) -> Bool {
    bytes.count >= magic.count && magic.indices.allSatisfy { bytes[$0] == magic[$0] }
  }

  private static func holds(_ bytes: Span<UInt8>, _ name: String) -> Bool {
    let name = Array(name.utf8)
    let last = min(bytes.count, 4096) - name.count
    guard last >= 0 else { return false }
    return (0...last).contains { start in name.indices.allSatisfy { bytes[start + $0] == name[$0] } }
  }
}

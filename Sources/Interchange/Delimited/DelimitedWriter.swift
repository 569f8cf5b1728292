/// Writes delimited text (CSV, TSV) row by row.
///
/// A cell that holds the delimiter, a quote or a line end is quoted as RFC 4180 says, in TSV too: that is
/// what spreadsheets and statistics programs read, and unlike backslash escapes it alters no text. Nothing
/// else is done to a cell, so that reading the file gives every cell back exactly.
public struct DelimitedWriter: Sendable {
  /// What stands between cells.
  public let delimiter: Delimiter
  /// What ends a row.
  public let lineEnd: String

  /// A writer of rows; rows end in a line feed unless said otherwise.
  public init(delimiter: Delimiter, lineEnd: String = "\n") {
    self.delimiter = delimiter
    self.lineEnd = lineEnd
  }

  /// Comma-separated values.
  public static let csv = DelimitedWriter(delimiter: .comma)
  /// Tab-separated values.
  public static let tsv = DelimitedWriter(delimiter: .tab)
  /// The byte order mark that makes Excel read a CSV file as UTF-8; written before the first row where wanted.
  public static let byteOrderMark = "\u{FEFF}"

  /// Writes a row of at least one cell. Cost: the row's length.
  public func write(_ cells: [String], to output: inout some TextOutputStream) {
    // Readers skip a row of blank cells; quotes say that it is one.
    let isBlank = cells.allSatisfy { Blank.trimmed($0).isEmpty }
    var row = ""
    for (index, cell) in cells.enumerated() {
      if index > 0, let character = delimiter.character { row.append(character) }
      let quotes = index == 0 && (isBlank || cell.unicodeScalars.first == "\u{FEFF}")
      row += quotes || needsQuotes(cell) ? Self.quoted(cell) : cell
    }
    row += lineEnd
    output.write(row)
  }

  private func needsQuotes(_ cell: String) -> Bool {
    cell.utf8.contains { $0 == 34 || $0 == 10 || $0 == 13 || $0 == delimiter.byte }
  }

  private static func quoted(_ cell: String) -> String {
    var text = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { text.unicodeScalars.append(scalar) }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}

public import CodingModel

/// Reads a file of codings made elsewhere: `respondent,question,code,start,end,coder,date,memo`, the columns
/// in any order, under the names other programs and French teams use, all but the respondent and the code
/// left out at will.
public struct CodingFileReader: Sendable {
  /// Which column (from 0) holds what.
  public let columns: [CodingColumn: Int]
  /// The names of columns that mean nothing here and are left out.
  public let ignored: [String]
  /// How much of the text has been read, of ``totalBytes``.
  public var bytesRead: Int { rows.bytesRead }
  /// The size of the text in bytes of UTF-8.
  public var totalBytes: Int { rows.totalBytes }

  private var rows: DelimitedReader

  /// Opens the file at `path`.
  public init(path: String) throws(CodingFileError) {
    let rows: DelimitedReader
    do { rows = try DelimitedReader(path: path) } catch { throw .text(error) }
    try self.init(rows)
  }

  /// Reads `rows`.
  public init(_ rows: DelimitedReader) throws(CodingFileError) {
    self.rows = rows
    let columns = Self.columns(of: rows.header)
    for column in [CodingColumn.respondent, .code] where columns[column] == nil {
      throw .missingColumn(column)
    }
    self.columns = columns
    let used = Set(columns.values)
    ignored = rows.header.indices.filter { !used.contains($0) && !rows.header[$0].isEmpty }.map {
      rows.header[$0]
    }
  }

  /// Whether a header is that of a file of codings rather than of a survey: it has respondents and codes and
  /// either ranges or coders, and no column beyond, in which a survey's answers may be.
  public static func isCodings(header: [String]) -> Bool {
    let found = columns(of: header)
    return found[.respondent] != nil && found[.code] != nil
      && (found[.start] != nil && found[.end] != nil || found[.coder] != nil)
      && Set(found.values).count == header.count
  }

  static func columns(of header: [String]) -> [CodingColumn: Int] {
    let keys = header.map(CodeKeyName.key)
    var columns: [CodingColumn: Int] = [:]
    for column in CodingColumn.allCases {
      let found = column.names.lazy.compactMap { keys.firstIndex(of: $0) }.first
      if let found { columns[column] = found }
    }
    return columns
  }

  /// The next coding, or nil at the end.
  public mutating func next() throws(CodingFileError) -> CodingRecord? {
    do {
      guard try rows.next() else { return nil }
    } catch { throw .text(error) }
    guard let respondent = value(.respondent) else {
      throw .missingRespondent(line: rows.line, column: number(.respondent), name: name(.respondent))
    }
    guard let code = value(.code) else {
      throw .missingCode(line: rows.line, column: number(.code), name: name(.code))
    }
    return CodingRecord(
      line: rows.line, respondent: respondent, question: value(.question), code: code, range: try range(),
      coder: value(.coder), date: try date(), memo: memo())
  }

  private func range() throws(CodingFileError) -> TextRange? {
    let (start, end) = (try offset(.start), try offset(.end))
    switch (start, end) {
    case (nil, nil): return nil
    case (let start?, let end?):
      guard start < end else {
        throw .backwardRange(line: rows.line, column: number(.end), name: name(.end))
      }
      return TextRange(start, end)
    default:
      let given = start == nil ? CodingColumn.end : .start
      throw .halfRange(line: rows.line, column: number(given), name: name(given))
    }
  }

  /// A whole number; `12.0`, as programs write whole numbers in a column with gaps, is one.
  private func offset(_ column: CodingColumn) throws(CodingFileError) -> Int? {
    guard let text = value(column) else { return nil }
    let digits = text.hasSuffix(".0") ? text.dropLast(2) : text[...]
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let offset = Int(digits) else {
      throw .badOffset(line: rows.line, column: number(column), name: name(column))
    }
    return offset
  }

  private func date() throws(CodingFileError) -> String? {
    guard let text = value(.date) else { return nil }
    guard let date = RecordedDate.read(text) else {
      throw .badDate(line: rows.line, column: number(.date), name: name(.date))
    }
    return date
  }

  private func memo() -> String? {
    guard let column = columns[.memo], !rows.isBlank(column) else { return nil }
    return rows.text(column)
  }

  private func value(_ column: CodingColumn) -> String? {
    guard let index = columns[column] else { return nil }
    let text = Blank.trimmed(rows.text(index))
    return text.isEmpty ? nil : text
  }

  private func number(_ column: CodingColumn) -> Int { (columns[column] ?? -1) + 1 }

  private func name(_ column: CodingColumn) -> String { columns[column].map { rows.header[$0] } ?? "" }
}

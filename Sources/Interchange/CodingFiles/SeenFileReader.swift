public import CodingModel

/// Reads a file of the answers that coders have gone through: `respondent,question,coder,date`, the columns in any
/// order, all but the respondent left out at will.
public struct SeenFileReader: Sendable {
  /// Which column (from 0) holds what.
  public let columns: [CodingColumn: Int]
  private var rows: DelimitedReader

  /// The columns that such a file may have.
  static let known: [CodingColumn] = [.respondent, .question, .coder, .date]

  /// Opens the file at `path`.
  public init(path: String) throws(CodingFileError) {
    let rows: DelimitedReader
    do { rows = try DelimitedReader(path: path) } catch { throw .text(error) }
    try self.init(rows)
  }

  /// Reads `rows`.
  public init(_ rows: DelimitedReader) throws(CodingFileError) {
    self.rows = rows
    columns = CodingFileReader.columns(of: rows.header).filter { Self.known.contains($0.key) }
    guard columns[.respondent] != nil else { throw .missingColumn(.respondent) }
  }

  /// Whether a header is that of such a file and of nothing else: it has respondents and coders, and no column beyond.
  public static func isSeen(header: [String]) -> Bool {
    let found = CodingFileReader.columns(of: header)
    return found[.respondent] != nil && found[.coder] != nil && found.keys.allSatisfy(known.contains)
      && Set(found.values).count == header.count
  }

  /// The next line, or nil at the end.
  public mutating func next() throws(CodingFileError) -> SeenRecord? {
    do {
      guard try rows.next() else { return nil }
    } catch { throw .text(error) }
    guard let respondent = value(.respondent) else {
      let column = columns[.respondent] ?? 0
      throw .missingRespondent(line: rows.line, column: column + 1, name: rows.header[column])
    }
    var date: String?
    if let text = value(.date), let column = columns[.date] {
      date = RecordedDate.read(text)
      if date == nil { throw .badDate(line: rows.line, column: column + 1, name: rows.header[column]) }
    }
    return SeenRecord(
      line: rows.line, respondent: respondent, question: value(.question), coder: value(.coder), date: date)
  }

  private func value(_ column: CodingColumn) -> String? {
    guard let index = columns[column] else { return nil }
    let text = Blank.trimmed(rows.text(index))
    return text.isEmpty ? nil : text
  }
}

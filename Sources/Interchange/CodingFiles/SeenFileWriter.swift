public import CodingModel

/// Writes a file of answers gone through that ``SeenFileReader`` reads back.
public struct SeenFileWriter: Sendable {
  private let rows: DelimitedWriter

  /// A writer of CSV, unless given another.
  public init(_ rows: DelimitedWriter = .csv) {
    self.rows = rows
  }

  /// Writes the column names.
  public func begin(_ output: inout some TextOutputStream) {
    rows.write(SeenFileReader.known.map(\.rawValue), to: &output)
  }

  /// Writes an answer gone through; what it leaves out is an empty cell.
  public func write(_ record: SeenRecord, to output: inout some TextOutputStream) {
    rows.write(
      [record.respondent, record.question ?? "", record.coder ?? "", record.date ?? ""], to: &output)
  }
}

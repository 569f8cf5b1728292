public import CodingModel

/// Writes a file of codings that ``CodingFileReader`` reads back.
public struct CodingFileWriter: Sendable {
  private let rows: DelimitedWriter

  /// A writer of CSV, unless given another.
  public init(_ rows: DelimitedWriter = .csv) {
    self.rows = rows
  }

  /// Writes the column names.
  public func begin(_ output: inout some TextOutputStream) {
    rows.write(CodingColumn.allCases.map(\.rawValue), to: &output)
  }

  /// Writes a coding; what it leaves out is an empty cell.
  public func write(_ coding: CodingRecord, to output: inout some TextOutputStream) {
    rows.write(
      [
        coding.respondent, coding.question ?? "", coding.code, coding.range.map { String($0.start) } ?? "",
        coding.range.map { String($0.end) } ?? "", coding.coder ?? "", coding.date ?? "", coding.memo ?? "",
      ], to: &output)
  }
}

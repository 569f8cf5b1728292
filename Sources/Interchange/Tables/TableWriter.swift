/// A format of tables for other programs.
public enum TableFormat: String, Sendable, CaseIterable {
  /// Comma-separated values with a header.
  case csv
  /// Tab-separated values with a header.
  case tsv
  /// A JSON array with an object a row.
  case json
  /// A JSON object a line.
  case jsonl
}

/// Writes a table row by row, so that it need not be in memory: ``begin(_:)``, ``write(_:to:)`` for each row,
/// ``end(_:)``.
public struct TableWriter: Sendable {
  /// The column names.
  public let columns: [String]
  /// The format.
  public let format: TableFormat
  private let keys: [String]
  private var count = 0

  /// A writer of rows with these columns.
  public init(columns: [String], format: TableFormat) {
    self.columns = columns
    self.format = format
    keys = columns.map { JSONText.quote($0) + ":" }
  }

  /// Writes what stands before the rows.
  public mutating func begin(_ output: inout some TextOutputStream) {
    switch format {
    case .csv: DelimitedWriter.csv.write(columns, to: &output)
    case .tsv: DelimitedWriter.tsv.write(columns, to: &output)
    case .json: output.write("[")
    case .jsonl: break
    }
  }

  /// Writes a row.
  ///
  /// - Precondition: it has a value for every column.
  public mutating func write(_ row: [TableValue], to output: inout some TextOutputStream) {
    precondition(row.count == columns.count, "a row has a value for every column")
    switch format {
    case .csv: DelimitedWriter.csv.write(row.map(\.cell), to: &output)
    case .tsv: DelimitedWriter.tsv.write(row.map(\.cell), to: &output)
    case .json: output.write((count == 0 ? "\n  " : ",\n  ") + object(row))
    case .jsonl: output.write(object(row) + "\n")
    }
    count += 1
  }

  /// Writes what stands after the rows.
  public mutating func end(_ output: inout some TextOutputStream) {
    if format == .json { output.write(count == 0 ? "]\n" : "\n]\n") }
  }

  private func object(_ row: [TableValue]) -> String {
    "{" + zip(keys, row).map { $0 + $1.json }.joined(separator: ",") + "}"
  }
}

/// A table as a listing prints or exports it.
public struct DataTable: Hashable, Sendable {
  /// The column names, all different.
  public var columns: [String]
  /// The rows, each with a value for every column.
  public var rows: [[TableValue]]

  /// A table.
  public init(columns: [String], rows: [[TableValue]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// Writes the table to `output`. Cost: linear.
  public func write(as format: TableFormat, to output: inout some TextOutputStream) {
    var writer = TableWriter(columns: columns, format: format)
    writer.begin(&output)
    for row in rows { writer.write(row, to: &output) }
    writer.end(&output)
  }

  /// The table as text.
  public func text(as format: TableFormat) -> String {
    var output = ""
    write(as: format, to: &output)
    return output
  }
}

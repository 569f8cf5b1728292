import Workbench

extension Session {
  /// Prints a listing: `screen` on a terminal, the table itself in the other formats, to the output file
  /// where one is named.
  func list(_ options: ListingOptions, _ table: DataTable, screen: () throws -> [String]) throws {
    let format = options.format(on: terminal)
    let text =
      try TableFormat(rawValue: format.rawValue).map { table.text(as: $0) }
      ?? screen().joined(separator: "\n") + "\n"
    try write(text, to: options.output)
  }

  /// Writes text to a file, or to standard output where none is named.
  func write(_ text: String, to path: String?) throws {
    guard let path else { return try output.write(text) }
    try Output.writeFile(path) { write in try write(text) }
  }

  /// The lines of a table for reading.
  func lines(_ table: TextTable) -> [String] {
    table.lines(terminal, style)
  }
}

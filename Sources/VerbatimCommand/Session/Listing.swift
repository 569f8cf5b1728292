import Workbench

extension Session {
  /// Prints a listing: `screen` on a terminal, the table itself in the other formats, to the output file
  /// where one is named.
  func list(_ options: ListingOptions, _ table: DataTable, screen: () throws -> [String]) throws {
    try list(options, columns: table.columns, screen: screen) { add in
      for row in table.rows { try add(row) }
    }
  }

  /// The same of rows that are written as they are made, so that they need not be in memory.
  ///
  /// - Parameter rows: calls what it is given with each row. Where it throws before the first of them nothing is written,
  ///   and never a part of a file.
  func list(
    _ options: ListingOptions, columns: [String], screen: () throws -> [String],
    rows: (_ add: ([TableValue]) throws -> Void) throws -> Void
  ) throws {
    guard let format = TableFormat(rawValue: options.format(on: terminal).rawValue) else {
      return try write(screen().joined(separator: "\n") + "\n", to: options.output)
    }
    try writing(to: options.output) { text in
      var writer = TableWriter(columns: columns, format: format)
      writer.begin(&text.pending)
      try rows { row in
        writer.write(row, to: &text.pending)
        try text.pass()
      }
      writer.end(&text.pending)
    }
  }

  /// Writes text to a file, or to standard output where none is named.
  func write(_ text: String, to path: String?) throws {
    guard let path else { return try output.write(text) }
    try Output.writeFile(path) { write in try write(text) }
  }

  /// Writes text as it is made to a file, or to standard output where none is named.
  func writing(to path: String?, _ body: (inout TextPassage) throws -> Void) throws {
    func pass(_ write: @escaping (String) throws -> Void) throws {
      var text = TextPassage(write)
      try body(&text)
      try text.passRest()
    }
    guard let path else { return try pass { [output] in try output.write($0) } }
    try Output.writeFile(path) { write in try withoutActuallyEscaping(write, do: pass) }
  }

  /// The lines of a table for reading.
  func lines(_ table: TextTable) -> [String] {
    table.lines(terminal, style)
  }
}

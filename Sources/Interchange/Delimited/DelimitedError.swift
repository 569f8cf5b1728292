/// Why a delimited text file cannot be read. Lines are the file's physical lines from 1; columns are cells
/// of a row, from 1.
public enum DelimitedError: Error, Hashable, Sendable {
  /// The file could not be opened or read.
  case file(InputFileError)
  /// It is a file of another kind.
  case foreignFormat(ForeignFormat)
  /// It is no text.
  case notText
  /// It holds nothing.
  case empty
  /// It holds column names and no row.
  case headerOnly
  /// A byte sequence is not what the file's encoding allows.
  case invalidText(TextEncoding, line: Int, column: Int)
  /// Two columns have the same name.
  case duplicateColumn(String, first: Int, second: Int)
  /// A column without a name holds something on that line.
  case unnamedColumn(line: Int, column: Int)
  /// A row has too few or too many cells.
  case cellCount(line: Int, expected: Int, found: Int)
  /// A quote opened there is never closed.
  case unclosedQuote(line: Int, column: Int)
  /// A quoted cell that opened there is closed and then goes on; often the sign of an unclosed quote before.
  case textAfterQuote(line: Int, column: Int)
  /// A cell is larger than ``DelimitedReader/cellLimit`` bytes.
  case cellTooLarge(line: Int, column: Int)
}

extension DelimitedError {
  /// The line and the cell that an error is about, where it is about one; column 0 is the whole line.
  public var position: FilePosition? {
    switch self {
    case .invalidText(_, let line, let column), .unnamedColumn(let line, let column),
      .unclosedQuote(let line, let column), .textAfterQuote(let line, let column),
      .cellTooLarge(let line, let column):
      FilePosition(line: line, column: column)
    case .cellCount(let line, _, _): FilePosition(line: line, column: 0)
    case .duplicateColumn(_, _, let second): FilePosition(line: 1, column: second)
    case .file, .foreignFormat, .notText, .empty, .headerOnly: nil
    }
  }
}

/// A place in a file: its line, and its column in code points (in a table: its cell), both from 1; 0 where
/// unknown.
public struct FilePosition: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int

  /// A place in a file.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

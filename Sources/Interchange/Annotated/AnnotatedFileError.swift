/// Why a corpus annotated elsewhere cannot be read, and where. Names in it are names of elements and
/// attributes, never words of a text.
public struct AnnotatedFileError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The file itself cannot be read as text.
    case text(DelimitedError)
    /// A line is longer than ``AnnotatedReader/lineLimit`` bytes.
    case lineTooLong
    /// A text has more than ``AnnotatedReader/tokenLimit`` tokens.
    case textTooLong
    /// There is no token in it.
    case noTokens
    /// A line has too few or too many cells.
    case cellCount(expected: Int, found: Int)
    /// A cell that must hold something is empty.
    case emptyCell
    /// The first cell is no number of a word, or not the next one.
    case badID
    /// An element is closed that is not open.
    case unopenedElement(String)
    /// An element is never closed.
    case unclosedElement(String)
    /// An element is opened inside another of its kind.
    case nestedElement(String)
    /// A tag without `>`, or with attributes that are none.
    case badTag
    /// Tokens stand outside the texts.
    case tokenOutside
    /// The names of columns do not fit the file.
    case badColumns(expected: Int, found: Int)
    /// A character that cannot stand at a word's beginning.
    case badWord
  }

  /// What is wrong.
  public let problem: Problem
  /// The line, from 1; 0 where it is about no line.
  public let line: Int
  /// The column in code points, for ``Problem/cellCount(expected:found:)`` the cell, from 1; 0 where unknown.
  public let column: Int

  /// A problem at a place of a file.
  public init(_ problem: Problem, line: Int = 0, column: Int = 0) {
    self.problem = problem
    self.line = line
    self.column = column
  }
}

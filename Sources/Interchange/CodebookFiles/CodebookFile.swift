public import CodingModel

/// A codebook as read from a file, with the places of what may turn out to be wrong later.
public struct CodebookFile: Hashable, Sendable {
  /// Where a code stands in its file.
  public struct Location: Hashable, Sendable {
    /// Where the code begins.
    public var code: FilePosition
    /// Where its rule begins (at the quote of a quoted one); nil for a code without.
    public var rule: FilePosition?

    /// A code's place.
    public init(code: FilePosition, rule: FilePosition? = nil) {
      self.code = code
      self.rule = rule
    }
  }

  /// The codebook.
  public let tree: CodebookTree
  /// Where each code stands, in the order of ``CodebookTree/flattened``.
  public let locations: [Location]
}

/// Why a file cannot be read as a codebook, and where.
public struct CodebookFileError: Error, Hashable, Sendable {
  /// Where.
  public let position: FilePosition
  /// Why.
  public let problem: Problem

  init(_ problem: Problem, at position: FilePosition = FilePosition(line: 0, column: 0)) {
    self.problem = problem
    self.position = position
  }

  /// Checks that a text may be a code's name.
  static func check(_ name: String, at position: FilePosition) throws(CodebookFileError) {
    if CodeContent.isName(name) { return }
    throw CodebookFileError(
      CodeContent.isVisible(name) ? .longName(name.unicodeScalars.count) : .missingName, at: position)
  }

  /// What a value should have been.
  public enum Expected: String, Sendable {
    /// Text.
    case text
    /// A list.
    case list
    /// Keys with their values.
    case mapping
  }

  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The file could not be opened or read.
    case file(InputFileError)
    /// It is no text, or (a CSV) no sound table; that error has its own place.
    case text(DelimitedError)
    /// It is larger than ``CodebookLimits/bytes``.
    case tooLarge
    /// It holds nothing.
    case empty
    /// It is no YAML; `detail` is the parser's wording, in English.
    case syntax(detail: String)
    /// It uses YAML's aliases, which a codebook has no use for and which can stand for endless text.
    case alias(String)
    /// A key or column means nothing here; `near` are the most similar that do.
    case unknownKey(String, near: [String])
    /// A key stands twice.
    case repeatedKey(String)
    /// A key or column must be there.
    case missingKey(String)
    /// A value is of another kind than the key needs.
    case wrongType(key: String, expected: Expected)
    /// A code has no name, or none that can be seen.
    case missingName
    /// A code's name is longer than `CodeContent.longestName`; it has that many code points.
    case longName(Int)
    /// Two codes under one parent have the same name; the first stands on `firstLine`.
    case duplicateName(String, firstLine: Int)
    /// Two codes have the same id; the first stands on `firstLine`.
    case duplicateID(String, firstLine: Int)
    /// An id is not made of ASCII letters, digits, hyphens and underscores, 1 to 100 of them.
    case badID(String)
    /// A colour is not written `#rrggbb`.
    case badColour(String)
    /// A colour lacks its quotes, so that YAML reads it as a comment.
    case unquotedColour
    /// A code's parent is none of the codes.
    case unknownParent(String, near: [String])
    /// A code's parent may be several of the codes.
    case ambiguousParent(String)
    /// These codes stand under each other in a circle.
    case cycle([String])
    /// A code stands deeper than ``CodebookLimits/depth``.
    case tooDeep
    /// There are more codes than ``CodebookLimits/codes``.
    case tooManyCodes
  }
}

/// How large a codebook may be; a hundred times what people write.
public enum CodebookLimits {
  /// The size of the file: 2 MiB.
  public static let bytes = 2 << 20
  /// How many codes.
  public static let codes = 10_000
  /// How many levels.
  public static let depth = 50
}

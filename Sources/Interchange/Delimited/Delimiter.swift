/// What stands between the cells of a row: one ASCII character.
public struct Delimiter: Hashable, Sendable {
  /// Its byte.
  public let byte: UInt8

  private init(byte: UInt8) { self.byte = byte }

  /// The delimiter that is `character`; nil unless it is printable ASCII or a tab, and neither a letter, a
  /// digit nor a quote.
  public init?(_ character: Character) {
    guard let byte = character.asciiValue, byte == 9 || (32..<127).contains(byte), byte != 34,
      !character.isLetter, !character.isNumber
    else { return nil }
    self.byte = byte
  }

  /// `,`
  public static let comma = Delimiter(byte: 44)
  /// `;`
  public static let semicolon = Delimiter(byte: 59)
  /// A tab.
  public static let tab = Delimiter(byte: 9)
  /// `|`
  public static let bar = Delimiter(byte: 124)
  /// None, for a file of one column: a byte that UTF-8 never uses.
  public static let none = Delimiter(byte: 0xFF)

  /// The character, or nil for ``none``.
  public var character: Character? {
    self == .none ? nil : Character(Unicode.Scalar(byte))
  }
}

/// What was found out of a delimited file, or is asked of the reader.
public struct DelimitedFormat: Hashable, Sendable {
  /// How characters are written.
  public var encoding: TextEncoding
  /// Whether the file starts with a byte order mark.
  public var hasByteOrderMark: Bool
  /// What stands between cells.
  public var delimiter: Delimiter
  /// How many bytes the encoding leaves undefined; they are read as control characters. Only Windows-1252
  /// has any.
  public var undefinedBytes: Int

  /// A format.
  public init(
    encoding: TextEncoding = .utf8, hasByteOrderMark: Bool = false, delimiter: Delimiter,
    undefinedBytes: Int = 0
  ) {
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.delimiter = delimiter
    self.undefinedBytes = undefinedBytes
  }
}

public import Foundation

/// Reads delimited text (CSV, TSV and their kin) one row after another, whatever its encoding and delimiter.
///
/// A UTF-8 file is read where it lies, without a copy; UTF-16 and Windows-1252 are first rewritten as UTF-8
/// in memory. Cells are exactly as written: nothing is trimmed. A row whose cells are all blank is skipped.
///
///     var reader = try DelimitedReader(path: "enquete.csv")
///     while try reader.next() { print(reader.line, reader.text(0)) }
public struct DelimitedReader: Sendable {
  /// The largest cell that is read, in bytes: 16 MiB.
  public static let cellLimit = 16 << 20

  /// What the file turned out to be.
  public let format: DelimitedFormat
  /// The column names, without the spaces around them; empty for an unnamed column, whose cells are blank.
  public let header: [String]
  /// The size of the text in bytes of UTF-8; with ``bytesRead``, the progress.
  public var totalBytes: Int { bytes.count }
  /// How much of it has been read.
  public var bytesRead: Int { scanner.position }
  /// The physical line on which the current row starts, from 1.
  public var line: Int { scanner.recordLine }

  /// How many bytes are read before their memory is let go.
  private static let stride = 16 << 20

  private let bytes: Data
  private let mapping: FileMapping?
  private var released = 0
  private var scanner: RecordScanner
  private let invalid: Int?
  private let unnamed: [Int]

  /// Opens the file at `path`. Cost: one pass over its bytes to make sure of the encoding.
  public init(path: String, delimiter: Delimiter? = nil, encoding: TextEncoding? = nil) throws(DelimitedError)
  {
    let file: (bytes: Data, mapping: FileMapping?)
    do { file = try InputFile.open(path) } catch { throw .file(error) }
    try self.init(file.bytes, file.mapping, delimiter: delimiter, encoding: encoding)
    // The pass over all bytes has read them all.
    release(upTo: bytes.count)
    released = bytesRead
  }

  /// Reads `data`; a delimiter or an encoding given is not sought.
  public init(data: Data, delimiter: Delimiter? = nil, encoding: TextEncoding? = nil) throws(DelimitedError) {
    try self.init(data, nil, delimiter: delimiter, encoding: encoding)
  }

  private init(
    _ data: Data, _ mapping: FileMapping?, delimiter: Delimiter?, encoding: TextEncoding?
  ) throws(DelimitedError) {
    self.mapping = mapping
    let text = try DelimitedText(data, encoding: encoding)
    bytes = text.utf8
    invalid = text.invalid
    let hint = Self.hint(text.utf8.span, from: text.start)
    let body = text.utf8.span.extracting((hint?.end ?? text.start)..<text.utf8.count)
    let found = delimiter ?? hint?.delimiter ?? DelimiterSniffer.sniff(body)
    format = DelimitedFormat(
      encoding: text.encoding, hasByteOrderMark: text.hasMark, delimiter: found,
      undefinedBytes: text.undefined)
    scanner = RecordScanner(
      delimiter: found.byte, position: hint?.end ?? text.start, line: hint == nil ? 1 : 2)
    repeat {
      guard try scanner.next(in: bytes.span) else { throw .empty }
    } while scanner.isBlank(in: bytes.span)
    header = scanner.cells.map { Blank.trimmed(CellText.string($0, in: text.utf8.span)) }
    unnamed = header.indices.filter { [header] in header[$0].isEmpty }
    try checkText()
    try checkNames()
    try requireRow()
  }

  /// Goes to the next row; false at the end. The row's cells are then read with ``text(_:)``.
  public mutating func next() throws(DelimitedError) -> Bool {
    if bytesRead - released > Self.stride {
      release(upTo: bytesRead)
      released = bytesRead
    }
    let span = bytes.span
    repeat {
      guard try scanner.next(in: span) else { return false }
    } while scanner.isBlank(in: span)
    try checkText()
    let found = scanner.cells.count
    if found != header.count {
      guard found == header.count + 1, RecordScanner.isBlank(scanner.cells[found - 1], in: span) else {
        throw .cellCount(line: line, expected: header.count, found: found)
      }
    }
    for column in unnamed where !isBlank(column) { throw .unnamedColumn(line: line, column: column + 1) }
    return true
  }

  private func release(upTo end: Int) {
    guard let mapping else { return }
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe mapping.release(UnsafeRawBufferPointer(rebasing: bytes[released..<end]))
    }
  }

  /// The current row's cell in a column (from 0), as written. Cost: the cell's length.
  public func text(_ column: Int) -> String {
    CellText.string(scanner.cells[column], in: bytes.span)
  }

  /// The number of the current row's cell in a column among those known, which it joins where it may; nil where it is
  /// not known.
  func number(_ column: Int, in known: inout KnownCells) -> Int? {
    let (cell, span) = (scanner.cells[column], bytes.span)
    // The same bytes in quotes and without would be two texts.
    guard !cell.hasDoubledQuotes else { return nil }
    return known.number(
      of: span.extracting(cell.start..<cell.end), text: Blank.trimmed(CellText.string(cell, in: bytes.span)))
  }

  /// Whether the current row's cell in a column (from 0) holds nothing but spaces and line ends.
  public func isBlank(_ column: Int) -> Bool {
    RecordScanner.isBlank(scanner.cells[column], in: bytes.span)
  }

  /// The current row's cells. Cost: the row's length.
  public var cells: [String] { header.indices.map(text) }

  private func checkNames() throws(DelimitedError) {
    var seen: [String: Int] = [:]
    for (index, name) in header.enumerated() where !name.isEmpty {
      if let first = seen.updateValue(index, forKey: name) {
        throw .duplicateColumn(name, first: first + 1, second: index + 1)
      }
    }
  }

  /// Throws if the current record holds the first byte that breaks the encoding's rules.
  private func checkText() throws(DelimitedError) {
    guard let invalid, invalid < scanner.position else { return }
    let cell = scanner.cells.lastIndex { $0.start <= invalid } ?? 0
    var line = scanner.recordLine
    let span = bytes.span
    for index in scanner.cells[0].start..<max(invalid, scanner.cells[0].start)
    where span[index] == 10 || (span[index] == 13 && span[index + 1] != 10) {
      line += 1
    }
    throw .invalidText(format.encoding, line: line, column: cell + 1)
  }

  /// Throws if no row follows the header; what is wrong with the rows is found when they are read.
  private func requireRow() throws(DelimitedError) {
    var ahead = scanner
    while true {
      do {
        guard try ahead.next(in: bytes.span) else { break }
      } catch { return }
      if !ahead.isBlank(in: bytes.span) { return }
    }
    throw .headerOnly
  }

  /// The delimiter that a first line `sep=;` names, as Excel writes and reads it, and where that line ends.
  private static func hint(_ bytes: Span<UInt8>, from start: Int) -> (delimiter: Delimiter, end: Int)? {
    let word = Array("sep=".utf8)
    guard bytes.count > start + 5, word.indices.allSatisfy({ bytes[start + $0] == word[$0] }),
      let delimiter = Delimiter(Character(Unicode.Scalar(bytes[start + 4])))
    else { return nil }
    switch (bytes[start + 5], bytes.count > start + 6 ? bytes[start + 6] : 0) {
    case (13, 10): return (delimiter, start + 7)
    case (10, _), (13, _): return (delimiter, start + 6)
    default: return nil
    }
  }
}

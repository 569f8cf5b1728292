/// Where a cell stands in the bytes of a file.
struct CellSpan {
  /// The first byte of the text, after an opening quote.
  var start: Int
  /// The byte after the text, before a closing quote.
  var end: Int
  /// Whether the cell was quoted, so that it counts as a value even when empty.
  var isQuoted: Bool
  /// Whether two quotes inside stand for one.
  var hasDoubledQuotes: Bool
}

/// Cuts UTF-8 bytes into records and these into cells, one record after another.
///
/// Grammar, where `end` is LF, CR LF or CR:
///
///     record = cell *( delimiter cell ) ( end / end of file )
///     cell   = quote *( any but quote / quote quote ) quote *space / *( any but delimiter, end )
///
/// A quote that is not the first character of a cell is text. A cell that starts with a quote and goes on
/// after the closing one is text as it stands, quotes included, if neither a delimiter nor a line end stands
/// between the quotes; otherwise nobody knows what was meant, which is an error.
struct RecordScanner {
  /// The byte between cells.
  let delimiter: UInt8
  /// The offset of the next byte to read.
  private(set) var position: Int
  /// The line of that byte, from 1.
  private(set) var line: Int
  /// The cells of the last record.
  private(set) var cells: [CellSpan] = []
  /// The line on which the last record starts.
  private(set) var recordLine = 0

  /// A scanner that starts at an offset, on a line.
  init(delimiter: UInt8, position: Int, line: Int = 1) {
    self.delimiter = delimiter
    self.position = position
    self.line = line
  }

  /// Reads the next record into ``cells``; false at the end of `bytes`.
  mutating func next(in bytes: Span<UInt8>) throws(DelimitedError) -> Bool {
    guard position < bytes.count else { return false }
    recordLine = line
    cells.removeAll(keepingCapacity: true)
    while true {
      let quoted = position < bytes.count && bytes[position] == 34
      let goesOn = quoted ? try quotedCell(in: bytes) : plainCell(in: bytes, from: position)
      if cells[cells.count - 1].end - cells[cells.count - 1].start > DelimitedReader.cellLimit {
        throw .cellTooLarge(line: recordLine, column: cells.count)
      }
      if !goesOn { return true }
    }
  }

  /// Moves to the start of the next physical line, to go on after an error.
  mutating func skipLine(in bytes: Span<UInt8>) {
    cells.removeAll(keepingCapacity: true)
    while position < bytes.count, bytes[position] != 10, bytes[position] != 13 { position += 1 }
    if position < bytes.count { takeLineEnd(in: bytes) }
  }

  /// Reads a cell without quoting; true if another follows in the record.
  private mutating func plainCell(in bytes: Span<UInt8>, from start: Int) -> Bool {
    var index = position
    let count = bytes.count
    let delimiter = delimiter
    while index < count {
      let byte = bytes[index]
      if byte == delimiter || byte == 10 || byte == 13 { break }
      index += 1
    }
    cells.append(CellSpan(start: start, end: index, isQuoted: false, hasDoubledQuotes: false))
    position = index
    return takeSeparator(in: bytes)
  }

  /// Takes the delimiter or line end at ``position``; true for a delimiter.
  private mutating func takeSeparator(in bytes: Span<UInt8>) -> Bool {
    guard position < bytes.count else { return false }
    if bytes[position] == delimiter {
      position += 1
      return true
    }
    takeLineEnd(in: bytes)
    return false
  }

  private mutating func takeLineEnd(in bytes: Span<UInt8>) {
    let isReturn = bytes[position] == 13
    position += 1
    if isReturn, position < bytes.count, bytes[position] == 10 { position += 1 }
    line += 1
  }

  /// Reads a cell that starts with a quote; true if another follows in the record.
  private mutating func quotedCell(in bytes: Span<UInt8>) throws(DelimitedError) -> Bool {
    let (opening, openingLine) = (position, line)
    var (index, lines) = (position + 1, 0)
    var doubled = false
    let count = bytes.count
    while index < count {
      if index + 8 <= count {
        let length = ByteBlock(bytes, at: index).lengthBeforeQuoteOrLineEnd
        index += length
        if length == 8 { continue }
      }
      let byte = bytes[index]
      if byte == 34 {
        guard index + 1 < count, bytes[index + 1] == 34 else { break }
        doubled = true
        index += 1
      } else if byte == 10 || (byte == 13 && !(index + 1 < count && bytes[index + 1] == 10)) {
        lines += 1
      }
      index += 1
    }
    guard index < count else { throw .unclosedQuote(line: openingLine, column: cells.count + 1) }
    var after = index + 1
    while after < count, bytes[after] == 32, delimiter != 32 { after += 1 }
    guard after == count || bytes[after] == delimiter || bytes[after] == 10 || bytes[after] == 13 else {
      guard lines == 0, !holdsDelimiter(bytes.extracting(opening + 1..<index)) else {
        throw .textAfterQuote(line: openingLine, column: cells.count + 1)
      }
      return plainCell(in: bytes, from: opening)
    }
    cells.append(
      CellSpan(start: opening + 1, end: index, isQuoted: true, hasDoubledQuotes: doubled))
    position = after
    line += lines
    return takeSeparator(in: bytes)
  }

  private func holdsDelimiter(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices where bytes[index] == delimiter { return true }
    return false
  }
}

extension RecordScanner {
  /// Whether the last record says nothing: every cell is unquoted and holds nothing but spaces.
  func isBlank(in bytes: Span<UInt8>) -> Bool {
    cells.allSatisfy { !$0.isQuoted && Self.isBlank($0, in: bytes) }
  }

  /// Whether a cell holds nothing but spaces, tabs, line ends and non-breaking spaces.
  static func isBlank(_ cell: CellSpan, in bytes: Span<UInt8>) -> Bool {
    var index = cell.start
    while index < cell.end {
      switch bytes[index] {
      case 9, 10, 13, 32: index += 1
      case 0xC2 where index + 1 < cell.end && bytes[index + 1] == 0xA0: index += 2
      case 0xE2 where index + 2 < cell.end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF: index += 3
      default: return false
      }
    }
    return true
  }
}

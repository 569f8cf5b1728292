import CodingModel

/// Where tokens stand in their answers' texts, in code points.
final class OffsetTable {
  private let types: TypeTableReader
  private let tokens: TokenStream
  private let gaps: LazyBytes
  private let irregular: IrregularPlaces

  /// Before which of the tokens in `range` one code point stands, the first token's bit lowest; what is said of
  /// irregular ones does not count.
  func spaces(before range: Range<Int>) throws -> [UInt64] { try gaps.bits(range) }

  /// Calls `body` with every token in `range` whose place is written out: how many code points stand before it, and how
  /// many it has.
  func forEachIrregular(in range: Range<Int>, _ body: (Int, UInt32, UInt32) -> Void) throws {
    guard !range.isEmpty else { return }
    var cursor = try irregular.cursor(in: range)
    while let position = cursor.position {
      body(position, UInt32(cursor.gap), UInt32(cursor.length))
      try irregular.advance(&cursor)
      guard cursor.position ?? .max > position else { throw IndexError.damaged(.irregular) }
    }
  }

  init(_ parts: SegmentParts) {
    types = TypeTableReader(parts)
    tokens = TokenStream(parts)
    gaps = parts[.gaps]
    irregular = IrregularPlaces(parts)
  }

  /// The places of the tokens in `range`, which begins with an answer's first token.
  ///
  /// Cost: linear in the number of tokens.
  func places(of range: Range<Int>) throws -> [TextRange] {
    var scratch: [UInt32] = []
    var places: [TextRange] = []
    try self.places(of: range, &scratch, &places)
    return places
  }

  /// The same into arrays that are used again.
  func places(of range: Range<Int>, _ scratch: inout [UInt32], _ places: inout [TextRange]) throws {
    places.removeAll(keepingCapacity: true)
    places.reserveCapacity(range.count)
    try tokens.read(range, into: &scratch)
    guard !range.isEmpty else { return }
    var cursor = try irregular.cursor(in: range)
    var nextIrregular = cursor.position ?? .max
    var end = 0
    let bits = unsafe try gaps.bytes(range.lowerBound / 64 * 8..<(range.upperBound + 63) / 64 * 8)
    let first = range.lowerBound & ~63
    for position in range {
      let start: Int
      if position == nextIrregular {
        start = end + cursor.gap
        end = start + cursor.length
        try irregular.advance(&cursor)
        nextIrregular = cursor.position ?? .max
      } else {
        // Bytes in order hold bits in order, numbers being little-endian.
        let offset = position - first
        start = end + Int(unsafe bits[offset >> 3] >> UInt8(offset & 7) & 1)
        end = start + Int(try types.length(of: scratch[position - range.lowerBound]))
      }
      places.append(TextRange(start, end))
    }
  }
}

/// The tokens whose places are written out.
struct IrregularPlaces {
  /// One of these tokens, and what comes after it.
  struct Cursor {
    /// The token; nil after the last in the range.
    fileprivate(set) var position: Int?
    fileprivate(set) var gap = 0
    fileprivate(set) var length = 0
    fileprivate var block: Int
    /// The token after the range.
    fileprivate let end: Int
    fileprivate var bytes: ByteCursor
  }

  private let bytes: LazyBytes
  private let blockCount: Int

  init(_ parts: SegmentParts) {
    bytes = parts[.irregular]
    blockCount =
      (parts.header.tokenCount + SegmentLayout.irregularBlock - 1) / SegmentLayout.irregularBlock
  }

  /// The first of these tokens in `range`.
  func cursor(in range: Range<Int>) throws -> Cursor {
    let block = range.lowerBound / SegmentLayout.irregularBlock
    var cursor = Cursor(
      position: nil, block: block, end: range.upperBound, bytes: try content(ofBlock: block))
    try advance(&cursor)
    while let found = cursor.position, found < range.lowerBound { try advance(&cursor) }
    return cursor
  }

  private func content(ofBlock block: Int) throws -> ByteCursor {
    guard block < blockCount else { return unsafe ByteCursor(try bytes.bytes(0..<0), of: .irregular) }
    let base = (blockCount + 1) * 4
    let start = try Int(bytes.number(at: block * 4, as: UInt32.self))
    let end = try Int(bytes.number(at: block * 4 + 4, as: UInt32.self))
    guard start <= end else { throw IndexError.damaged(.irregular) }
    return unsafe ByteCursor(try bytes.bytes(base + start..<base + end), of: .irregular)
  }

  /// Moves on to the next of these tokens.
  func advance(_ cursor: inout Cursor) throws {
    var last = cursor.position ?? cursor.block * SegmentLayout.irregularBlock
    while cursor.bytes.isAtEnd {
      cursor.block += 1
      last = cursor.block * SegmentLayout.irregularBlock
      guard last < cursor.end else {
        cursor.position = nil
        return
      }
      cursor.bytes = try content(ofBlock: cursor.block)
    }
    let position = try last + Int(cursor.bytes.varint())
    cursor.position = position < cursor.end ? position : nil
    cursor.gap = try Int(cursor.bytes.varint())
    cursor.length = try Int(cursor.bytes.varint())
  }
}

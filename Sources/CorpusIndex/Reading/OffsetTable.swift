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
    var places = AnswerPlaces(self)
    places.begin(range)
    return try places.all()
  }

  /// What is needed of some of an answer's tokens to tell their places.
  fileprivate struct Run {
    /// Their types, in the first elements.
    var types: [UInt32] = []
    var irregular: IrregularPlaces.Cursor?
  }

  /// Adds the places of the tokens in `range`, the next ones of the answer that `places` are of.
  fileprivate func append(
    _ range: Range<Int>, of answer: Range<Int>, _ run: inout Run, to places: inout [TextRange]
  ) throws {
    try tokens.read(range, into: &run.types)
    var cursor = try run.irregular ?? irregular.cursor(in: answer)
    var nextIrregular = cursor.position ?? .max
    var end = places.last?.end ?? 0
    let lengths = try types.lengths(asking: range.count)
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
        let type = run.types[position - range.lowerBound]
        end = start + Int(lengths.isEmpty ? try types.length(of: type) : lengths[Int(type)])
      }
      places.append(TextRange(start, end))
    }
    run.irregular = cursor
  }
}

/// The places of one answer's tokens after another's, worked out as far as they are asked for.
struct AnswerPlaces {
  private let table: OffsetTable
  private var run = OffsetTable.Run()
  private var places: [TextRange] = []
  /// The answer's tokens.
  private(set) var tokens = 0..<0

  /// Places of answers of the table's segment.
  init(_ table: OffsetTable) {
    self.table = table
  }

  /// Goes on to the answer with these tokens.
  mutating func begin(_ tokens: Range<Int>) {
    self.tokens = tokens
    places.removeAll(keepingCapacity: true)
    run.irregular = nil
  }

  /// Works out the places of so many of the answer's first tokens, or of all there are. Cost: linear in those not yet
  /// worked out.
  mutating func require(_ count: Int) throws {
    let end = min(count, tokens.count)
    guard places.count < end else { return }
    let next = tokens.lowerBound + places.count..<tokens.lowerBound + end
    try table.append(next, of: tokens, &run, to: &places)
  }

  /// The place of one of the tokens for which it has been worked out, by its number in the answer.
  subscript(_ token: Int) -> TextRange { places[token] }

  /// The tokens that are wholly inside a part of the answer's text, by their numbers in the segment; nil where there are
  /// none. Cost: linear in the tokens up to the part's end, as far as they are not yet worked out.
  mutating func tokens(inside part: TextRange) throws -> TokenSpan? {
    while places.count < tokens.count, places.last?.end ?? 0 <= part.end { try require(places.count + 32) }
    let first = places.partitionIndex { $0.start >= part.start }
    let end = places.partitionIndex { $0.end > part.end }
    guard first < end else { return nil }
    return TokenSpan(start: UInt32(tokens.lowerBound + first), end: UInt32(tokens.lowerBound + end))
  }

  /// The places of all of the answer's tokens.
  mutating func all() throws -> [TextRange] {
    try require(tokens.count)
    return places
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

/// The types of a segment's tokens and where its sentences start.
final class TokenStream {
  let count: Int
  private let typeCount: UInt32
  /// The work, in nanoseconds, that queries have put in rather than read missing pages of the stream. Once it
  /// would have paid for reading them, they are read: one query spares them, a hundred do not.
  var spared = 0
  private let stream: LazyBytes
  private let rare: LazyBytes
  private let sentences: LazyBytes

  init(_ parts: SegmentParts) {
    count = parts.header.tokenCount
    typeCount = UInt32(parts.header.typeCount)
    stream = parts[.stream]
    rare = parts[.rare]
    sentences = parts[.sentences]
  }

  /// How many pages of the stream have not been read yet.
  var missingPages: Int { stream.missingPages }

  /// Whether the types of tokens that were passed over are kept for what will be asked next.
  var keepsPassed = true

  /// To be called by who passes over all tokens in order, once those before a position are done with.
  func pass(_ position: Int) { if !keepsPassed { forget(before: position) } }

  /// Forgets the types of tokens far before a position.
  func forget(before position: Int) { stream.forget(before: 2 * position) }

  /// The type of a token.
  @inline(__always)
  func type(at position: Int) throws -> UInt32 {
    let short: UInt16 = try stream.number(at: position * 2, as: UInt16.self)
    return short == SegmentLayout.rareMark ? try rareType(numbered: rareNumber(of: position)) : UInt32(short)
  }

  /// The types of all tokens, rare ones as ``SegmentLayout/rareMark``, if all pages have been read; valid as long as
  /// this object lives.
  func shorts() throws -> UnsafeBufferPointer<UInt16>? {
    unsafe missingPages == 0 ? try stream.all(as: UInt16.self) : nil
  }

  /// The number among the rare tokens of the one at `position`: found by counting the marks before it.
  private func rareNumber(of position: Int) throws -> Int {
    let block = position / SegmentLayout.rareBlock
    let start = block * SegmentLayout.rareBlock
    var number = try Int(rare.number(at: block * 4, as: UInt32.self))
    let marks = unsafe try stream.bytes(start * 2..<position * 2).assumingMemoryBound(to: UInt16.self)
    // Without a check for overflow, which cannot happen, several are counted at once.
    for index in 0..<marks.count { number &+= unsafe marks[index] == SegmentLayout.rareMark ? 1 : 0 }
    return number
  }

  /// The type of the rare token with this number.
  private func rareType(numbered number: Int) throws -> UInt32 {
    let blockCount = (count + SegmentLayout.rareBlock - 1) / SegmentLayout.rareBlock
    let type = try rare.number(at: (blockCount + number) * 4, as: UInt32.self)
    guard type < typeCount else { throw IndexError.damaged(.rare) }
    return type
  }

  /// Writes the types of the tokens in `range` to the beginning of `types`, which grows if need be and never
  /// shrinks; its elements beyond are left over from before.
  func read(_ range: Range<Int>, into types: inout [UInt32]) throws {
    let shorts = unsafe try stream.bytes(range.lowerBound * 2..<range.upperBound * 2)
      .assumingMemoryBound(to: UInt16.self)
    if types.count < range.count { types = Array(repeating: 0, count: range.count * 2) }
    var isBeyond = false
    var rareCount = 0
    let limit = typeCount
    unsafe types.withUnsafeMutableBufferPointer { types in
      for index in 0..<shorts.count {
        let short = unsafe shorts[index]
        unsafe types[index] = UInt32(short)
        let isRare = short == SegmentLayout.rareMark
        rareCount += isRare ? 1 : 0
        isBeyond = isBeyond || !isRare && UInt32(short) >= limit
      }
    }
    guard !isBeyond else { throw IndexError.damaged(.stream) }
    guard rareCount > 0 else { return }
    var number: Int?
    for index in 0..<range.count where types[index] == UInt32(SegmentLayout.rareMark) {
      let current = try number ?? rareNumber(of: range.lowerBound + index)
      types[index] = try rareType(numbered: current)
      number = current + 1
    }
  }

  /// Whether a sentence starts with a token.
  @inline(__always)
  func startsSentence(_ position: Int) throws -> Bool {
    try word(position >> 6) >> UInt64(position & 63) & 1 == 1
  }

  /// With which of the tokens in `range` a sentence starts, the first token's bit lowest.
  func sentenceStarts(in range: Range<Int>) throws -> [UInt64] { try sentences.bits(range) }

  @inline(__always)
  private func word(_ index: Int) throws -> UInt64 {
    try sentences.number(at: index * 8, as: UInt64.self)
  }

  /// Whether a sentence starts with any token in `range`.
  func hasSentenceStart(in range: Range<Int>) throws -> Bool {
    guard !range.isEmpty else { return false }
    let (first, last) = (range.lowerBound >> 6, (range.upperBound - 1) >> 6)
    let head = UInt64.max << UInt64(range.lowerBound & 63)
    let tail = UInt64.max >> UInt64(63 - (range.upperBound - 1) & 63)
    if first == last { return try word(first) & head & tail != 0 }
    if try word(first) & head != 0 { return true }
    for index in first + 1..<last where try word(index) != 0 { return true }
    return try word(last) & tail != 0
  }
}

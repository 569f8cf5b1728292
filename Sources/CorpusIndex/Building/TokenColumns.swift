/// The tokens of a segment being built, a column per property.
struct TokenColumns {
  /// Types, by the analyser's numbers until ``renumber(_:)``.
  var types: [UInt32] = []
  /// The number of the first token of each answer.
  var answerStarts: [UInt32] = []
  private(set) var sentenceCount = 0
  /// Code points between a token and the one before, or the answer's start; 255 where ``long`` has them.
  var gaps: [UInt8] = []
  /// Code points in a token; 255 where ``long`` has them.
  var lengths: [UInt8] = []
  var long: [Int: (gap: UInt32, length: UInt32)] = [:]
  private var sentences: [UInt64] = []
  private var lastEnd: UInt32 = 0
  private var isFirst = true

  /// Makes room for so many tokens.
  mutating func reserve(_ count: Int) {
    types.reserveCapacity(count)
    gaps.reserveCapacity(count)
    lengths.reserveCapacity(count)
    sentences.reserveCapacity(count / 64 + 1)
  }

  mutating func beginAnswer() {
    answerStarts.append(UInt32(types.count))
    lastEnd = 0
    isFirst = true
  }

  mutating func append(type: UInt32, start: UInt32, end: UInt32, startsSentence: Bool) throws(IndexError) {
    guard start >= lastEnd, end >= start else { throw .outOfOrder }
    let (gap, length) = (start - lastEnd, end - start)
    let index = types.count
    if index & 63 == 0 { sentences.append(0) }
    if startsSentence || isFirst {
      sentences[index >> 6] |= 1 << UInt64(index & 63)
      sentenceCount += 1
    }
    if gap >= 255 || length >= 255 { long[index] = (gap, length) }
    types.append(type)
    gaps.append(UInt8(min(gap, 255)))
    lengths.append(UInt8(min(length, 255)))
    lastEnd = end
    isFirst = false
  }

  /// Adds another's answers from `first` on, up to the one with which there are `limit` tokens or more.
  ///
  /// - Parameter numbers: the number to give each of the other's types.
  /// - Returns: the first of the other's answers that was not added.
  mutating func append(
    _ other: TokenColumns, answersFrom first: Int, types numbers: [UInt32], limit: Int
  ) -> Int {
    func start(_ answer: Int) -> Int {
      answer < other.answerStarts.count ? Int(other.answerStarts[answer]) : other.types.count
    }
    let base = types.count
    let from = start(first)
    var last = first
    while last < other.answerStarts.count, last == first || base + start(last) - from < limit { last += 1 }
    let range = from..<start(last)
    for answer in first..<last { answerStarts.append(UInt32(base + start(answer) - from)) }
    types.append(contentsOf: other.types[range].lazy.map { numbers[Int($0)] })
    gaps.append(contentsOf: other.gaps[range])
    lengths.append(contentsOf: other.lengths[range])
    for (index, exact) in other.long where range.contains(index) { long[base + index - from] = exact }
    appendSentences(other.sentences, range)
    return last
  }

  /// Adds the bits of a range of tokens after those of the tokens there were before.
  mutating func appendSentences(_ bits: [UInt64], _ range: Range<Int>) {
    let base = types.count - range.count
    sentences.append(contentsOf: repeatElement(0, count: (types.count + 63) / 64 - sentences.count))
    for offset in stride(from: 0, to: range.count, by: 64) {
      let place = range.lowerBound + offset
      var word = bits[place >> 6] >> UInt64(place & 63)
      if place & 63 != 0, place >> 6 + 1 < bits.count {
        word |= bits[place >> 6 + 1] << UInt64(64 - place & 63)
      }
      if range.count - offset < 64 { word &= (1 << UInt64(range.count - offset)) - 1 }
      sentenceCount += word.nonzeroBitCount
      let target = base + offset
      sentences[target >> 6] |= word << UInt64(target & 63)
      if target & 63 != 0, target >> 6 + 1 < sentences.count {
        sentences[target >> 6 + 1] |= word >> UInt64(64 - target & 63)
      }
    }
  }

  /// Gives every type its number in the segment.
  mutating func renumber(_ numbers: [UInt32]) {
    for index in types.indices { types[index] = numbers[Int(types[index])] }
  }

  func encodedAnswers(identities: [Int64]) -> [UInt8] {
    var writer = ByteWriter()
    for start in answerStarts { writer.append(start) }
    writer.append(UInt32(types.count))
    if !identities.isEmpty, writer.bytes.count % 8 != 0 { writer.append(UInt32(0)) }
    for identity in identities { writer.append(UInt64(bitPattern: identity)) }
    return writer.bytes
  }

  func encodedStream() -> (stream: [UInt8], rare: [UInt8]) {
    var stream: [UInt16] = []
    stream.reserveCapacity(types.count)
    var before = ByteWriter()
    var rare = ByteWriter()
    for (index, type) in types.enumerated() {
      if index % SegmentLayout.rareBlock == 0 { before.append(UInt32(rare.bytes.count / 4)) }
      if type < UInt32(SegmentLayout.rareMark) {
        stream.append(UInt16(type))
      } else {
        stream.append(SegmentLayout.rareMark)
        rare.append(type)
      }
    }
    return (StreamPages.encoded(stream), before.bytes + rare.bytes)
  }

  func encodedSentences() -> [UInt8] {
    var writer = ByteWriter()
    for word in sentences { writer.append(word) }
    return writer.bytes
  }

  /// - Parameter lengths: the length of every type of the segment, 255 where it is 255 or more.
  func encodedOffsets(lengths typeLengths: [UInt8]) -> (gaps: [UInt8], irregular: [UInt8]) {
    var bits = [UInt64](repeating: 0, count: sentences.count)
    var directory = ByteWriter()
    var data = ByteWriter()
    var last = 0
    for (index, type) in types.enumerated() {
      if index % SegmentLayout.irregularBlock == 0 {
        directory.append(UInt32(data.bytes.count))
        last = index
      }
      if gaps[index] == 1 { bits[index >> 6] |= 1 << UInt64(index & 63) }
      let length = lengths[index]
      if gaps[index] > 1 || length == 255 || length != typeLengths[Int(type)] {
        let exact = long[index] ?? (UInt32(gaps[index]), UInt32(length))
        data.append(varint: UInt32(index - last))
        data.append(varint: exact.gap)
        data.append(varint: exact.length)
        last = index
      }
    }
    directory.append(UInt32(data.bytes.count))
    var writer = ByteWriter()
    for word in bits { writer.append(word) }
    return (writer.bytes, directory.bytes + data.bytes)
  }
}

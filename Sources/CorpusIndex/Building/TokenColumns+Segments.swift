/// A finished segment whose tokens go into another one.
struct SegmentSource {
  let segment: CorpusSegment
  /// The number to give each of its types.
  let numbers: [UInt32]
  /// The length of each of its types' words.
  let lengths: [UInt8]
  /// How many tokens of each of its types have been taken.
  var frequencies: [UInt32]
  fileprivate var scratch: [UInt32] = []

  init(_ segment: CorpusSegment, numbers: [UInt32]) throws {
    self.segment = segment
    self.numbers = numbers
    lengths = try (0..<UInt32(numbers.count)).map { try segment.types.length(of: $0) }
    frequencies = Array(repeating: 0, count: numbers.count)
  }
}

extension TokenColumns {
  /// Tokens that are read at once: a page of the stream.
  private static let run = StreamPages.tokens

  /// Adds answers of a finished segment, given by their numbers in it.
  mutating func append(_ source: inout SegmentSource, answers: Range<Int>) throws {
    let segment = source.segment
    let starts = try segment.answerTable.starts()
    let base = types.count
    let range = Int(starts[answers.lowerBound])..<Int(starts[answers.upperBound])
    for answer in answers { answerStarts.append(UInt32(base + Int(starts[answer]) - range.lowerBound)) }
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.run) {
      let run = start..<min(start + Self.run, range.upperBound)
      try segment.tokens.read(run, into: &source.scratch)
      for index in 0..<run.count {
        let type = Int(source.scratch[index])
        types.append(source.numbers[type])
        lengths.append(source.lengths[type])
        source.frequencies[type] += 1
      }
      let spaces = try segment.offsets.spaces(before: run)
      for index in 0..<run.count { gaps.append(UInt8(spaces[index >> 6] >> UInt64(index & 63) & 1)) }
      try segment.offsets.forEachIrregular(in: run) { position, gap, length in
        let index = base + position - range.lowerBound
        gaps[index] = UInt8(min(gap, 255))
        lengths[index] = UInt8(min(length, 255))
        if gap >= 255 || length >= 255 { long[index] = (gap, length) }
      }
    }
    appendSentences(try segment.tokens.sentenceStarts(in: range), 0..<range.count)
  }
}

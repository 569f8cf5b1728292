/// Hits that are kept to be sorted. Memory: 8 bytes a hit, 12 where those of a segment differ in length.
struct KeptHits {
  private var numbers: [UInt32] = []
  private var starts: [UInt32] = []
  /// Where they end, by part; none where all of a part are of one length.
  private var ends: [[UInt32]]
  private let lengths: [UInt32?]
  /// The place of each part's first hit.
  private var firsts: [Int]

  /// - Parameters:
  ///   - lengths: the length that all hits of each part have; nil where they differ.
  ///   - count: how many will be kept.
  init(lengths: [Int?], count: Int) {
    self.lengths = lengths.map { $0.map(UInt32.init) }
    ends = lengths.map { _ in [] }
    firsts = lengths.map { _ in 0 }
    numbers.reserveCapacity(count)
    starts.reserveCapacity(count)
  }

  var count: Int { numbers.count }

  /// Adds a hit; those of a part come after those of the part before.
  mutating func append(_ hit: NumberedHit) {
    numbers.append(hit.number)
    starts.append(hit.span.start)
    if lengths[hit.part] == nil { ends[hit.part].append(hit.span.end) }
    for part in hit.part + 1..<firsts.count { firsts[part] = numbers.count }
  }

  /// The hit that was added after so many others.
  subscript(_ place: Int) -> NumberedHit {
    let part = firsts.lastIndex { $0 <= place } ?? 0
    let start = starts[place]
    let end = lengths[part].map { start + $0 } ?? ends[part][place - firsts[part]]
    return NumberedHit(number: numbers[place], part: part, span: TokenSpan(start: start, end: end))
  }
}

public import CodingModel

/// Parts of answers' texts, such as the segments of a code: eight bytes each, and twelve for every answer.
public struct AnswerRanges: Hashable, Sendable {
  /// A part, in code points; one that ends beyond all texts ends with `Int32.max`.
  private struct Part: Hashable {
    let start: Int32, end: Int32

    var range: TextRange { TextRange(Int(start), Int(end)) }
  }

  /// The answers that have a part, ascending.
  public private(set) var answers: [RowID<Answer>] = []
  /// Where the parts of each answer begin in ``parts``, but for the last answer's end.
  private var starts: [UInt32] = []
  private var parts: [Part] = []

  /// No parts yet, with room for so many of so many answers.
  public init(capacity: Int = 0, answers answerCount: Int = 0) {
    answers.reserveCapacity(answerCount)
    starts.reserveCapacity(answerCount)
    parts.reserveCapacity(capacity)
  }

  /// These parts, in any order and overlapping as they will.
  public init(_ ranges: [RowID<Answer>: [TextRange]]) {
    for answer in ranges.keys.sorted() { for range in ranges[answer] ?? [] { append(answer, range) } }
  }

  /// Whether there are none.
  public var isEmpty: Bool { answers.isEmpty }

  /// How many bytes of memory they take, about.
  public var byteCount: Int { 12 * answers.count + 8 * parts.count }

  /// Adds a part of the last answer or of a later one.
  public mutating func append(_ answer: RowID<Answer>, _ range: TextRange) {
    if answers.last != answer {
      precondition(answers.last.map { $0 < answer } ?? true, "answers with parts are added in order")
      answers.append(answer)
      starts.append(UInt32(parts.count))
    }
    parts.append(Part(start: Int32(clamping: range.start), end: Int32(clamping: range.end)))
  }

  /// The parts of an answer, in the order in which they were added. Cost: logarithmic in the answers.
  public subscript(_ answer: RowID<Answer>) -> [TextRange] {
    let place = answers.partitionIndex { $0 >= answer }
    guard place < answers.count, answers[place] == answer else { return [] }
    return ranges(at: place)
  }

  /// The parts of the answer that stands at a place among ``answers``.
  public func ranges(at place: Int) -> [TextRange] { parts[bounds(at: place)].map(\.range) }

  private func bounds(at place: Int) -> Range<Int> {
    Int(starts[place])..<(place + 1 < starts.count ? Int(starts[place + 1]) : parts.count)
  }

  /// All parts of both. Cost: linear in both.
  public func union(_ other: AnswerRanges) -> AnswerRanges {
    if isEmpty { return other }
    var united = AnswerRanges()
    var (mine, others) = (0, 0)
    while mine < answers.count || others < other.answers.count {
      let isMine =
        others == other.answers.count || mine < answers.count && answers[mine] <= other.answers[others]
      let (ranges, place) = isMine ? (self, mine) : (other, others)
      for part in ranges.parts[ranges.bounds(at: place)] { united.append(ranges.answers[place], part.range) }
      if isMine { mine += 1 } else { others += 1 }
    }
    return united
  }
}

internal import CodingModel

/// Codings put together by answer, their codes numbered. Cost: linear.
struct CodingsByAnswer {
  /// A coding within its answer.
  struct Item {
    var start: Int32
    var end: Int32
    var code: Int32

    var isEmpty: Bool { start == end }

    init(start: Int32, end: Int32, code: Int32) { (self.start, self.end, self.code) = (start, end, code) }

    init(_ range: TextRange, _ code: Int) {
      self.init(start: Int32(clamping: range.start), end: Int32(clamping: range.end), code: Int32(code))
    }
  }

  /// The answers, in the order in which they were first met.
  private(set) var answers: [RowID<Answer>] = []
  /// All codings, answer by answer.
  private(set) var items: [Item]
  /// Where each answer's codings begin in ``items``, with one more entry for their end.
  private var starts: [Int]

  /// Leaves out codings of codes that `codes` does not hold.
  init(_ codings: [CodedRange], codes: [RowID<Code>]) {
    let codeIndex = IdentityIndex(codes)
    guard !Self.isByAnswer(codings) else {
      (items, starts) = ([], [0])
      items.reserveCapacity(codings.count)
      for coding in codings {
        guard let code = codeIndex[coding.code] else { continue }
        if answers.last != coding.answer {
          if !answers.isEmpty { starts.append(items.count) }
          answers.append(coding.answer)
        }
        items.append(Item(coding.range, code))
      }
      starts.append(items.count)
      return
    }
    var (lowest, highest) = (Int64.max, Int64.min)
    for coding in codings {
      lowest = min(lowest, coding.answer.value)
      highest = max(highest, coding.answer.value)
    }
    var answerIndex = IdentityIndex<Answer>(lowest: lowest, highest: highest, expected: codings.count)
    // First the answers are numbered and counted, then each coding is put in its place.
    var places = [(answer: Int32, code: Int32)](repeating: (-1, -1), count: codings.count)
    starts = [0]
    for (at, coding) in codings.enumerated() {
      guard let code = codeIndex[coding.code] else { continue }
      let answer = answerIndex.number(of: coding.answer)
      if answer == answers.count {
        answers.append(coding.answer)
        starts.append(0)
      }
      starts[answer + 1] += 1
      places[at] = (Int32(answer), Int32(code))
    }
    for answer in answers.indices { starts[answer + 1] += starts[answer] }
    var next = starts
    items = Array(repeating: Item(start: 0, end: 0, code: 0), count: starts[answers.count])
    for (at, place) in places.enumerated() where place.answer >= 0 {
      items[next[Int(place.answer)]] = Item(codings[at].range, Int(place.code))
      next[Int(place.answer)] += 1
    }
  }

  /// Whether the codings of each answer follow each other, as a project gives them.
  private static func isByAnswer(_ codings: [CodedRange]) -> Bool {
    for at in codings.indices.dropFirst() where codings[at - 1].answer > codings[at].answer { return false }
    return true
  }

  /// The places in ``items`` of the codings of the answer with that number.
  func codings(of answer: Int) -> Range<Int> {
    starts[answer]..<starts[answer + 1]
  }
}

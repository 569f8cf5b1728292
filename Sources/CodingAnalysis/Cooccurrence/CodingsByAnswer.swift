internal import CodingModel

/// Codings put together by answer, their codes numbered. Cost: linear where each answer's follow each other, else sorting.
struct CodingsByAnswer {
  /// A coding within its answer.
  struct Item {
    var start: Int32
    var end: Int32
    var code: Int32

    var isEmpty: Bool { start == end }
  }

  /// The answers, ascending.
  private(set) var answers: [RowID<Answer>] = []
  /// All codings, answer by answer.
  private(set) var items: [Item]
  /// Where each answer's codings begin in ``items``, with one more entry for their end.
  private var starts: [Int]

  /// Leaves out codings of codes that `codes` does not hold.
  init(_ codings: [CodedRange], codes: [RowID<Code>]) {
    let codeIndex = IdentityIndex(codes)
    (items, starts) = ([], [])
    items.reserveCapacity(codings.count)
    for coding in Self.isByAnswer(codings) ? codings : codings.sorted(by: { $0.answer < $1.answer }) {
      guard let code = codeIndex[coding.code] else { continue }
      if answers.last != coding.answer {
        answers.append(coding.answer)
        starts.append(items.count)
      }
      items.append(
        Item(
          start: Int32(clamping: coding.range.start), end: Int32(clamping: coding.range.end),
          code: Int32(code)))
    }
    starts.append(items.count)
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

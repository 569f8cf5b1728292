public import CodingModel

/// Codings put together by answer, in each by start, their codes numbered: what counting passes over, in twelve bytes each.
public struct CodingsByAnswer: Sendable {
  /// A coding within its answer.
  public struct Item: Sendable {
    /// Where it starts and ends, in code points.
    let start: Int32, end: Int32
    /// The place of its code in ``CodingsByAnswer/codes``.
    public let code: UInt32

    var isEmpty: Bool { start == end }
    /// The coded part of the answer's text.
    public var range: TextRange { TextRange(Int(start), Int(end)) }
  }

  /// The codes, each once, by their numbers; not all need be given. To be set once all are known.
  public var codes: [RowID<Code>]
  /// The answers with a coding, ascending.
  public private(set) var answers: [RowID<Answer>] = []
  /// All codings, answer by answer.
  public private(set) var items: [Item] = []
  /// Where each answer's codings begin in ``items``, but for the last answer's end.
  private var starts: [UInt32] = []

  /// No codings yet.
  public init(codes: [RowID<Code>] = []) {
    self.codes = codes
  }

  /// Codings in any order; those of codes that `codes` does not hold are left out.
  ///
  /// Cost: linear where they come by answer and start, as a project gives them, else sorting.
  public init(_ codings: [CodedRange], codes: [RowID<Code>]) {
    self.init(codes: codes)
    let codeIndex = IdentityIndex(codes)
    reserveCapacity(codings.count)
    for coding in Self.ascend(codings) ? codings : codings.sorted(by: Self.precedes) {
      guard let code = codeIndex[coding.code] else { continue }
      append(coding.answer, code: UInt32(code), coding.range)
    }
  }

  /// Makes room for so many codings.
  public mutating func reserveCapacity(_ count: Int) { items.reserveCapacity(count) }

  /// Adds a coding, which is on the last answer and does not start before the last coding there, or on a later answer.
  public mutating func append(_ answer: RowID<Answer>, code: UInt32, _ range: TextRange) {
    let item = Item(start: Int32(clamping: range.start), end: Int32(clamping: range.end), code: code)
    if answers.last == answer {
      precondition(
        items[items.count - 1].start <= item.start, "codings of an answer are added by their start")
    } else {
      precondition(answers.last.map { $0 < answer } ?? true, "answers with codings are added in order")
      answers.append(answer)
      starts.append(UInt32(items.count))
    }
    items.append(item)
  }

  /// The places in ``items`` of the codings of the answer with that number.
  public func codings(of answer: Int) -> Range<Int> {
    Int(starts[answer])..<(answer + 1 < starts.count ? Int(starts[answer + 1]) : items.count)
  }

  /// Only the codings of these codes.
  func only(_ wanted: [RowID<Code>]) -> CodingsByAnswer {
    let isWanted = IdentityIndex(wanted)
    let keeps = codes.map { isWanted[$0] != nil }
    guard items.contains(where: { !keeps[Int($0.code)] }) else { return self }
    var chosen = CodingsByAnswer(codes: codes)
    for answer in answers.indices {
      for at in codings(of: answer) where keeps[Int(items[at].code)] {
        chosen.append(answers[answer], code: items[at].code, items[at].range)
      }
    }
    return chosen
  }

  /// Calls `body` with the codings of each answer. Cost: the codings alone.
  @inline(__always)
  func forEachAnswer(_ body: (UnsafeBufferPointer<Item>) -> Void) {
    unsafe items.withUnsafeBufferPointer { items in
      unsafe starts.withUnsafeBufferPointer { starts in
        for answer in 0..<starts.count {
          let end = unsafe answer + 1 < starts.count ? Int(starts[answer + 1]) : items.count
          unsafe body(UnsafeBufferPointer(rebasing: items[Int(starts[answer])..<end]))
        }
      }
    }
  }

  private static func precedes(_ left: CodedRange, _ right: CodedRange) -> Bool {
    (left.answer, left.range.start) < (right.answer, right.range.start)
  }

  private static func ascend(_ codings: [CodedRange]) -> Bool {
    for at in codings.indices.dropFirst() where precedes(codings[at], codings[at - 1]) { return false }
    return true
  }
}

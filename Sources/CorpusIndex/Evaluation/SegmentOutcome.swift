/// What a query finds in one segment.
///
/// Hits of one token each may be kept as bits: those of a frequent word are counted, joined and narrowed down
/// to some answers without being written out.
struct SegmentOutcome {
  /// The answers it finds.
  var answers: LocalAnswers
  /// Hits of one token; not changed once they are here.
  private(set) var tokens: PositionBits?
  private var others: [TokenSpan]

  /// An outcome with hits ascending, each once; all in `answers`.
  init(answers: LocalAnswers, spans: [TokenSpan]) {
    self.answers = answers
    others = spans
  }

  /// An outcome with hits of one token each, all in `answers`.
  init(answers: LocalAnswers, tokens: PositionBits) {
    self.answers = answers
    self.tokens = tokens
    others = []
  }

  /// Its hits, ascending, each once; all in ``answers``. Cost: linear in their number, each time.
  var spans: [TokenSpan] {
    get {
      guard let tokens else { return others }
      return tokens.spans().merged(with: others)
    }
    set {
      tokens = nil
      others = newValue
    }
  }

  /// Some of its hits, leaving out the first `skipped`. Those of a frequent word are not all written out for it.
  func spans(skipping skipped: Int, limit: Int) -> ArraySlice<TokenSpan> {
    guard let tokens, others.isEmpty else { return spans.dropFirst(skipped).prefix(limit) }
    var found: [TokenSpan] = []
    var rest = skipped
    var next: UInt32 = 0
    while found.count < limit, let position = tokens.first(from: next) {
      if rest > 0 { rest -= 1 } else { found.append(TokenSpan(start: position, end: position + 1)) }
      next = position + 1
    }
    return found[...]
  }

  /// How many hits there are.
  var spanCount: Int {
    guard let tokens else { return others.count }
    // A hit of one token may be both a bit and a span.
    let repeated = others.count { $0.end == $0.start + 1 && tokens.contains($0.start) }
    return tokens.cardinality + others.count - repeated
  }

  /// Adds the hits of another outcome of the segment.
  mutating func addSpans(of other: SegmentOutcome) {
    others = others.merged(with: other.others)
    guard let added = other.tokens else { return }
    guard let tokens else {
      self.tokens = added
      return
    }
    let sum = PositionBits(count: tokens.count)
    sum.formUnion(tokens)
    sum.formUnion(added)
    self.tokens = sum
  }

  /// Drops the hits of answers that are not in ``answers``.
  mutating func restrictSpans(in segment: CorpusSegment) throws {
    if !others.isEmpty {
      var cursor = try AnswerCursor(segment.answerTable)
      others = others.filter { span in
        cursor.seek(span.start)
        return answers.contains(cursor.answer)
      }
    }
    guard let tokens else { return }
    let kept = PositionBits(count: tokens.count)
    kept.formUnion(tokens)
    var start: UInt32 = 0
    let starts = unsafe try segment.answerTable.starts()
    answers.forEach { answer in
      unsafe kept.remove(start..<starts[answer])
      start = unsafe starts[answer + 1]
    }
    if start < UInt32(tokens.count) { kept.remove(start..<UInt32(tokens.count)) }
    self.tokens = kept
  }
}

extension PositionBits {
  /// The answers that the tokens are in: every answer is looked at once, however many tokens it has.
  func answers(in segment: CorpusSegment) throws -> LocalAnswers {
    var answers = LocalAnswers(count: segment.answerCount)
    let starts = unsafe try segment.answerTable.starts()
    var answer = 0
    var next = first(from: 0)
    while let position = next {
      // Where words are frequent, the next answer that has one is near.
      while unsafe starts[answer + 1] <= position { answer += 1 }
      answers.insert(answer)
      answer += 1
      next = unsafe first(from: starts[answer])
    }
    return answers
  }

  fileprivate func spans() -> [TokenSpan] {
    let count = cardinality
    return unsafe [TokenSpan](unsafeUninitializedCapacity: count) { buffer, initialized in
      var next = 0
      forEach { position in
        unsafe (buffer.baseAddress! + next).initialize(to: TokenSpan(start: position, end: position + 1))
        next += 1
      }
      initialized = next
    }
  }
}

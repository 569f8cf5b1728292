/// What a query finds in one segment.
///
/// Hits of one length may be kept apart, as bits: those of a frequent word, or of a phrase of such words, are counted,
/// joined and narrowed down to some answers without being written out, and not before they are looked at.
struct SegmentOutcome {
  /// The answers it finds.
  var answers: LocalAnswers
  /// Hits of one length.
  private(set) var tokens: TokenHits?
  private var others: [TokenSpan]

  /// An outcome with hits ascending, each once; all in `answers`.
  init(answers: LocalAnswers, spans: [TokenSpan]) {
    self.answers = answers
    others = spans
  }

  /// An outcome with hits of one length, all in `answers`.
  init(answers: LocalAnswers, tokens: TokenHits) {
    self.answers = answers
    self.tokens = tokens
    others = []
  }

  /// Its hits, ascending, each once; all in ``answers``.
  var hits: HitSpans { hits(skipping: 0) }

  /// Its hits but for the first `skipped`. Cost: where none are both bits and spans, those are not gone through.
  func hits(skipping skipped: Int) -> HitSpans { HitSpans(tokens, and: others, skipping: skipped) }

  /// The hits with these numbers, counted from 0 and ascending. Cost: linear in their number, with bits in the size of the
  /// segment and, where some hits are bits and some spans, in the number of all.
  func hits(numbered numbers: [Int]) -> [TokenSpan] {
    guard let tokens else { return numbers.map { others[$0] } }
    if others.isEmpty { return tokens.bits().tokens(numbered: numbers).map(tokens.span) }
    var hits = self.hits
    var passed = 0
    var hit: TokenSpan?
    return numbers.compactMap { number in
      while passed <= number {
        hit = hits.next()
        passed += 1
      }
      return hit
    }
  }

  /// How many tokens every hit has, where all are kept as bits.
  var commonLength: Int? { others.isEmpty ? tokens?.length : nil }

  /// How many hits there are.
  var spanCount: Int {
    guard let tokens else { return others.count }
    // A hit may be both a bit and a span.
    return tokens.count() + others.count - others.count(where: tokens.contains)
  }

  /// Adds the hits of another outcome of the segment.
  mutating func addSpans(of other: SegmentOutcome) {
    others = others.merged(with: other.others)
    guard let added = other.tokens else { return }
    if let tokens, tokens.length != added.length {
      others = others.merged(with: added.spans())
    } else {
      tokens = tokens?.joined(with: added) ?? added
    }
  }

  /// Drops the hits of answers that are not in ``answers``.
  mutating func restrictSpans(in segment: CorpusSegment) throws {
    if !others.isEmpty {
      var cursor = try AnswerCursor(segment.answerTable, expecting: others.count)
      others = others.filter { span in
        cursor.seek(span.start)
        return answers.contains(cursor.answer)
      }
    }
    tokens = try tokens?.restricted(to: answers, segment.answerTable.starts())
  }
}

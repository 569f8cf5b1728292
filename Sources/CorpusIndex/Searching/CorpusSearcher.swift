public import CodingModel
import FrenchText
public import QueryLanguage

/// Answers queries and counts words on the segments of a project.
///
/// Not Sendable: one thread at a time. It keeps what it has read of its segments.
public final class CorpusSearcher {
  /// The segments, in the order of their answers.
  public let segments: [CorpusSegment]
  let tokenizer: any QueryTokenizer
  private var knownUnion: KeyUnion?
  /// What ``countedWords(by:of:)`` has made.
  var knownWords: [CountedWords.Kind: CountedWords] = [:]

  /// A searcher on these segments.
  ///
  /// - Parameter remembers: whether the words of queries and all tokens passed over are kept for others to come; who asks
  ///   once has no use for it.
  /// - Throws: ``IndexError/outOfOrder`` where two segments' spans of answers overlap.
  public init(
    segments: [CorpusSegment], tokenizer: any QueryTokenizer, remembers: Bool = true
  ) throws {
    self.segments = segments.filter { $0.answerCount > 0 }.sorted {
      $0.answers.lowerBound < $1.answers.lowerBound
    }
    self.tokenizer = tokenizer
    let known = remembers ? KnownTokens() : KnownTokens(limit: 0)
    for segment in self.segments {
      segment.known = known
      segment.tokens.keepsPassed = remembers
    }
    for (left, right) in zip(self.segments, self.segments.dropFirst())
    where left.answers.upperBound >= right.answers.lowerBound {
      throw IndexError.outOfOrder
    }
  }

  /// How many answers are indexed.
  public var answerCount: Int { segments.reduce(0) { $0 + $1.answerCount } }
  /// How many tokens are indexed.
  public var tokenCount: Int { segments.reduce(0) { $0 + $1.tokenCount } }
  /// How many sentences are indexed.
  public var sentenceCount: Int { segments.reduce(0) { $0 + $1.sentenceCount } }

  /// All answers that are indexed.
  public func allAnswers() throws -> AnswerSet {
    var answers = AnswerSet()
    for segment in segments {
      try segment.answerTable.add(LocalAnswers(count: segment.answerCount).complement, to: &answers)
    }
    return answers
  }

  /// What a query finds.
  ///
  /// - Throws: `QueryError` where a name in the query is unknown to the context, ``IndexError`` where the
  ///   index is damaged, and what the storage and the context throw.
  public func search(_ query: Query, in context: any QueryContext) throws -> SearchResult {
    try TagCheck(searcher: self).check(query)
    let plan = try QueryPlan(query, context: context, tokenizer: tokenizer, isForm: isForm)
    let evaluators = segments.map { SegmentEvaluator(segment: $0, plan: plan) }
    let phrases = try Workers.map(evaluators.count, reading: { try evaluators[$0].frequentPhrase(query) }) {
      try $0.find()
    }
    let parts = try zip(evaluators, phrases).map { evaluator, phrase in
      SearchResult.Part(
        segment: evaluator.segment,
        outcome: try phrase.map { SegmentOutcome(answers: $0.answers, spans: $0.spans) }
          ?? evaluator.evaluate(query))
    }
    return SearchResult(parts: parts, hasHits: query.hasPlaces)
  }

  /// The keys of all segments under one numbering; kept once made.
  func keyUnion() throws -> KeyUnion {
    let union = try knownUnion ?? KeyUnion(segments)
    knownUnion = union
    return union
  }

  /// Whether any token's normalised spelling is that of the word.
  func isForm(_ word: String) throws -> Bool {
    let form = Folding.form(word)
    let folded = Array(Folding.folded(word).utf8)
    for segment in segments {
      var isFound = false
      try segment.keys.forEachKey(folded: folded) { entry in
        guard entry.bytes.elementsEqual(form.utf8) else { return }
        try entry.forEachType(in: .form) { _ in isFound = true }
      }
      if isFound { return true }
    }
    return false
  }

  private func place(of answer: RowID<Answer>) throws -> (CorpusSegment, Range<Int>)? {
    let index = segments.partitionIndex { $0.answers.upperBound >= answer.value }
    guard index < segments.count, let number = try segments[index].answerTable.index(of: answer) else {
      return nil
    }
    return (segments[index], try segments[index].answerTable.tokens(of: number))
  }

  /// The places of an answer's tokens in its text, in order; nil where the answer is not indexed.
  public func tokenRanges(of answer: RowID<Answer>) throws -> [TextRange]? {
    guard let (segment, tokens) = try place(of: answer) else { return nil }
    return try segment.offsets.places(of: tokens)
  }

  /// The places of an answer's sentences in its text, from each one's first token to its last, in order;
  /// nil where the answer is not indexed.
  public func sentenceRanges(of answer: RowID<Answer>) throws -> [TextRange]? {
    guard let (segment, tokens) = try place(of: answer) else { return nil }
    var sentences: [TextRange] = []
    for (offset, place) in try segment.offsets.places(of: tokens).enumerated() {
      if let last = sentences.last, try !segment.tokens.startsSentence(tokens.lowerBound + offset) {
        sentences[sentences.count - 1] = TextRange(last.start, place.end)
      } else {
        sentences.append(place)
      }
    }
    return sentences
  }
}

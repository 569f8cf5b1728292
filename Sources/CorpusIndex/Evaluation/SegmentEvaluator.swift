import QueryLanguage

/// What a query finds in one segment.
struct SegmentOutcome {
  /// The answers it finds.
  var answers: LocalAnswers
  /// Its hits, ascending, each once; all in `answers`.
  var spans: [TokenSpan]
}

/// Evaluates a query on one segment.
///
/// A positional query finds the answers that have a hit. AND, OR and NOT combine answers; the hits of AND
/// are those of all its parts in the answers that all find, the hits of OR those of all its parts, each
/// place once; NOT has none, nor has a filter. Inside `within` every hit must be in a segment so coded,
/// and only answers with such a segment are found.
struct SegmentEvaluator {
  let segment: CorpusSegment
  let plan: QueryPlan
  private let resolver: TermResolver
  private let sequences: SequenceResults

  init(segment: CorpusSegment, plan: QueryPlan) {
    self.segment = segment
    self.plan = plan
    resolver = TermResolver(segment: segment)
    sequences = SequenceResults(segment, plan)
  }

  func evaluate(_ query: Query) throws -> SegmentOutcome {
    try evaluate(query, within: [])
  }

  private func evaluate(_ query: Query, within places: [CodedPlaces]) throws -> SegmentOutcome {
    switch query.node {
    case .term, .phrase, .near, .sequence:
      return try outcome(of: spans(of: query), within: places)
    case .filter(let filter):
      let answers = try plan.filterAnswers[filter].map { try segment.answerTable.local($0) }
      return SegmentOutcome(answers: answers ?? LocalAnswers(count: segment.answerCount), spans: [])
    case .and(let parts):
      return try conjunction(parts, within: places)
    case .or(let parts):
      var result = SegmentOutcome(answers: LocalAnswers(count: segment.answerCount), spans: [])
      for part in parts {
        let found = try evaluate(part, within: places)
        result.answers.formUnion(found.answers)
        result.spans = result.spans.merged(with: found.spans)
      }
      return result
    case .not(let inner):
      let found = try evaluate(inner, within: places)
      return SegmentOutcome(answers: found.answers.complement, spans: [])
    case .within(let inner, let filter):
      let coded = try CodedPlaces(plan.codedRanges[filter] ?? [:], in: segment)
      var result = try evaluate(inner, within: places + [coded])
      result.answers.formIntersection(coded.answers)
      return try restricted(result)
    }
  }

  private func conjunction(_ parts: [Query], within places: [CodedPlaces]) throws -> SegmentOutcome {
    var result: SegmentOutcome?
    for part in parts {
      let found = try evaluate(part, within: places)
      guard var sum = result else {
        result = found
        continue
      }
      sum.answers.formIntersection(found.answers)
      sum.spans = sum.spans.merged(with: found.spans)
      result = sum
    }
    return try restricted(
      result ?? SegmentOutcome(answers: LocalAnswers(count: segment.answerCount), spans: []))
  }

  /// The outcome with the hits of other answers dropped.
  private func restricted(_ outcome: SegmentOutcome) throws -> SegmentOutcome {
    guard !outcome.spans.isEmpty else { return outcome }
    var cursor = try AnswerCursor(segment.answerTable)
    let spans = outcome.spans.filter { span in
      cursor.seek(span.start)
      return outcome.answers.contains(cursor.answer)
    }
    return SegmentOutcome(answers: outcome.answers, spans: spans)
  }

  private func outcome(of found: [TokenSpan], within places: [CodedPlaces]) throws -> SegmentOutcome {
    let spans = places.reduce(found) { $1.filter($0) }
    var answers = LocalAnswers(count: segment.answerCount)
    if !spans.isEmpty {
      var cursor = try AnswerCursor(segment.answerTable)
      for span in spans {
        cursor.seek(span.start)
        answers.insert(cursor.answer)
      }
    }
    return SegmentOutcome(answers: answers, spans: spans)
  }

  /// The hits of a positional query.
  private func spans(of query: Query) throws -> [TokenSpan] {
    switch query.node {
    case .term(let term):
      return try phrase(plan.sequence(of: term))
    case .phrase(let terms):
      return try phrase(terms.flatMap { plan.sequence(of: $0) })
    case .or(let parts):
      return try parts.reduce(into: []) { $0 = $0.merged(with: try spans(of: $1)) }
    case .near(let left, let right, let proximity):
      let first = try spans(of: left)
      guard !first.isEmpty else { return [] }
      return try ProximitySearch(segment: segment).spans(first, near: spans(of: right), proximity)
    case .sequence(let sequence):
      return try sequences.spans(of: sequence)
    case .filter, .and, .not, .within:
      return []
    }
  }

  private func phrase(_ kinds: [Term.Kind]) throws -> [TokenSpan] {
    var selections: [TypeSelection] = []
    for kind in kinds {
      let selection = try resolver.selection(of: kind)
      if selection.types.isEmpty, !selection.isEverything { return [] }
      selections.append(selection)
    }
    return try PhraseSearch(segment: segment).spans(of: selections)
  }
}

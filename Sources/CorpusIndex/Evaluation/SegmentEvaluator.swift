import QueryLanguage

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

  /// The phrase that a query is, where it can be found without reading more of the segment; nil for any other query.
  func frequentPhrase(_ query: Query) throws -> FrequentPhrase? {
    guard segment.known.limit == 0, case .phrase(let terms) = query.node,
      let selections = try selections(of: terms.flatMap { plan.sequence(of: $0) })
    else { return nil }
    return try PhraseSearch(segment: segment).frequentPhrase(of: selections)
  }

  private func evaluate(_ query: Query, within places: [CodedPlaces]) throws -> SegmentOutcome {
    switch query.node {
    case .term(let term):
      return try outcome(of: term, within: places)
    case .sequence(let sequence):
      if places.isEmpty, let selection = try sequences.selection(of: sequence) {
        return try outcome(of: selection)
      }
      return try outcome(of: sequences.hits(of: sequence), within: places)
    case .phrase(let terms) where places.isEmpty:
      return try outcome(ofPhrase: terms.flatMap { plan.sequence(of: $0) })
    case .phrase, .near:
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
        result.addSpans(of: found)
      }
      return result
    case .not(let inner):
      let found = try evaluate(inner, within: places)
      return SegmentOutcome(answers: found.answers.complement, spans: [])
    case .within(let inner, let filter):
      let coded = try plan.codedPlaces(of: filter, in: segment)
      var result = try evaluate(inner, within: places + [coded])
      result.answers.formIntersection(coded.answers)
      try result.restrictSpans(in: segment)
      return result
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
      sum.addSpans(of: found)
      result = sum
    }
    var outcome = result ?? SegmentOutcome(answers: LocalAnswers(count: segment.answerCount), spans: [])
    try outcome.restrictSpans(in: segment)
    return outcome
  }

  /// The outcome of a term.
  private func outcome(of term: Term, within places: [CodedPlaces]) throws -> SegmentOutcome {
    let kinds = plan.sequence(of: term)
    if places.isEmpty, kinds.count == 1 { return try outcome(of: resolver.selection(of: kinds[0])) }
    return try outcome(of: spans(of: .init(.term(term))), within: places)
  }

  /// The outcome of tokens, which are kept as bits where they are frequent.
  private func outcome(of selection: TypeSelection) throws -> SegmentOutcome {
    if selection.isEverything {
      return try outcome(of: .bits(TokenHits(segment.allTokens(), count: segment.tokenCount)))
    }
    let collector = PositionCollector(segment: segment)
    guard collector.prefersBits(selection) else {
      let positions = try collector.positions(of: selection)
      return SegmentOutcome(
        answers: try collector.answers(of: selection, positions),
        spans: positions.map { TokenSpan(start: $0, end: $0 + 1) })
    }
    let bits = try collector.bits(of: selection)
    return SegmentOutcome(
      answers: try collector.answers(of: selection, bits),
      tokens: TokenHits(bits, count: selection.frequency))
  }

  /// The outcome of a phrase: of frequent words its hits are kept as bits.
  private func outcome(ofPhrase kinds: [Term.Kind]) throws -> SegmentOutcome {
    guard let selections = try selections(of: kinds) else { return try outcome(of: .list([])) }
    return try outcome(of: PhraseSearch(segment: segment).sequences(of: selections))
  }

  private func outcome(of found: FoundSpans, within places: [CodedPlaces] = []) throws -> SegmentOutcome {
    guard places.isEmpty, case .bits(let hits) = found else {
      return try outcome(of: found.spans, within: places)
    }
    let answers = try hits.bits().answers(in: segment, frequency: hits.count())
    return SegmentOutcome(answers: answers, tokens: hits)
  }

  private func outcome(of found: [TokenSpan], within places: [CodedPlaces]) throws -> SegmentOutcome {
    let spans = places.reduce(found) { $1.filter($0) }
    let answers = try segment.answerTable.answers(of: spans.lazy.map(\.start))
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
      if let found = try neighbours(left, right, proximity) { return found }
      let first = try spans(of: left)
      guard !first.isEmpty else { return [] }
      return try ProximitySearch(segment: segment).spans(first, near: spans(of: right), proximity)
    case .sequence(let sequence):
      return try sequences.hits(of: sequence).spans
    case .filter, .and, .not, .within:
      return []
    }
  }

  /// The hits of two words near each other where one is frequent; nil where they must be found otherwise.
  private func neighbours(_ left: Query, _ right: Query, _ proximity: Proximity) throws -> [TokenSpan]? {
    guard case .term(let first) = left.node, case .term(let second) = right.node else { return nil }
    let kinds = [plan.sequence(of: first), plan.sequence(of: second)]
    guard kinds.allSatisfy({ $0.count == 1 }) else { return nil }
    let selections = try kinds.map { try resolver.selection(of: $0[0]) }
    let collector = PositionCollector(segment: segment)
    guard selections.contains(where: collector.prefersBits), !selections.contains(where: \.isEverything)
    else {
      return nil
    }
    guard !selections.contains(where: \.types.isEmpty) else { return [] }
    // A token that is one of both makes pairs that are no neighbours.
    guard Set(selections[0].types).isDisjoint(with: selections[1].types) else { return nil }
    let bits = try selections.map { try collector.bits(of: $0) }
    let rarer = selections[0].frequency <= selections[1].frequency ? 0 : 1
    return try ProximitySearch(segment: segment).spans(
      bits[0], near: bits[1], startingFrom: rarer == 0 ? .left : .right,
      collector.positions(of: selections[rarer], bits[rarer]), proximity)
  }

  private func phrase(_ kinds: [Term.Kind]) throws -> [TokenSpan] {
    try selections(of: kinds).map { try PhraseSearch(segment: segment).sequences(of: $0).spans } ?? []
  }

  /// The types of each word of a phrase; nil where one has none.
  private func selections(of kinds: [Term.Kind]) throws -> [TypeSelection]? {
    var selections: [TypeSelection] = []
    for kind in kinds {
      let selection = try resolver.selection(of: kind)
      if selection.types.isEmpty, !selection.isEverything { return nil }
      selections.append(selection)
    }
    return selections
  }
}

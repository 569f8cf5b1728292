import QueryLanguage

/// Finds the hits of a sequence in one segment.
struct SequenceSearch {
  let segment: CorpusSegment
  let attributes: AttributeResolver
  /// The answers of each filter, and the coded parts of each filter on a code.
  let filters: [Filter: LocalAnswers]
  let regions: [Filter: CodedPlaces]
  /// When matches are no longer followed one by one; nil for the usual.
  var patience: (steps: Int, perToken: Int)?
  /// How starts are followed; nil for what costs less.
  var method: Method?

  /// A way to follow the starts of matches: many at a time, or each on its own.
  enum Method { case windows, automaton }

  /// The hits, ascending.
  func hits(of plan: SequencePlan) throws -> FoundSpans {
    let sequence = plan.sequence
    let resolver = ConditionResolver(attributes: attributes)
    let sets = try plan.program.conditions.map { condition in try condition.map { try resolver.possible($0) }
    }
    let starts = SequenceStarts(segment: segment, program: plan.program, sets: sets)
    if method != .automaton, let windows = try SequenceWindows(plan, sets, in: segment),
      try method == .windows || windows.cost < starts.cost(), let found = try windows.hits()
    {
      switch try allowed(found, by: sequence) {
      case .list(let spans): return .list(selected(spans, sequence.strategy))
      // Hits of one length end as they start: no two together, and none in another.
      case .bits(let hits): return .bits(hits)
      }
    }
    let classes = TypeClasses(sets, typeCount: segment.types.count)
    let boundaries = SequenceBoundaries(plan.program.boundaries, regions: regions, classes, in: segment)
    let automaton = SequenceAutomaton(plan.program, classes, contextCount: boundaries.contextCount)
    let limits = SequenceLimits(sequence.within, regions: regions, in: segment)
    var matcher = SequenceMatcher(
      automaton: automaton, boundaries: boundaries,
      wantsLongest: sequence.strategy == .longest && !plan.needsLabels, limits: limits)
    if let patience { matcher.patience = patience }
    let labelled = plan.needsLabels ? LabelledMatcher(automaton, boundaries, sequence, plan.labels) : nil
    var evaluator = ConstraintEvaluator(attributes: attributes, filters: filters)
    var window = TokenWindow(segment.tokens)
    var spans: [TokenSpan] = []
    try starts.forEachAnswer {
      answer, tokens, starts in
      if case .filter(let filter)? = sequence.within, !filter.isOnCode {
        guard filters[filter]?.contains(answer) ?? false else { return }
      }
      evaluator.answer = answer
      if labelled == nil, let constraint = sequence.constraint {
        guard try evaluator.holds(constraint, this: nil, { _ in nil }) else { return }
      }
      window.open(tokens)
      var found: [TokenSpan] = []
      try matcher.forEachMatch(from: starts, &window) { start, end in
        found.append(TokenSpan(start: UInt32(start), end: UInt32(end)))
      }
      if let labelled {
        var limits = limits
        found = try found.compactMap { span in
          let start = Int(span.start)
          let limit = try limits.limit(from: start, in: tokens)
          return try labelled.end(from: start, before: limit, &window, evaluator).map {
            TokenSpan(start: span.start, end: UInt32($0))
          }
        }
      }
      spans += sequence.strategy.selected(found)
    }
    return .list(spans)
  }
}

extension SequenceSearch {
  /// The hits in answers for which the filter after `within` and what stands after `::` hold.
  private func allowed(_ found: FoundSpans, by sequence: TokenSequence) throws -> FoundSpans {
    var filter: LocalAnswers?
    if case .filter(let name)? = sequence.within {
      filter = filters[name] ?? LocalAnswers(count: segment.answerCount)
    }
    guard filter != nil || sequence.constraint != nil else { return found }
    var evaluator = ConstraintEvaluator(attributes: attributes, filters: filters)
    func isAllowed(_ answer: Int) throws -> Bool {
      guard filter?.contains(answer) ?? true else { return false }
      guard let constraint = sequence.constraint else { return true }
      evaluator.answer = answer
      return try evaluator.holds(constraint, this: nil) { _ in nil }
    }
    switch found {
    case .bits(let hits):
      var allowed = LocalAnswers(count: segment.answerCount)
      try hits.bits().answers(in: segment, frequency: hits.count()).forEach { answer in
        if try isAllowed(answer) { allowed.insert(answer) }
      }
      return .bits(hits.restricted(to: allowed, try segment.answerTable.starts()))
    case .list(let spans):
      guard !spans.isEmpty else { return found }
      var cursor = try AnswerCursor(segment.answerTable, expecting: spans.count)
      var last = (answer: -1, isAllowed: false)
      return .list(
        try spans.filter { span in
          cursor.seek(span.start)
          if cursor.answer != last.answer { last = (cursor.answer, try isAllowed(cursor.answer)) }
          return last.isAllowed
        })
    }
  }
}

extension SequenceSearch {
  /// Which of all answers' matches count: those of different answers have nothing in common.
  private func selected(_ matches: [TokenSpan], _ strategy: TokenSequence.Strategy) -> [TokenSpan] {
    guard let first = matches.first,
      matches.contains(where: { $0.end - $0.start != first.end - first.start })
    else { return matches }
    guard strategy == .standard else { return strategy.selected(matches) }
    let ends = segment.noTokens()
    return matches.filter { match in
      if ends.contains(match.end - 1) { return false }
      ends.insert(match.end - 1)
      return true
    }
  }
}

extension TokenSequence.Strategy {
  /// Which of an answer's matches count: at most one from each place, ascending by where they start.
  func selected(_ matches: [TokenSpan]) -> [TokenSpan] {
    switch self {
    case .traditional: return matches
    case .standard:
      var ends: Set<UInt32> = []
      return matches.filter { ends.insert($0.end).inserted }
    case .longest:
      var reach: UInt32 = 0
      return matches.filter { match in
        guard match.end > reach else { return false }
        reach = match.end
        return true
      }
    case .shortest: return matches.minimal()
    }
  }
}

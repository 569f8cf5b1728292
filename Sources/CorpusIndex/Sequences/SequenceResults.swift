import QueryLanguage

/// What the sequences of a query find in one segment, each worked out once.
final class SequenceResults {
  private let segment: CorpusSegment
  private let plan: QueryPlan
  private let attributes: AttributeResolver
  private var known: [TokenSequence: FoundSpans] = [:]

  init(_ segment: CorpusSegment, _ plan: QueryPlan) {
    self.segment = segment
    self.plan = plan
    attributes = AttributeResolver(segment)
  }

  /// The tokens that are the hits of a sequence of one token; nil where they are few, and where more is asked of them
  /// than of the token.
  func selection(of sequence: TokenSequence) throws -> TypeSelection? {
    guard let sequencePlan = plan.sequencePlans[sequence], sequence.cut == nil, sequence.constraint == nil,
      !sequencePlan.needsLabels, sequence.isAnywhere, case .token? = sequencePlan.program.steps.first,
      sequencePlan.program.steps.count == 2, let condition = sequencePlan.program.conditions.first ?? nil
    else { return nil }
    let types = try ConditionResolver(attributes: attributes).possible(condition).types
    let frequency = try types.reduce(0) { try $0 + segment.types.frequency(of: $1) }
    let selection = TypeSelection(types: types, frequency: min(frequency, segment.tokenCount))
    return PositionCollector(segment: segment).prefersBits(selection) ? selection : nil
  }

  /// The hits of a sequence, ascending.
  func hits(of sequence: TokenSequence) throws -> FoundSpans {
    if let hits = known[sequence] { return hits }
    guard let sequencePlan = plan.sequencePlans[sequence] else { return .list([]) }
    var filters: [Filter: LocalAnswers] = [:]
    for filter in sequence.answerFilters {
      filters[filter] = try plan.filterAnswers[filter].map { try segment.answerTable.local($0) }
    }
    var regions: [Filter: CodedPlaces] = [:]
    for filter in sequence.regionFilters {
      regions[filter] = try plan.codedPlaces(of: filter, in: segment)
    }
    let search = SequenceSearch(
      segment: segment, attributes: attributes, filters: filters, regions: regions)
    let hits = try sequencePlan.cut(search.hits(of: sequencePlan))
    known[sequence] = hits
    return hits
  }
}

extension TokenSequence {
  /// Whether hits of one token may be anywhere.
  fileprivate var isAnywhere: Bool {
    switch within {
    case nil, .answer?, .sentences?, .tokens?: true
    case .filter?: false
    }
  }
}

extension SearchResult {
  /// How many tokens the hits hold, those of each hit counted.
  public var matchedTokenCount: Int {
    parts.reduce(0) { sum, part in
      if let length = part.outcome.commonLength { return sum + length * part.outcome.spanCount }
      return part.outcome.hits.reduce(sum) { $0 + Int($1.end - $1.start) }
    }
  }
}

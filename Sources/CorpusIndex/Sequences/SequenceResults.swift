import QueryLanguage

/// What the sequences of a query find in one segment, each worked out once.
final class SequenceResults {
  private let segment: CorpusSegment
  private let plan: QueryPlan
  private let attributes: AttributeResolver
  private var known: [TokenSequence: [TokenSpan]] = [:]

  init(_ segment: CorpusSegment, _ plan: QueryPlan) {
    self.segment = segment
    self.plan = plan
    attributes = AttributeResolver(segment)
  }

  /// The hits of a sequence, ascending.
  func spans(of sequence: TokenSequence) throws -> [TokenSpan] {
    if let spans = known[sequence] { return spans }
    guard let sequencePlan = plan.sequencePlans[sequence] else { return [] }
    var filters: [Filter: LocalAnswers] = [:]
    for filter in sequence.answerFilters {
      filters[filter] = try plan.filterAnswers[filter].map { try segment.answerTable.local($0) }
    }
    var regions: [Filter: CodedPlaces] = [:]
    for filter in sequence.regionFilters {
      regions[filter] = try CodedPlaces(plan.codedRanges[filter] ?? [:], in: segment)
    }
    let search = SequenceSearch(
      segment: segment, attributes: attributes, filters: filters, regions: regions)
    let spans = try sequencePlan.cut(search.spans(of: sequencePlan))
    known[sequence] = spans
    return spans
  }
}

extension SearchResult {
  /// How many tokens the hits hold, those of each hit counted.
  public var matchedTokenCount: Int {
    parts.reduce(0) { sum, part in
      part.outcome.spans.reduce(sum) { $0 + Int($1.end - $1.start) }
    }
  }
}

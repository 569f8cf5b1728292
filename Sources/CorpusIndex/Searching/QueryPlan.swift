import CodingModel
import QueryLanguage

/// What every segment needs of a query, worked out once: tokens of its words, answers of its filters.
struct QueryPlan {
  /// A coded part of answers that hits must be in.
  private let codedParts: [Filter: CodedParts]
  let filterAnswers: [Filter: AnswerSet]
  /// What the sequences in CQL need.
  let sequencePlans: [TokenSequence: SequencePlan]
  private let sequences: [Term: [Term.Kind]]

  /// - Parameter isForm: whether any token is written so.
  init(
    _ query: Query, context: any QueryContext, tokenizer: any QueryTokenizer,
    isForm: (String) throws -> Bool
  ) throws {
    var collector = Collector(context: context, cutter: QueryWordCutter(tokenizer: tokenizer))
    try collector.visit(query, isForm)
    codedParts = collector.codedParts
    filterAnswers = collector.filterAnswers
    sequences = collector.sequences
    sequencePlans = collector.sequencePlans
  }

  /// The terms, each of one token, that a term stands for in sequence.
  func sequence(of term: Term) -> [Term.Kind] { sequences[term] ?? [term.kind] }

  /// The coded parts that a filter stands for, as tokens of a segment.
  func codedPlaces(of filter: Filter, in segment: CorpusSegment) throws -> CodedPlaces {
    try codedParts[filter]?.places(in: segment) ?? CodedPlaces(AnswerRanges(), in: segment)
  }

  private struct Collector {
    let context: any QueryContext
    let cutter: QueryWordCutter
    var codedParts: [Filter: CodedParts] = [:]
    var filterAnswers: [Filter: AnswerSet] = [:]
    var sequences: [Term: [Term.Kind]] = [:]
    var sequencePlans: [TokenSequence: SequencePlan] = [:]

    mutating func visit(_ query: Query, _ isForm: (String) throws -> Bool) throws {
      switch query.node {
      case .term(let term): try visit(term, isForm)
      case .phrase(let terms): for term in terms { try visit(term, isForm) }
      case .near(let left, let right, _): for part in [left, right] { try visit(part, isForm) }
      case .and(let parts), .or(let parts): for part in parts { try visit(part, isForm) }
      case .not(let inner): try visit(inner, isForm)
      case .sequence(let sequence): try visit(sequence)
      case .filter(let filter): try visit(filter)
      case .within(let inner, let filter):
        if codedParts[filter] == nil { codedParts[filter] = try context.codedParts(of: filter) }
        try visit(inner, isForm)
      }
    }

    private mutating func visit(_ filter: Filter) throws {
      if filterAnswers[filter] == nil { filterAnswers[filter] = try context.answers(where: filter) }
    }

    private mutating func visit(_ sequence: TokenSequence) throws {
      for filter in sequence.answerFilters { try visit(filter) }
      for filter in sequence.regionFilters where codedParts[filter] == nil {
        codedParts[filter] = try context.codedParts(of: filter)
      }
      if sequencePlans[sequence] == nil { sequencePlans[sequence] = SequencePlan(sequence) }
    }

    private mutating func visit(_ term: Term, _ isForm: (String) throws -> Bool) throws {
      guard sequences[term] == nil else { return }
      switch term.kind {
      case .word(let text):
        sequences[term] = try cutter.words(in: text, isForm)?.map { .word($0) }
      case .exact(let text):
        sequences[term] = try cutter.words(in: text, isForm)?.map { .exact($0) }
      case .lemma, .partOfSpeech, .wildcard, .expression, .anything: break
      }
    }
  }
}

extension Query {
  /// Whether the query can have hits: whether a word stands in it that is not negated.
  var hasPlaces: Bool {
    switch node {
    case .term, .phrase, .near, .sequence: true
    case .filter, .not: false
    case .and(let parts), .or(let parts): parts.contains(where: \.hasPlaces)
    case .within(let inner, _): inner.hasPlaces
    }
  }
}

import CodingModel
import QueryLanguage

/// What every segment needs of a query, worked out once: tokens of its words, answers of its filters.
struct QueryPlan {
  /// A coded part of answers that hits must be in.
  let codedRanges: [Filter: [RowID<Answer>: [TextRange]]]
  let filterAnswers: [Filter: AnswerSet]
  private let sequences: [Term: [Term.Kind]]

  init(_ query: Query, context: any QueryContext, tokenizer: any QueryTokenizer) throws {
    var collector = Collector(context: context, tokenizer: tokenizer)
    try collector.visit(query)
    codedRanges = collector.codedRanges
    filterAnswers = collector.filterAnswers
    sequences = collector.sequences
  }

  /// The terms, each of one token, that a term stands for in sequence.
  func sequence(of term: Term) -> [Term.Kind] { sequences[term] ?? [term.kind] }

  private struct Collector {
    let context: any QueryContext
    let tokenizer: any QueryTokenizer
    var codedRanges: [Filter: [RowID<Answer>: [TextRange]]] = [:]
    var filterAnswers: [Filter: AnswerSet] = [:]
    var sequences: [Term: [Term.Kind]] = [:]

    mutating func visit(_ query: Query) throws {
      switch query.node {
      case .term(let term): try visit(term)
      case .phrase(let terms): for term in terms { try visit(term) }
      case .near(let left, let right, _): for part in [left, right] { try visit(part) }
      case .and(let parts), .or(let parts): for part in parts { try visit(part) }
      case .not(let inner): try visit(inner)
      case .filter(let filter):
        if filterAnswers[filter] == nil { filterAnswers[filter] = try context.answers(where: filter) }
      case .within(let inner, let filter):
        if codedRanges[filter] == nil { codedRanges[filter] = try context.codedRanges(of: filter) }
        try visit(inner)
      }
    }

    private mutating func visit(_ term: Term) throws {
      switch term.kind {
      case .word(let text): try cut(term, text) { .word($0) }
      case .exact(let text): try cut(term, text) { .exact($0) }
      case .lemma, .partOfSpeech, .wildcard, .expression, .anything: break
      }
    }

    private mutating func cut(_ term: Term, _ text: String, _ kind: (String) -> Term.Kind) throws {
      guard sequences[term] == nil, !isOneToken(text) else { return }
      let words = try tokenizer.words(in: text)
      if words.count > 1 { sequences[term] = words.map(kind) }
    }

    private func isOneToken(_ text: String) -> Bool {
      let scalars = text.unicodeScalars
      return scalars.allSatisfy { $0.properties.isAlphabetic || (0x300...0x36F).contains($0.value) }
        || scalars.allSatisfy { ("0"..."9").contains($0) }
    }
  }
}

extension Query {
  /// Whether the query can have hits: whether a word stands in it that is not negated.
  var hasPlaces: Bool {
    switch node {
    case .term, .phrase, .near: true
    case .filter, .not: false
    case .and(let parts), .or(let parts): parts.contains(where: \.hasPlaces)
    case .within(let inner, _): inner.hasPlaces
    }
  }
}

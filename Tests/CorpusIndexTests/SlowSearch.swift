import CodingModel
import CorpusIndex
import FrenchText
import QueryLanguage

/// The query language once more, on tokens in plain arrays, by the definitions and with no thought of speed.
struct SlowSearch {
  let corpus: SmallCorpus
  let context: FixedContext
  let tokenizer = ApostropheTokenizer()

  init(corpus: SmallCorpus, context: FixedContext) {
    self.corpus = corpus
    self.context = context
  }

  typealias Span = Range<Int>

  /// The hits of each answer that the query finds, by identity; no hits for queries of filters.
  func search(_ query: Query) throws -> [Int64: Set<Span>] {
    var found: [Int64: Set<Span>] = [:]
    for (id, tokens) in corpus.answers {
      if let hits = try evaluate(query, id, tokens, within: []) { found[id] = hits }
    }
    return found
  }

  /// The hits in one answer, or nil where it is not found.
  private func evaluate(
    _ query: Query, _ id: Int64, _ tokens: [SmallCorpus.Token], within filters: [Filter]
  ) throws -> Set<Span>? {
    switch query.node {
    case .term, .phrase, .near, .sequence:
      let hits = try places(of: query, tokens, id).filter { span in
        filters.allSatisfy { isInside(span, of: $0, id, tokens) }
      }
      return hits.isEmpty ? nil : hits
    case .filter(let filter):
      return try context.answers(where: filter).contains(RowID(id)) ? [] : nil
    case .and(let parts):
      var union: Set<Span> = []
      for part in parts {
        guard let hits = try evaluate(part, id, tokens, within: filters) else { return nil }
        union.formUnion(hits)
      }
      return union
    case .or(let parts):
      let found = try parts.compactMap { try evaluate($0, id, tokens, within: filters) }
      return found.isEmpty ? nil : found.reduce(into: []) { $0.formUnion($1) }
    case .not(let inner):
      return try evaluate(inner, id, tokens, within: filters) == nil ? [] : nil
    case .within(let inner, let filter):
      guard context.ranges[filter]?[RowID(id)].isEmpty == false else { return nil }
      return try evaluate(inner, id, tokens, within: filters + [filter])
    }
  }

  private func isInside(_ span: Span, of filter: Filter, _ id: Int64, _ tokens: [SmallCorpus.Token]) -> Bool {
    let place = TextRange(tokens[span.lowerBound].start, tokens[span.upperBound - 1].end)
    return context.ranges[filter]?[RowID(id)].contains { $0.contains(place) } == true
  }

  private func places(of query: Query, _ tokens: [SmallCorpus.Token], _ id: Int64) throws -> Set<Span> {
    switch query.node {
    case .term(let term): return sequence([term], tokens)
    case .phrase(let terms): return sequence(terms, tokens)
    case .or(let parts): return try parts.reduce(into: []) { $0.formUnion(try places(of: $1, tokens, id)) }
    case .sequence(let sequence):
      return try SlowSequences(tokens: tokens, id: id, context: context).hits(sequence)
    case .near(let left, let right, let proximity):
      let (first, second) = (try places(of: left, tokens, id), try places(of: right, tokens, id))
      var spans: Set<Span> = []
      for a in first {
        for b in second {
          let forward = a.upperBound <= b.lowerBound && b.lowerBound - a.upperBound + 1 <= proximity.distance
          let backward = b.upperBound <= a.lowerBound && a.lowerBound - b.upperBound + 1 <= proximity.distance
          guard forward || backward && !proximity.isOrdered else { continue }
          let span = min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
          let isOneSentence = !span.dropFirst().contains { tokens[$0].startsSentence }
          if isOneSentence || proximity.unit == .answer { spans.insert(span) }
        }
      }
      return spans.filter { span in
        !spans.contains { $0 != span && span.lowerBound <= $0.lowerBound && $0.upperBound <= span.upperBound }
      }
    case .filter, .and, .not, .within: return []
    }
  }

  private func sequence(_ terms: [Term], _ tokens: [SmallCorpus.Token]) -> Set<Span> {
    let kinds = terms.flatMap { term -> [Term.Kind] in
      switch term.kind {
      case .word(let text): tokenizer.words(in: text).map { .word($0) }
      case .exact(let text): tokenizer.words(in: text).map { .exact($0) }
      default: [term.kind]
      }
    }
    guard kinds.count <= tokens.count else { return [] }
    return Set(
      (0...tokens.count - kinds.count).filter { start in
        kinds.indices.allSatisfy { matches(tokens[start + $0].type, kinds[$0]) }
      }.map { $0..<$0 + kinds.count })
  }

  private func matches(_ type: TokenType, _ kind: Term.Kind) -> Bool {
    let spellings = [type.form, type.masculine ?? type.form, type.feminine ?? type.form]
    switch kind {
    case .word(let word): return ([type.lemma] + spellings).contains { finds(word, Folding.form($0)) }
    case .exact(let word): return type.word == word
    case .lemma(let lemma): return finds(lemma, Folding.form(type.lemma))
    case .partOfSpeech(let tag):
      let own = type.tag ?? type.partOfSpeech.tag
      return [own, String(own.prefix { $0 != ":" && $0 != "+" })].contains {
        $0.lowercased() == tag.lowercased()
      }
    case .wildcard(let wildcard):
      return spellings.contains { glob(wildcard.pieces[...], letters(Folding.form($0))[...]) }
    case .expression(let expression):
      return spellings.contains { spelling in
        let text = Array(Folding.form(spelling).unicodeScalars)
        return ends(expression.root, text, 0).contains(text.count)
      }
    case .anything: return true
    }
  }

  /// Words taken apart before, since random queries come back to the same few.
  private final class Memory {
    var letters: [String: [(base: String, full: String)]] = [:]
  }

  private let memory = Memory()

  /// A letter without and with its accent.
  private func letters(_ form: String) -> [(base: String, full: String)] {
    if let known = memory.letters[form] { return known }
    let letters = form.unicodeScalars.flatMap { scalar -> [(base: String, full: String)] in
      let folded = Folding.folded(String(scalar))
      if folded.unicodeScalars.count > 1 { return folded.unicodeScalars.map { (String($0), String($0)) } }
      return [(folded, String(scalar))]
    }
    memory.letters[form] = letters
    return letters
  }

  private func finds(_ typed: (base: String, full: String), _ letter: (base: String, full: String)) -> Bool {
    typed.base == letter.base && (typed.full == typed.base || typed.full == letter.full)
  }

  private func finds(_ typed: String, _ form: String) -> Bool {
    let (left, right) = (letters(Folding.form(typed)), letters(form))
    return left.count == right.count && zip(left, right).allSatisfy { finds($0, $1) }
  }

  private func glob(
    _ pieces: ArraySlice<Wildcard.Piece>, _ word: ArraySlice<(base: String, full: String)>
  ) -> Bool {
    guard let piece = pieces.first else { return word.isEmpty }
    switch piece {
    case .anyRun:
      return (word.startIndex...word.endIndex).contains { glob(pieces.dropFirst(), word[$0...]) }
    case .anyOne: return !word.isEmpty && glob(pieces.dropFirst(), word.dropFirst())
    case .scalar(let scalar):
      guard let letter = word.first, let typed = letters(Folding.form(String(scalar))).first else {
        return false
      }
      return finds(typed, letter) && glob(pieces.dropFirst(), word.dropFirst())
    }
  }

  /// Where in a text an expression can end that starts at `start`.
  func ends(_ node: RegularExpression.Node, _ text: [Unicode.Scalar], _ start: Int) -> Set<Int> {
    switch node {
    case .scalar(let scalar):
      let folded = Folding.form(String(scalar)).unicodeScalars.first
      return start < text.count && text[start] == folded ? [start + 1] : []
    case .oneOf(let scalars):
      guard start < text.count else { return [] }
      let upper = String(text[start]).uppercased().unicodeScalars.first ?? text[start]
      let isNamed = scalars.ranges.contains { $0.contains(text[start].value) || $0.contains(upper.value) }
      return isNamed != scalars.isNegated ? [start + 1] : []
    case .sequence(let parts):
      return parts.reduce([start]) { starts, part in
        starts.reduce(into: []) { $0.formUnion(ends(part, text, $1)) }
      }
    case .alternatives(let branches):
      return branches.reduce(into: []) { $0.formUnion(ends($1, text, start)) }
    case .repeated(let inner, let minimum, let maximum):
      var reached: Set<Int> = minimum == 0 ? [start] : []
      var now: Set<Int> = [start]
      for round in 1...max(1, maximum ?? minimum + text.count + 1) where maximum != 0 {
        now = now.reduce(into: []) { $0.formUnion(ends(inner, text, $1)) }
        if round >= minimum { reached.formUnion(now) }
      }
      return reached
    }
  }
}

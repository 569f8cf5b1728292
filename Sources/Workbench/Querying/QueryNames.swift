import CodingModel
import CorpusIndex
import FrenchText
import Interchange
import ProjectStore
import QueryLanguage

/// Resolves the names in a query against a project: codes, variables, questions, coders, memos.
struct QueryNames: QueryContext {
  let study: Study
  /// What a rule sees of the codings; nil for a query, which sees all.
  var sight: RuleSight?
  /// Whose codings codes stand for; nil for everybody's.
  var coders: Set<RowID<Coder>>?
  /// The code under review: coders then count by its codings alone.
  var reviewed: RowID<Code>?

  func answers(where filter: Filter) throws -> AnswerSet {
    try study.project.read { reader in
      guard let known = try known(reader) else { return try answers(where: filter, reader) }
      return try known.answers(of: filter) { try answers(where: filter, reader) }
    }
  }

  func codedParts(of filter: Filter) throws -> CodedParts {
    try study.project.read { reader in
      guard let known = try known(reader) else { return CodedParts(try codedRanges(of: filter, reader)) }
      return try known.parts(of: filter) { CodedParts(try codedRanges(of: filter, reader)) }
    }
  }

  /// What filters are known to stand for, where they stand for the same whoever asks.
  private func known(_ reader: ProjectReader) throws -> KnownFilters? {
    sight == nil && reviewed == nil && coders == nil ? try study.filters(reader) : nil
  }

  private func answers(where filter: Filter, _ reader: ProjectReader) throws -> AnswerSet {
    switch filter.kind {
    case .code(let name):
      return try coded(code(name, filter, reader), reader)
    case .question(let name):
      return AnswerSet(try reader.answers(to: question(name, filter, reader).id))
    case .coder(let name):
      return try coded(by: coder(name, filter, reader), reader)
    case .seen(let name):
      let coder = try coder(name, filter, reader)
      // Who codes has gone through; the consensus only where nothing is left to settle.
      return AnswerSet(
        try coder.name == CoderChoice.consensus
          ? reader.seenAnswers(by: coder.id) : reader.answersGoneThrough(by: coder.id))
    case .assigned(let name):
      return AnswerSet(try reader.assignedAnswers(to: coder(name, filter, reader).id))
    case .uncoded: return try uncoded(reader)
    case .memo(let text): return try memoed(text, reader)
    case .variable(let name, let comparison, let value):
      return try compared(name, comparison, value, filter, reader)
    }
  }

  private func codedRanges(of filter: Filter, _ reader: ProjectReader) throws -> AnswerRanges {
    guard case .code(let name) = filter.kind else { return AnswerRanges() }
    let code = try code(name, filter, reader)
    var ranges = AnswerRanges()
    try reader.forEachCodedRange(
      of: code.id, by: coders, leavesOutRules: sight?.applied.contains(code.id) ?? false
    ) { ranges.append($0, $1) }
    return sight?.found[code.id]?.union(ranges) ?? ranges
  }

  private func coded(_ code: Code, _ reader: ProjectReader) throws -> AnswerSet {
    guard let sight, sight.applied.contains(code.id) else {
      return AnswerSet(try reader.codedAnswers(.init(codes: [code.id], coders: coders)))
    }
    return try byPeople(.init(codes: [code.id]), reader)
      .union(AnswerSet(sight.found[code.id]?.answers ?? []))
  }

  private func coded(by coder: Coder, _ reader: ProjectReader) throws -> AnswerSet {
    let codings = ProjectReader.CodingFilter(codes: reviewed.map { [$0] }, coders: [coder.id])
    return sight == nil
      ? AnswerSet(try reader.codedAnswers(codings)) : try byPeople(codings, reader)
  }

  private func uncoded(_ reader: ProjectReader) throws -> AnswerSet {
    guard sight != nil else { return AnswerSet(try reader.uncodedAnswers()) }
    var all = AnswerSet()
    try reader.forEachAnswerKey { answer, _, _ in all.insert(answer) }
    return all.subtracting(try byPeople(.init(), reader))
  }

  private func byPeople(_ filter: ProjectReader.CodingFilter, _ reader: ProjectReader) throws -> AnswerSet {
    var answers = AnswerSet()
    for origin in Coding.Origin.allCases where origin != .rule {
      var filter = filter
      filter.origin = origin
      answers = answers.union(AnswerSet(try reader.codedAnswers(filter)))
    }
    return answers
  }

  private func code(_ name: String, _ filter: Filter, _ reader: ProjectReader) throws -> Code {
    do {
      return try CodeNames(try reader.codes()).code(called: name)
    } catch StudyError.unknownCode(_, let near) {
      throw QueryError(
        .unknownCode(name), at: filter.valueRange, nearName: near.map { Self.written("code", $0) })
    } catch StudyError.ambiguousCode(_, let candidates) {
      throw QueryError(
        .ambiguousCode(name), at: filter.valueRange,
        expected: [.oneOf(candidates.map { Self.written("code", $0) })])
    }
  }

  private func question(_ name: String, _ filter: Filter, _ reader: ProjectReader) throws -> Question {
    do {
      return try reader.question(called: name, among: reader.questions())
    } catch StudyError.unknownQuestion(_, let near) {
      throw QueryError(
        .unknownQuestion(name), at: filter.valueRange, nearName: near.map { Self.written("question", $0) })
    }
  }

  private func coder(_ name: String, _ filter: Filter, _ reader: ProjectReader) throws -> Coder {
    do {
      return try reader.coder(called: name)
    } catch StudyError.unknownCoder(_, let near) {
      throw QueryError(
        .unknownCoder(name), at: filter.valueRange,
        nearName: near.map { Self.written(filter.nameOfCoders, $0) })
    }
  }

  private func memoed(_ text: String, _ reader: ProjectReader) throws -> AnswerSet {
    let wanted = text.folded
    var answers: [RowID<Answer>] = []
    for memo in try reader.memos() where memo.text.folded.contains(wanted) {
      switch memo.target {
      case .answer(let id): answers.append(id)
      case .coding(let id): if let coding = try reader.coding(id) { answers.append(coding.answer) }
      case .refusal(let id): if let refusal = try reader.refusal(id) { answers.append(refusal.answer) }
      default: break
      }
    }
    return AnswerSet(answers.sorted())
  }

  private func compared(
    _ name: String, _ comparison: Filter.Comparison, _ value: String, _ filter: Filter,
    _ reader: ProjectReader
  ) throws -> AnswerSet {
    let variable: Variable
    do {
      variable = try reader.variable(called: name)
    } catch StudyError.unknownVariable {
      if let question = try? reader.question(called: name, among: reader.questions()) {
        throw QueryError(
          .unknownVariable(name), at: filter.range, nearName: Self.written("question", question.name))
      }
      if SurveyColumn.meansWeight(name), try reader.respondentCounts().weighted > 0 {
        throw QueryError(.weightAsVariable(name), at: filter.range)
      }
      let names =
        try reader.variables().map(\.name) + [
          "code", "question", "coder", "seen", "assigned", "memo", "lemma", "pos",
        ]
      throw QueryError(
        .unknownVariable(name), at: filter.range,
        nearName: NearName.closest(to: name, among: names).map { $0 + ":" })
    }
    let values: [String] = try reader.valueTexts(of: variable.id)
    let matching: [String]
    if comparison.isOrder {
      matching = try ordered(values, comparison, value, variable, filter)
    } else {
      let equal = Self.equal(value, values)
      guard !equal.isEmpty else {
        throw unknown(value, of: name, values, filter)
      }
      matching = comparison == .equal ? equal : values.filter { !equal.contains($0) }
    }
    return try answers(where: variable.id, isOneOf: Set(matching), reader)
  }

  /// Says of a value that nobody has which ones there are: the near one, else those that a wildcard means, else all where
  /// they are few.
  private func unknown(
    _ value: String, of name: String, _ values: [String], _ filter: Filter
  ) -> QueryError {
    let isPattern = value.contains { $0 == "*" || $0 == "?" }
    let meant = isPattern ? values.filter(Self.pattern(value)) : []
    let near = isPattern ? nil : NearName.closest(to: value, among: values).map { Self.written(name, $0) }
    let collator = FrenchCollator()
    let shown = (meant.isEmpty ? values : meant).sorted { collator.precedes($0, $1) }
    return QueryError(
      isPattern
        ? .wildcardInValue(variable: name, value: value) : .unknownValue(variable: name, value: value),
      at: filter.valueRange,
      expected: near == nil && shown.count <= Self.fewValues && !shown.isEmpty
        ? [.oneOf(shown.map { Self.written(name, $0) })] : [], nearName: near)
  }

  private static let fewValues = 8

  /// Whether a value is one that a pattern of `*` and `?` would mean, as far as the parts between these tell.
  private static func pattern(_ pattern: String) -> (String) -> Bool {
    let parts = pattern.folded.split(whereSeparator: { $0 == "*" || $0 == "?" }).map(String.init)
    let isPrefix = pattern.first != "*" && pattern.first != "?"
    return { value in
      var rest = Substring(value.folded)
      for (index, part) in parts.enumerated() {
        guard let found = rest.firstRange(of: part),
          index > 0 || !isPrefix || found.lowerBound == rest.startIndex
        else { return false }
        rest = rest[found.upperBound...]
      }
      return true
    }
  }

  private func answers(
    where variable: RowID<Variable>, isOneOf values: Set<String>, _ reader: ProjectReader
  ) throws -> AnswerSet {
    let columns = try study.columns(reader)
    let isMeant = try columns.values(of: variable, reader).texts.map(values.contains)
    let (owners, places) = try (columns.owners(reader), columns.ownerValues(of: variable, reader))
    var answers = AnswerSet()
    owners.forEach { answer, respondent, _ in
      let place = places[respondent]
      if place != CountingColumns.none, isMeant[Int(place)] { answers.insert(answer) }
    }
    return answers
  }

  /// The values written so, in any case and with any accents, or writing the same number.
  private static func equal(_ value: String, _ values: [String]) -> [String] {
    let exact = values.filter { $0.precomposed == value.precomposed }
    if !exact.isEmpty { return exact }
    let folded = values.filter { $0.folded == value.folded }
    guard folded.isEmpty, let number = Numeral.parse(value) else { return folded }
    return values.filter { Numeral.parse($0) == number }
  }

  private func ordered(
    _ values: [String], _ comparison: Filter.Comparison, _ value: String, _ variable: Variable,
    _ filter: Filter
  ) throws -> [String] {
    guard let limit = Numeral.parse(value) else {
      throw QueryError(.notANumber(value), at: filter.valueRange)
    }
    guard values.contains(where: { Numeral.parse($0) != nil }) else {
      throw QueryError(.variableNotNumeric(variable.name), at: filter.range)
    }
    return values.filter { text in
      guard let number = Numeral.parse(text) else { return false }
      return switch comparison {
      case .less: number < limit
      case .lessOrEqual: number <= limit
      case .greater: number > limit
      case .greaterOrEqual: number >= limit
      case .equal, .notEqual: false
      }
    }
  }

  /// A filter as one would write it in a query.
  private static func written(_ name: String, _ value: String) -> String {
    value.contains { !$0.isLetter && !$0.isNumber } ? "\(name):\"\(value)\"" : "\(name):\(value)"
  }
}

extension Filter {
  /// The name before the colon where the value is a coder's.
  fileprivate var nameOfCoders: String {
    switch kind {
    case .seen: "seen"
    case .assigned: "assigned"
    default: "coder"
    }
  }
}

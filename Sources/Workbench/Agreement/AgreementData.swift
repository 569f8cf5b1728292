import CodingAnalysis
import CodingModel
import CorpusIndex
import ProjectStore

/// What is compared: the coders' codings on the answers that at least two of them have gone through.
struct AgreementData {
  let coders: [Coder]
  let names: CodeNames
  /// The codes compared, in the codebook's order or as they were named.
  let codes: [RowID<Code>]
  /// The answers gone through by two coders or more, in the order of import, with those who have.
  let answers: [(id: RowID<Answer>, seenBy: [RowID<Coder>])]
  /// The codings of these coders on these answers; a code that stands for those under it has theirs.
  let codings: [CoderRange]
  let coverage: [AgreementCoverage]
  private let asked: AnswerSet
  /// The codes named, with those that they stand for; empty where all count.
  private let named: Set<RowID<Code>>

  /// Whether an answer and a code are among those asked about, whoever has gone through the answer.
  func isAsked(_ answer: RowID<Answer>, _ code: RowID<Code>) -> Bool {
    asked.contains(answer) && (named.isEmpty || named.contains(code))
  }

  /// - Parameters:
  ///   - scope: the answers that the query finds; nil for all.
  ///   - least: how many coders must be named.
  init(_ request: AgreementRequest, scope: AnswerSet?, least: Int = 2, _ reader: ProjectReader) throws {
    var coders: [Coder] = []
    for name in request.coders {
      let coder = try reader.coder(called: name)
      if !coders.contains(coder) { coders.append(coder) }
    }
    guard coders.count >= least else { throw StudyError.tooFewCoders(least: least) }
    guard coders.count <= 64 else { throw StudyError.tooManyCoders(most: 64) }
    self.coders = coders
    names = CodeNames(try reader.codes())
    let asked = try Self.asked(request, scope, reader)
    self.asked = asked
    let all = try CodingsByCoder(coders, asked, reader)
    let whole = scope == nil ? nil : try Self.answers(toTheQuestionsOf: asked, reader)
    coverage = try coders.map { coder in
      let (seen, coded) = (all.seen[coder.id] ?? AnswerSet(), all.coded[coder.id] ?? AnswerSet())
      return AgreementCoverage(
        coder: coder.name, seen: seen.count, coded: coded.count,
        counted: request.countsAll ? asked.count : seen.union(coded).count,
        isFromCodingsAlone: try !request.countsAll && seen.subtracting(coded).isEmpty
          && !Self.hasReadInVain(coder.id, whole, reader))
    }
    let goneThrough = coders.map { coder in
      request.countsAll
        ? asked : (all.seen[coder.id] ?? AnswerSet()).union(all.coded[coder.id] ?? AnswerSet())
    }
    var compared = AnswerSet()
    for (place, one) in goneThrough.enumerated() {
      for other in goneThrough[(place + 1)...] { compared = compared.union(one.intersection(other)) }
    }
    answers = compared.map { answer in
      (answer, zip(coders, goneThrough).filter { $0.1.contains(answer) }.map(\.0.id))
    }

    let given = all.codings.filter { compared.contains($0.answer) }
    let wanted = try names.codes(called: request.codes).map(\.id)
    named = Set(wanted)
    let stands = Self.standingFor(
      names, wanted.isEmpty ? names.codes.map(\.id) : wanted, withChildren: request.withChildren)
    codings = given.flatMap { coding in
      (stands[coding.code] ?? []).map {
        CoderRange(answer: coding.answer, code: $0, coder: coding.coder, range: coding.range)
      }
    }
    let used = Set(codings.map(\.code))
    codes = wanted.isEmpty ? names.codes.map(\.id).filter(used.contains) : wanted
  }

  /// Whether a coder is noted to have gone through any of these answers without giving a code there: a query such as
  /// `code:lien` finds none of those, and yet it is known what the coder read. Nil for no answers.
  private static func hasReadInVain(
    _ coder: RowID<Coder>, _ answers: AnswerSet?, _ reader: ProjectReader
  ) throws -> Bool {
    guard let answers else { return false }
    let seen = AnswerSet(try reader.seenAnswers(by: coder)).intersection(answers)
    return try !seen.subtracting(AnswerSet(reader.codedAnswers(.init(coders: [coder])))).isEmpty
  }

  /// All answers to the questions that any of these answers is to.
  private static func answers(toTheQuestionsOf asked: AnswerSet, _ reader: ProjectReader) throws -> AnswerSet
  {
    try reader.questions().reduce(into: AnswerSet()) { all, question in
      let answers = AnswerSet(try reader.answers(to: question.id))
      if !answers.intersection(asked).isEmpty { all = all.union(answers) }
    }
  }

  private static func asked(
    _ request: AgreementRequest, _ scope: AnswerSet?, _ reader: ProjectReader
  ) throws -> AnswerSet {
    guard !request.questions.isEmpty else {
      if let scope { return scope }
      var all: [RowID<Answer>] = []
      try reader.forEachAnswerKey { answer, _, _ in all.append(answer) }
      return AnswerSet(all)
    }
    let questions = try reader.questions()
    var asked = AnswerSet()
    for name in request.questions {
      let question = try reader.question(called: name, among: questions)
      asked = asked.union(AnswerSet(try reader.answers(to: question.id)))
    }
    return scope.map { asked.intersection($0) } ?? asked
  }

  /// For each code, the codes asked about that its codings count for.
  private static func standingFor(
    _ names: CodeNames, _ wanted: [RowID<Code>], withChildren: Bool
  ) -> [RowID<Code>: [RowID<Code>]] {
    var result: [RowID<Code>: [RowID<Code>]] = [:]
    for code in wanted {
      result[code, default: []].append(code)
      guard withChildren else { continue }
      for child in names.descendants(of: code) { result[child.id, default: []].append(code) }
    }
    return result
  }
}

/// What coders gave and went through, of the answers asked about.
private struct CodingsByCoder {
  var codings: [CoderRange] = []
  var seen: [RowID<Coder>: AnswerSet] = [:]
  var coded: [RowID<Coder>: AnswerSet] = [:]

  init(_ coders: [Coder], _ asked: AnswerSet, _ reader: ProjectReader) throws {
    var answers: [RowID<Coder>: [RowID<Answer>]] = [:]
    var (lastAnswer, isAsked): (RowID<Answer>?, Bool) = (nil, false)
    try reader.forEachCoding(.init(coders: Set(coders.map(\.id)))) { coding in
      if coding.answer != lastAnswer {
        (lastAnswer, isAsked) = (coding.answer, asked.contains(coding.answer))
      }
      guard isAsked else { return }
      codings.append(CoderRange(coding))
      if answers[coding.coder]?.last != coding.answer {
        answers[coding.coder, default: []].append(coding.answer)
      }
    }
    coded = answers.mapValues { AnswerSet($0) }
    for coder in coders {
      seen[coder.id] = AnswerSet(try reader.seenAnswers(by: coder.id)).intersection(asked)
    }
  }
}

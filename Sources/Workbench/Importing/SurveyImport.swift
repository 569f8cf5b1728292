public import CodingModel
import CorpusIndex
import Foundation
import FrenchText
public import Interchange
import ProjectStore

/// Importing a survey file: what its columns are taken for, then its rows.
public struct SurveyImport {
  /// The file's path.
  public let path: String
  /// What its columns are taken for.
  public let guess: SurveyLayoutGuess
  /// The names of its columns.
  public var header: [String] { reader.header }
  /// How many rows it has.
  public let rowCount: Int
  /// What kind of file it turned out to be.
  public let format: DelimitedFormat
  private let reader: DelimitedReader

  /// What an import did.
  public struct Outcome: Sendable {
    /// Respondents and answers added.
    public var newRespondents = 0, newAnswers = 0
    /// Values of variables added.
    public var newValues = 0
    /// Answers on the file's rows in all, also those that were in the project before.
    public var answersRead = 0
    /// Each question with the number of its answers on the file's rows, in the order met.
    public var questions: [(question: SurveyQuestion, answers: Int)] = []
    /// Tokens indexed.
    public var tokens = 0
    /// Distinct lemmas met while indexing.
    public var lemmas = 0
    /// Whether anything was added.
    public var hasChanged = false
  }

  /// A column that looks like the weight and is not taken for it, with the place of the first cell that is no positive
  /// number; nil where there is none.
  public let spoiltWeight: SpoiltWeight?

  /// A column named as a weight whose cells are not all positive numbers.
  public struct SpoiltWeight: Hashable, Sendable {
    /// The column's name.
    public let name: String
    /// The line of the file and the column, from 1, of the first such cell.
    public let line: Int, column: Int
  }

  /// Reads the whole file once: whatever is wrong with its form is known before anything is stored.
  ///
  /// - Throws: `SurveyError`.
  public init(_ path: String, roles: SurveyRoles = SurveyRoles()) throws {
    self.path = path
    reader = try Self.translating { () throws(DelimitedError) in try DelimitedReader(path: path) }
    format = reader.format
    let sample = try SurveySample(reading: reader)
    guess = try SurveyLayoutGuess(sample, roles: roles)
    rowCount = sample.rowCount
    spoiltWeight = if let column = guess.spoiltWeight { try Self.spoilt(column, reader) } else { nil }
  }

  private static func spoilt(_ column: Int, _ reader: DelimitedReader) throws -> SpoiltWeight? {
    var rows = reader
    while try translating({ () throws(DelimitedError) in try rows.next() }) {
      let text = rows.text(column).trimmingCharacters(in: .whitespacesAndNewlines)
      if !text.isEmpty, Numeral.parse(text).map({ $0 <= 0 }) ?? true {
        return SpoiltWeight(name: reader.header[column], line: rows.line, column: column + 1)
      }
    }
    return nil
  }

  private static func translating<R>(_ body: () throws(DelimitedError) -> R) throws(SurveyError) -> R {
    do { return try body() } catch { throw .text(error) }
  }

  /// The questions as far as the columns name them; empty where rows do.
  public var questions: [SurveyQuestion] { SurveyReader(reader, layout: guess.layout).questions }

  /// Stores what is new in the file, with its index, as one act.
  ///
  /// Rows that are there already add nothing; a row that contradicts what is stored stops the import.
  ///
  /// - Throws: `SurveyError`, ``StudyError/inFile(path:line:underlying:)``, `ProjectError`.
  public func run(into study: Study, coder: String = "") throws -> Outcome {
    try requireIdentifiers(study)
    _ = try study.index()
    let segments = try study.segmentPipeline()
    defer { segments.drain() }
    let outcome = try store(in: study, coder, segments)
    // The import stands, whatever becomes of this.
    try? Indexing(study).mergeSmallSegments()
    return outcome
  }

  /// Does all that ``run(into:coder:)`` would but for the index, and takes it back.
  ///
  /// - Throws: what that would throw. Cost: an import's without the analysis.
  public func rehearse(in study: Study, coder: String = "") throws {
    try requireIdentifiers(study)
    do {
      _ = try store(in: study, coder, nil)
    } catch is DryRun<Outcome> {}
  }

  /// - Parameter segments: what analyses the answers; nil to take all back in the end, by throwing ``DryRun``.
  private func store(in study: Study, _ coder: String, _ segments: SegmentPipeline?) throws -> Outcome {
    try study.project.perform(.importSurvey, coder: coder) { act in
      var rows = SurveyRows(act: act, segments: segments, layout: guess.layout)
      var survey = SurveyReader(reader, layout: guess.layout)
      var isFirst = true
      while let record = try survey.next() {
        if isFirst { try rows.addVariables() }
        isFirst = false
        try rows.add(
          record, valueNumbers: survey.valueNumbers, questions: survey.questions, path: path)
        if let segments, rows.outcome.newAnswers % 4096 == 0 { try rows.store(segments.finished()) }
        if record.line % 256 == 0 {
          study.progress?(.importing, Double(survey.bytesRead) / Double(max(survey.totalBytes, 1)))
        }
      }
      study.progress?(.importing, 1)
      try rows.finish(questions: survey.questions)
      act.details = [
        "file": FileName(path).last,
        "respondents": String(rows.outcome.newRespondents), "answers": String(rows.outcome.newAnswers),
      ]
      rows.outcome.hasChanged = act.hasChanges
      if segments == nil { throw DryRun(result: rows.outcome) }
      return rows.outcome
    }.result
  }
}

extension SurveyImport {
  /// Rows that are only numbered may not join a project whose respondents the survey identifies, nor one of
  /// another survey: row 3 would become respondent 3's. The same file again, or a longer one, may.
  private func requireIdentifiers(_ study: Study) throws {
    guard guess.layout.respondent == nil else { return }
    let (respondents, known) = try study.project.read { reader in
      (try reader.respondents(), Set(try reader.questions().map(\.name)))
    }
    let areNumbered = respondents.allSatisfy { Int($0.identifier) != nil }
    guard respondents.isEmpty || (areNumbered && questions.allSatisfy { known.contains($0.name.storedName) })
    else {
      throw StudyError.rowsWithoutIdentifier
    }
  }
}

/// Storing a survey's rows one after another within an act.
private struct SurveyRows {
  let act: ActWriter
  let segments: SegmentPipeline?
  let layout: SurveyLayout
  var outcome = SurveyImport.Outcome()
  private var variables: [RowID<Variable>] = []
  /// For each variable its values by their numbers, as far as they are stored.
  private var storedValues: [[StoredValue?]] = []
  private var questions: [RowID<Question>] = []
  private var answersPerQuestion: [Int] = []

  init(act: ActWriter, segments: SegmentPipeline?, layout: SurveyLayout) {
    self.act = act
    self.segments = segments
    self.layout = layout
  }

  mutating func addVariables() throws {
    variables = try zip(layout.variables, layout.variableKinds).map {
      try act.variable(layout.header[$0].storedName, $1)
    }
    storedValues = variables.map { _ in [] }
  }

  /// A value of a record's; the same number always has the same text.
  private mutating func value(_ text: String, _ number: Int?, of variable: Int) throws -> StoredValue {
    guard let number else { return try act.storedValue(text.storedName, of: variables[variable]) }
    while storedValues[variable].count <= number { storedValues[variable].append(nil) }
    if let known = storedValues[variable][number] { return known }
    let stored = try act.storedValue(text.storedName, of: variables[variable])
    storedValues[variable][number] = stored
    return stored
  }

  mutating func add(
    _ record: SurveyRecord, valueNumbers: [Int?], questions names: [SurveyQuestion], path: String
  ) throws {
    do {
      while questions.count < names.count {
        let question = names[questions.count]
        questions.append(
          try act.question(
            SurveyQuestion(name: question.name.storedName, wording: question.wording.storedName)))
        answersPerQuestion.append(0)
      }
      var values: [StoredValue] = []
      values.reserveCapacity(variables.count)
      for (place, text) in record.values.enumerated() where !text.isEmpty {
        values.append(try value(text, valueNumbers[place], of: place))
      }
      let (respondent, isNew, newValues) = try act.respondent(
        record.respondent.storedName, weight: record.weight,
        weightName: layout.weight.map { layout.header[$0] } ?? "", storedValues: values)
      if isNew { outcome.newRespondents += 1 }
      outcome.newValues += newValues
      for response in record.responses {
        answersPerQuestion[response.question] += 1
        outcome.answersRead += 1
        let text = StoredText.normalize(response.text)
        guard let id = try act.addAnswer(text, of: respondent, to: questions[response.question], isNew: isNew)
        else {
          continue
        }
        outcome.newAnswers += 1
        segments?.add(id, text)
      }
    } catch let error as ActError {
      throw StudyError.inFile(path: path, line: record.line, underlying: error)
    }
  }

  mutating func finish(questions names: [SurveyQuestion]) throws {
    outcome.questions = zip(names, answersPerQuestion).map { ($0, $1) }
    if let segments { try store(segments.finish()) }
  }

  /// Stores segments as soon as they are made, so that they need not all be kept in memory.
  mutating func store(_ drafts: [SegmentDraft]) throws {
    guard !drafts.isEmpty else { return }
    outcome.tokens += drafts.reduce(0) { $0 + $1.tokenCount }
    outcome.lemmas = drafts.reduce(outcome.lemmas) { max($0, $1.lemmaCount) }
    try act.addIndexSegments(drafts.map(IndexSegmentDraft.init))
  }
}

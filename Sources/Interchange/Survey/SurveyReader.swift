public import CodingModel

/// Reads the rows of a survey file as what respondents say, one row after another.
///
/// Identifiers, values, weights and question names are taken without the spaces around them; answers are
/// taken exactly as written, and a blank one is no answer. Where no column identifies the respondents, they
/// are numbered from 1 in the order of the rows.
public struct SurveyReader: Sendable {
  /// Which column is what.
  public let layout: SurveyLayout
  /// The open questions met so far, in the order of ``SurveyRecord/Response/question``. All of them from the
  /// start where questions are columns; growing where rows name them.
  public private(set) var questions: [SurveyQuestion]
  /// What the file turned out to be.
  public var format: DelimitedFormat { rows.format }
  /// How much of the text has been read, of ``totalBytes``.
  public var bytesRead: Int { rows.bytesRead }
  /// The size of the text in bytes of UTF-8.
  public var totalBytes: Int { rows.totalBytes }

  /// For each of ``SurveyLayout/variables``, a number of the last row's value, the same whenever the same is written;
  /// nil where it has none, as what is long or one of too many. Numbers count from 0.
  public private(set) var valueNumbers: [Int?] = []

  private var rows: DelimitedReader
  private var count = 0
  private var values: [KnownCells]
  private var weights = KnownCells()
  /// The weights of ``weights``.
  private var parsedWeights: [Double?] = []
  private var questionIndex: [String: Int] = [:]
  private var takenNames: Set<String> = []

  /// Reads `rows` by `layout`, which must be of the same header.
  public init(_ rows: DelimitedReader, layout: SurveyLayout) {
    precondition(rows.header == layout.header, "the layout is of another file")
    self.rows = rows
    self.layout = layout
    values = layout.variables.map { _ in KnownCells() }
    questions =
      switch layout.questions {
      case .columns(let columns): QuestionNaming.questions(headers: columns.map { layout.header[$0] })
      case .rows(nil, _, let answer): QuestionNaming.questions(headers: [layout.header[answer]])
      case .rows: []
      }
  }

  /// The next row, or nil at the end.
  public mutating func next() throws(SurveyError) -> SurveyRecord? {
    do {
      guard try rows.next() else { return nil }
    } catch { throw .text(error) }
    count += 1
    return SurveyRecord(
      line: rows.line, respondent: try respondent(), weight: try weight(),
      values: readValues(), responses: try responses())
  }

  private mutating func readValues() -> [String] {
    valueNumbers.removeAll(keepingCapacity: true)
    var texts: [String] = []
    texts.reserveCapacity(values.count)
    for (place, column) in layout.variables.enumerated() {
      let number = rows.number(column, in: &values[place])
      valueNumbers.append(number)
      texts.append(number.map { values[place].texts[$0] } ?? Blank.trimmed(rows.text(column)))
    }
    return texts
  }

  /// Gives every row left to `body`, and the bytes read so far, of how many, to `progress` every thousand
  /// rows or so and at the end.
  public mutating func forEach(
    progress: (_ read: Int, _ total: Int) -> Void = { _, _ in }, _ body: (SurveyRecord) throws -> Void
  ) throws {
    while let record = try next() {
      try body(record)
      if count % 1024 == 0 { progress(bytesRead, totalBytes) }
    }
    progress(totalBytes, totalBytes)
  }

  private func respondent() throws(SurveyError) -> String {
    guard let column = layout.respondent else { return String(count) }
    let identifier = Blank.trimmed(rows.text(column))
    guard !identifier.isEmpty else {
      throw .missingRespondent(line: rows.line, column: column + 1, name: layout.header[column])
    }
    return identifier
  }

  private mutating func weight() throws(SurveyError) -> Double? {
    guard let column = layout.weight, !rows.isBlank(column) else { return nil }
    guard let weight = number(column), weight > 0 else {
      throw .badWeight(line: rows.line, column: column + 1, name: layout.header[column])
    }
    return weight
  }

  /// The number that a weight's cell writes. Surveys have few different weights: each is parsed once.
  private mutating func number(_ column: Int) -> Double? {
    guard let number = rows.number(column, in: &weights) else {
      return Numeral.parse(Blank.trimmed(rows.text(column)))
    }
    if number == parsedWeights.count { parsedWeights.append(Numeral.parse(weights.texts[number])) }
    return parsedWeights[number]
  }

  private mutating func responses() throws(SurveyError) -> [SurveyRecord.Response] {
    switch layout.questions {
    case .columns(let columns):
      var responses: [SurveyRecord.Response] = []
      for (question, column) in columns.enumerated() where !rows.isBlank(column) {
        responses.append(SurveyRecord.Response(question: question, text: rows.text(column)))
      }
      return responses
    case .rows(let name, let wording, let answer):
      guard !rows.isBlank(answer) else { return [] }
      let question = try name.map { column throws(SurveyError) in try index(column, wording) } ?? 0
      return [SurveyRecord.Response(question: question, text: rows.text(answer))]
    }
  }

  /// The index of the question that the current row names, which is added if it is new.
  private mutating func index(_ column: Int, _ wording: Int?) throws(SurveyError) -> Int {
    let value = Blank.trimmed(rows.text(column))
    guard !value.isEmpty else {
      throw .missingQuestion(line: rows.line, column: column + 1, name: layout.header[column])
    }
    if let index = questionIndex[value] { return index }
    let index = questions.count
    let name =
      QuestionNaming.isName(value) && takenNames.insert(value.lowercased()).inserted
      ? value : QuestionNaming.freeName(from: index + 1, taken: &takenNames)
    let full = wording.map { Blank.trimmed(rows.text($0)) } ?? ""
    questions.append(SurveyQuestion(name: name, wording: full.isEmpty ? value : full))
    questionIndex[value] = index
    return index
  }
}

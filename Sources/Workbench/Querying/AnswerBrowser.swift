import CodingModel
import ProjectStore

/// Looking answers up for display: their names, texts and respondents' values, each question's and
/// variable's name read once.
final class AnswerBrowser {
  let reader: ProjectReader
  let variables: [Variable]
  private let questions: [RowID<Question>: String]
  /// Made when a text is first read that is not known.
  private var knownLookUp: ProjectReader.AnswerLookUp?
  private var knownValueLookUp: ProjectReader.ValueLookUp?
  /// The values of the last respondent, whose answers and codings often follow each other.
  private var last: (respondent: RowID<Respondent>, values: [String])?
  private let texts: KnownTexts

  /// - Parameters:
  ///   - variables: names of variables whose values are wanted.
  ///   - texts: texts that are known already.
  init(
    _ reader: ProjectReader, variables names: [String] = [], texts: KnownTexts = KnownTexts(corpus: nil)
  ) throws {
    self.texts = texts
    self.reader = reader
    questions = Dictionary(uniqueKeysWithValues: try reader.questions().map { ($0.id, $0.name) })
    variables = try names.map { try reader.variable(called: $0) }
  }

  private func lookUp() throws -> ProjectReader.AnswerLookUp {
    let lookUp = try knownLookUp ?? reader.answerLookUp()
    knownLookUp = lookUp
    return lookUp
  }

  /// An answer with its name.
  func answer(_ id: RowID<Answer>) throws -> (answer: Answer, name: AnswerName)? {
    guard let (answer, respondent) = try lookUp().answer(id) else { return nil }
    return (answer, AnswerName(respondent: respondent, question: questions[answer.question]))
  }

  /// An answer's respondent, its name, and its text to cut parts out of.
  func slicedAnswer(_ id: RowID<Answer>) throws -> (
    respondent: RowID<Respondent>, name: AnswerName, text: SlicedText
  )? {
    let entry = try texts.entry(id) {
      try lookUp().stored(id).map { stored in
        KnownTexts.Entry(
          respondent: stored.respondent, question: stored.question, identifier: stored.identifier,
          text: SlicedText(utf8: stored.text))
      }
    }
    guard let entry else { return nil }
    let name = AnswerName(respondent: entry.identifier, question: questions[entry.question])
    return (entry.respondent, name, entry.text)
  }

  /// The respondent's values of the variables wanted, in their order; empty where missing.
  func values(of respondent: RowID<Respondent>) throws -> [String] {
    guard !variables.isEmpty else { return [] }
    if let last, last.respondent == respondent { return last.values }
    let lookUp = try knownValueLookUp ?? reader.valueLookUp()
    knownValueLookUp = lookUp
    var values = [String](repeating: "", count: variables.count)
    try lookUp.forEachValue(of: respondent) { variable, text in
      for place in variables.indices where variables[place].id == variable { values[place] = text }
    }
    last = (respondent, values)
    return values
  }
}

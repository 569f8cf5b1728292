import CodingModel
import ProjectStore

/// Looking answers up for display: their names, texts and respondents' values, each question's and
/// variable's name read once.
final class AnswerBrowser {
  let reader: ProjectReader
  let variables: [Variable]
  private let questions: [RowID<Question>: String]
  private let lookUp: ProjectReader.AnswerLookUp
  private var values: [RowID<Respondent>: [String]] = [:]
  private var last: (id: RowID<Answer>, text: SlicedText, found: (answer: Answer, name: AnswerName))?

  /// - Parameter variables: names of variables whose values are wanted.
  init(_ reader: ProjectReader, variables names: [String] = []) throws {
    self.reader = reader
    questions = Dictionary(uniqueKeysWithValues: try reader.questions().map { ($0.id, $0.name) })
    lookUp = try reader.answerLookUp()
    variables = try names.map { try reader.variable(called: $0) }
  }

  /// An answer with its name.
  func answer(_ id: RowID<Answer>) throws -> (answer: Answer, name: AnswerName)? {
    guard let (answer, respondent) = try lookUp.answer(id) else { return nil }
    return (answer, AnswerName(respondent: respondent, question: questions[answer.question]))
  }

  /// An answer with its name and its text to cut parts out of. Asked for again, it is not read again.
  func slicedAnswer(_ id: RowID<Answer>) throws -> (answer: Answer, name: AnswerName, text: SlicedText)? {
    if let last, last.id == id { return (last.found.answer, last.found.name, last.text) }
    guard let found = try answer(id) else { return nil }
    let text = SlicedText(found.answer.text)
    last = (id, text, found)
    return (found.answer, found.name, text)
  }

  /// The respondent's values of the variables wanted, in their order; empty where missing.
  func values(of respondent: RowID<Respondent>) throws -> [String] {
    guard !variables.isEmpty else { return [] }
    if let known = values[respondent] { return known }
    let all = try reader.values(of: respondent)
    let wanted = variables.map { all[$0.id] ?? "" }
    values[respondent] = wanted
    return wanted
  }
}

import CodingModel
import ProjectStore
import QueryLanguage

extension ProjectReader {
  /// The answer that people mean by `R0117/q1`, or `R0117` where the survey has one question or the
  /// respondent gave one answer.
  ///
  /// - Throws: ``StudyError``.
  func answer(called name: String) throws -> (answer: Answer, name: AnswerName) {
    let questions = try questions()
    let text = name.precomposed
    if let slash = text.lastIndex(of: "/"),
      let respondent = try respondent(identifier: String(text[..<slash]))
    {
      let questionName = String(text[text.index(after: slash)...])
      let question = try question(called: questionName, among: questions)
      let full = AnswerName(respondent: respondent.identifier, question: question.name)
      guard let answer = try answer(respondent.id, question.id) else { throw StudyError.noAnswer(full) }
      return (answer, full)
    }
    guard let respondent = try respondent(identifier: text) else {
      let identifier = text.lastIndex(of: "/").map { String(text[..<$0]) } ?? text
      let near = NearName.closest(to: identifier, among: try respondents().prefix(20_000).map(\.identifier))
      throw StudyError.unknownRespondent(identifier: identifier, near: near)
    }
    let answers = try answers(of: respondent.id)
    guard let only = answers.first else {
      throw StudyError.noAnswer(AnswerName(respondent: respondent.identifier, question: nil))
    }
    let byID = Dictionary(uniqueKeysWithValues: questions.map { ($0.id, $0) })
    guard answers.count == 1 else {
      throw StudyError.questionNeeded(
        respondent: respondent.identifier, questions: answers.compactMap { byID[$0.question]?.name })
    }
    return (only, AnswerName(respondent: respondent.identifier, question: byID[only.question]?.name))
  }

  /// The question that people mean by `name`, in any case.
  func question(called name: String, among questions: [Question]) throws -> Question {
    if let question = questions.first(where: { $0.name == name }) { return question }
    let folded = questions.filter { $0.name.folded == name.folded }
    if folded.count == 1 { return folded[0] }
    throw StudyError.unknownQuestion(
      name: name, near: NearName.closest(to: name, among: questions.map(\.name)))
  }

  /// The coder that people mean by `name`, in any case.
  func coder(called name: String) throws -> Coder {
    let coders = try coders()
    if let coder = coders.first(where: { $0.name == name.precomposed }) { return coder }
    let folded = coders.filter { $0.name.folded == name.folded }
    if folded.count == 1 { return folded[0] }
    throw StudyError.unknownCoder(name: name, near: NearName.closest(to: name, among: coders.map(\.name)))
  }

  /// The variable that people mean by `name`, in any case.
  func variable(called name: String) throws -> Variable {
    let variables = try variables()
    if let variable = variables.first(where: { $0.name == name.precomposed }) { return variable }
    let folded = variables.filter { $0.name.folded == name.folded }
    if folded.count == 1 { return folded[0] }
    throw StudyError.unknownVariable(
      name: name, near: NearName.closest(to: name, among: variables.map(\.name)))
  }

  /// What answers are called, for answers that are known to be there.
  func nameOfAnswer(_ answer: Answer, _ questions: [RowID<Question>: String]) throws -> AnswerName {
    AnswerName(
      respondent: try respondent(answer.respondent)?.identifier ?? "", question: questions[answer.question])
  }
}

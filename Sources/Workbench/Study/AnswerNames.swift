import CodingModel
import FrenchText
import ProjectStore
import QueryLanguage

extension ProjectReader {
  /// The answer that people mean by `R0117/q1`, or `R0117` where the survey has one question or the
  /// respondent gave one answer.
  ///
  /// - Throws: ``StudyError``.
  func answer(called name: String) throws -> (answer: Answer, name: AnswerName) {
    if let slash = name.lastIndex(of: "/"), try respondent(written: name) == nil {
      return try answer(of: String(name[..<slash]), to: String(name[name.index(after: slash)...]))
    }
    return try answer(of: name, to: nil)
  }

  /// The answer of a respondent to a question, both by name; without a question, the only one there is.
  ///
  /// - Parameter known: the project's questions, where the caller has read them.
  /// - Throws: ``StudyError``.
  func answer(
    of identifier: String, to questionName: String?, among known: [Question]? = nil
  ) throws -> (answer: Answer, name: AnswerName) {
    let respondent = try respondent(called: identifier)
    let questions = try known ?? questions()
    if let questionName {
      let question = try question(called: questionName, among: questions)
      let full = AnswerName(respondent: respondent.identifier, question: question.name)
      guard let answer = try answer(respondent.id, question.id) else { throw StudyError.noAnswer(full) }
      return (answer, full)
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

  /// The respondent with that identifier, written with either apostrophe.
  private func respondent(written identifier: String) throws -> Respondent? {
    let stored = StoredText.normalize(identifier)
    return try respondent(identifier: stored) ?? respondent(identifier: stored.precomposed)
      ?? respondent(identifier: stored.precomposed.replacing("'", with: "’"))
  }

  /// The respondent that people mean by `identifier`.
  ///
  /// - Throws: ``StudyError/unknownRespondent(identifier:near:)``.
  func respondent(called identifier: String) throws -> Respondent {
    if let respondent = try respondent(written: identifier) { return respondent }
    let near = NearName.closest(to: identifier, among: try respondentIdentifiers(limit: 20_000))
    throw StudyError.unknownRespondent(identifier: identifier, near: near)
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
    let wanted = name.precomposed
    if let coder = coders.first(where: { $0.name.precomposed == wanted }) { return coder }
    let folded = coders.filter { $0.name.folded == name.folded }
    if folded.count == 1 { return folded[0] }
    throw StudyError.unknownCoder(name: name, near: NearName.closest(to: name, among: coders.map(\.name)))
  }

  /// The variable that people mean by `name`, in any case.
  func variable(called name: String) throws -> Variable {
    let variables = try variables()
    let wanted = name.precomposed
    if let variable = variables.first(where: { $0.name.precomposed == wanted }) { return variable }
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

extension Study {
  /// The whole name of the answer that `text` names; nil where it names no respondent.
  ///
  /// - Throws: ``StudyError`` where there is the respondent but no such answer.
  public func answer(called text: String) throws -> String? {
    try project.read { reader in
      do {
        return try reader.answer(called: text).name.description
      } catch StudyError.unknownRespondent(let name, let near) {
        // With a question after the slash it was meant as an answer's name.
        let questions = try reader.questions()
        guard !text.contains(where: \.isWhitespace), let slash = text.lastIndex(of: "/"),
          (try? reader.question(called: String(text[text.index(after: slash)...]), among: questions)) != nil
        else { return nil }
        throw StudyError.unknownRespondent(identifier: name, near: near)
      }
    }
  }
}

public import CodingModel
import ProjectStore

/// Reading one answer, or all of a respondent's, with codings and memos.
public struct AnswerReading {
  /// An answer with what is known of it.
  public struct Page: Sendable {
    /// Its name.
    public let answer: AnswerName
    /// The question as it was asked.
    public let wording: String
    /// Its whole text.
    public let text: String
    /// The respondent's values, in the variables' order; those without one left out.
    public let values: [(variable: String, value: String)]
    /// The codings on it, by range.
    public let codings: [CodingLine]
    /// The memos on the answer itself.
    public let memos: [String]
  }

  private let study: Study

  /// Reading in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// The answer called `name`; where that is a respondent who gave several, all of these.
  ///
  /// - Throws: ``StudyError``, `ProjectError`.
  public func pages(_ name: String) throws -> [Page] {
    try study.project.read { reader in
      do {
        let found = try reader.answer(called: name)
        return [try page(found.answer, found.name, reader)]
      } catch StudyError.questionNeeded(let identifier, let questions) {
        return try questions.map { question in
          let found = try reader.answer(called: "\(identifier)/\(question)")
          return try page(found.answer, found.name, reader)
        }
      }
    }
  }

  private func page(_ answer: Answer, _ name: AnswerName, _ reader: ProjectReader) throws -> Page {
    let values = try reader.values(of: answer.respondent)
    var codings: [CodingLine] = []
    try CodingList(study).forEach(answer: name.description, scope: nil) { codings.append($0) }
    return Page(
      answer: name, wording: try reader.questions().first { $0.id == answer.question }?.wording ?? "",
      text: answer.text,
      values: try reader.variables().compactMap { variable in values[variable.id].map { (variable.name, $0) }
      },
      codings: codings, memos: try reader.memos(on: .answer(answer.id)).map(\.text))
  }
}

import CodingModel
import FrenchText
import ProjectStore

/// Writing and reading memos.
public struct MemoKeeping {
  /// What a memo is on, by names.
  public enum Subject: Hashable, Sendable {
    /// The project.
    case project
    /// A respondent, by identifier.
    case respondent(String)
    /// A question, by name.
    case question(String)
    /// An answer, by `RESPONDENT/QUESTION`.
    case answer(String)
    /// A code, by name.
    case code(String)
    /// A coder, by name.
    case coder(String)
  }

  /// A memo with the name of what it is on.
  public struct Line: Sendable {
    /// The memo's number.
    public let number: Int64
    /// What kind of thing it is on.
    public let kind: Kind
    /// The name of what it is on; empty for the project.
    public let subject: String
    /// The note.
    public let text: String
    /// Who wrote it; empty where nobody is named.
    public let coder: String
    /// When, as `2026-11-22T10:30:00Z`.
    public let date: String
  }

  /// The kinds of things that memos are on.
  public enum Kind: String, Sendable, CaseIterable {
    case project, respondent, question, answer, code, coding, coder, refusal
  }

  private let study: Study

  /// The memos of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Writes a memo.
  ///
  /// - Throws: ``StudyError/emptyMemo``, ``StudyError`` where the subject is not there.
  public func add(_ text: String, on subject: Subject, coder: String? = nil) throws {
    guard CodeContent.isVisible(text) else { throw StudyError.emptyMemo }
    let coderName = try study.currentCoder(coder)
    _ = try study.project.perform(.memo, coder: coderName) { act in
      let target = try Self.target(of: subject, act.reader)
      _ = try act.addMemo(StoredText.normalize(text), on: target.target, by: act.coder(coderName))
      act.details = ["subject": target.name]
    }
  }

  /// Takes the memo with that number away.
  ///
  /// - Returns: whether there was one.
  public func remove(_ number: Int64, coder: String? = nil) throws -> Bool {
    try study.project.perform(.memo, coder: study.currentCoder(coder)) { act in
      guard try act.reader.memos().contains(where: { $0.id.value == number }) else { return false }
      try act.deleteMemo(RowID(number))
      act.details = ["removed": String(number)]
      return true
    }.result
  }

  /// The memos on a subject, or all of them, oldest first; on an answer with those on its codings and refusals.
  public func lines(on subject: Subject? = nil) throws -> [Line] {
    try study.project.read { reader in
      let target = try subject.map { try Self.target(of: $0, reader).target }
      let coders = Dictionary(uniqueKeysWithValues: try reader.coders().map { ($0.id, $0.name) })
      let questions = Dictionary(uniqueKeysWithValues: try reader.questions().map { ($0.id, $0.name) })
      let names = CodeNames(try reader.codes())
      return try Self.memos(on: target, reader).map { memo in
        let (kind, subject) = try Self.name(of: memo.target, names, coders, questions, reader)
        return Line(
          number: memo.id.value, kind: kind, subject: subject, text: memo.text,
          coder: memo.coder.flatMap { coders[$0] } ?? "", date: memo.date)
      }
    }
  }

  private static func memos(on target: Memo.Target?, _ reader: ProjectReader) throws -> [Memo] {
    guard case .answer(let answer)? = target else { return try reader.memos(on: target) }
    let targets: [Memo.Target] =
      try [.answer(answer)] + reader.codings(.init(answer: answer)).map { .coding($0.id) }
      + reader.refusals(on: answer).map { .refusal($0.id) }
    return try targets.flatMap { try reader.memos(on: $0) }.sorted { $0.id < $1.id }
  }

  private static func target(of subject: Subject, _ reader: ProjectReader) throws -> (
    target: Memo.Target, name: String
  ) {
    switch subject {
    case .project: return (.project, "")
    case .respondent(let name):
      let respondent = try reader.respondent(called: name)
      return (.respondent(respondent.id), respondent.identifier)
    case .question(let name):
      let question = try reader.question(called: name, among: reader.questions())
      return (.question(question.id), question.name)
    case .answer(let name):
      let (answer, full) = try reader.answer(called: name)
      return (.answer(answer.id), full.description)
    case .code(let name):
      let names = CodeNames(try reader.codes())
      let code = try names.code(called: name)
      return (.code(code.id), names.name(of: code.id))
    case .coder(let name):
      let coder = try reader.coder(called: name)
      return (.coder(coder.id), coder.name)
    }
  }

  private static func name(
    of target: Memo.Target, _ names: CodeNames, _ coders: [RowID<Coder>: String],
    _ questions: [RowID<Question>: String], _ reader: ProjectReader
  ) throws -> (Kind, String) {
    func answerName(_ id: RowID<Answer>) throws -> String {
      try reader.answer(id).map { try reader.nameOfAnswer($0, questions).description } ?? ""
    }
    switch target {
    case .project: return (.project, "")
    case .respondent(let id): return (.respondent, try reader.respondent(id)?.identifier ?? "")
    case .question(let id): return (.question, questions[id] ?? "")
    case .answer(let id): return (.answer, try answerName(id))
    case .code(let id): return (.code, names.name(of: id))
    case .coder(let id): return (.coder, coders[id] ?? "")
    case .coding(let id):
      guard let coding = try reader.coding(id) else { return (.coding, "") }
      return (.coding, "\(try answerName(coding.answer)) · \(names.name(of: coding.code))")
    case .refusal(let id):
      guard let refusal = try reader.refusal(id) else { return (.refusal, "") }
      return (.refusal, "\(try answerName(refusal.answer)) · \(names.name(of: refusal.code))")
    }
  }
}

import CodingModel
import Interchange
import ProjectStore

/// Reading which answers coders have gone through elsewhere.
public struct SeenImport {
  /// What an import did.
  public struct Outcome: Sendable {
    /// Answers newly noted as gone through, each counted once a coder.
    public var added = 0
    /// Those that were noted already.
    public var identical = 0
    /// Names of the coders it speaks of.
    public var coders: [String] = []
  }

  private let study: Study

  /// Importing into a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Notes the answers of a file as one act. A line without a question means all that the respondent answered.
  ///
  /// - Parameters:
  ///   - path: a CSV or TSV file: respondent, question, coder, date.
  ///   - coder: who went through them, where the file does not say; see ``Study/currentCoder(_:)``.
  /// - Throws: the reader's errors, ``StudyError/inFile(path:line:underlying:)`` with the line of what is wrong;
  ///   nothing is stored then.
  public func run(_ path: String, coder: String? = nil) throws -> Outcome {
    var file = try SeenFileReader(path: path)
    var records: [SeenRecord] = []
    while let record = try file.next() { records.append(record) }
    let fallback = try study.currentCoder(coder)
    return try study.project.perform(.seen, coder: coder ?? "") { act in
      var outcome = Outcome()
      var coders: [String: RowID<Coder>] = [:]
      let questions = try act.reader.questions()
      for record in records {
        do {
          let name = record.coder ?? fallback
          if coders[name] == nil {
            let valid = try act.reader.coderName(for: name, Study.importedCoder)
            guard valid != Study.ruleCoder else { throw StudyError.reservedCoder(valid) }
            coders[name] = try act.coder(valid)
            outcome.coders.append(valid)
          }
          guard let coder = coders[name] else { continue }
          for answer in try Self.answers(record, questions, act.reader) {
            if try act.markSeen(answer, by: coder, date: record.date) {
              outcome.added += 1
            } else {
              outcome.identical += 1
            }
          }
        } catch let error as StudyError {
          throw StudyError.inFile(path: path, line: record.line, underlying: error)
        }
      }
      act.details = [
        "file": FileName(path).last, "answers": String(outcome.added),
      ]
      return outcome
    }.result
  }

  private static func answers(
    _ record: SeenRecord, _ questions: [Question], _ reader: ProjectReader
  ) throws -> [RowID<Answer>] {
    if record.question == nil {
      if record.respondent.contains("/"), let found = try? reader.answer(called: record.respondent) {
        return [found.answer.id]
      }
      let all = try reader.answers(of: reader.respondent(called: record.respondent).id)
      if all.count > 1 { return all.map(\.id) }
    }
    return [try reader.answer(of: record.respondent, to: record.question, among: questions).answer.id]
  }
}

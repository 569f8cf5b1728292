public import CodingModel
import CorpusIndex
import ProjectStore

/// Which answers coders have gone through.
public struct SeenList {
  /// An answer that a coder has gone through.
  public struct Line: Sendable {
    /// The answer.
    public let answer: AnswerName
    /// The coder's name.
    public let coder: String
    /// When, as `2026-11-22T10:30:00Z`; empty where a file did not say.
    public let date: String
    /// How many codings of this coder it carries.
    public let codings: Int
  }

  private let study: Study

  /// The answers gone through in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// The answers noted as gone through, in the order of import, then of the coders.
  ///
  /// - Parameters:
  ///   - coders: only by these, by name; by all where empty.
  ///   - query: only answers that it finds.
  public func lines(coders: [String] = [], query: String? = nil) throws -> [Line] {
    let scope = try query.map { try study.answers(matching: $0) }
    return try study.project.read { reader in
      let wanted = Set(try coders.map { try reader.coder(called: $0).id })
      let names = Dictionary(uniqueKeysWithValues: try reader.coders().map { ($0.id, $0.name) })
      let browser = try AnswerBrowser(reader)
      var counts: [RowID<Answer>: [RowID<Coder>: Int]] = [:]
      try reader.forEachCoding { counts[$0.answer, default: [:]][$0.coder, default: 0] += 1 }
      var lines: [Line] = []
      try reader.forEachSeen { answer, coder, date in
        guard wanted.isEmpty || wanted.contains(coder), scope?.contains(answer) ?? true,
          let name = try browser.answer(answer)?.name
        else { return }
        lines.append(
          Line(
            answer: name, coder: names[coder] ?? "", date: date, codings: counts[answer]?[coder] ?? 0))
      }
      return lines
    }
  }

  /// The same as records of a file that ``SeenImport`` reads.
  public func records(coders: [String] = [], query: String? = nil) throws -> [SeenRecord] {
    try lines(coders: coders, query: query).map {
      SeenRecord(
        respondent: $0.answer.respondent, question: $0.answer.question, coder: $0.coder,
        date: $0.date.isEmpty ? nil : $0.date)
    }
  }

  /// Notes that a coder has gone through answers, or takes that back.
  ///
  /// - Parameters:
  ///   - answers: by name.
  ///   - query: and those that it finds.
  ///   - coder: who; see ``Study/currentCoder(_:)``.
  ///   - isSeen: whether they are to be noted, or their notes taken away.
  /// - Returns: how many answers that changed, of how many, and the coder.
  public func mark(
    answers: [String], query: String? = nil, coder: String? = nil, isSeen: Bool = true
  ) throws -> (changed: Int, answers: Int, coder: String) {
    let name = try study.currentCoder(coder)
    guard name != Study.ruleCoder else { throw StudyError.reservedCoder(name) }
    let found = try query.map { try study.answers(matching: $0) }
    return try study.project.perform(.seen, coder: name) { act in
      var wanted = found ?? AnswerSet()
      for answer in answers { wanted.insert(try act.reader.answer(called: answer).answer.id) }
      let coder = try isSeen ? act.coder(name) : act.reader.coder(called: name).id
      var changed = 0
      for answer in wanted {
        if try isSeen ? act.markSeen(answer, by: coder) : act.unmarkSeen(answer, by: coder) { changed += 1 }
      }
      act.details = ["answers": String(changed), "coder": name]
      if !isSeen { act.details["removed"] = "1" }
      return (changed, wanted.count, name)
    }.result
  }
}

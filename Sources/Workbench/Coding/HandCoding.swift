public import CodingModel
import FrenchText
import ProjectStore

/// Coding an answer by hand, and taking codings away.
public struct HandCoding {
  /// Which part of an answer is meant.
  public enum Part: Hashable, Sendable {
    /// All of it.
    case whole
    /// The text between quotes; `occurrence` (from 1) says which where it stands several times.
    case quote(String, occurrence: Int?)
    /// A range of code points.
    case range(TextRange)
  }

  /// What was coded or no longer is.
  public struct Outcome: Sendable {
    /// The answer.
    public let answer: AnswerName
    /// What the code is called.
    public let code: String
    /// The coder.
    public let coder: String
    /// The ranges coded, or taken away.
    public let ranges: [TextRange]
    /// The text of each of the ranges.
    public let segments: [String]
    /// Whether anything changed: coding what is coded already changes nothing.
    public let hasChanged: Bool
    /// Whether this is the first act of a coder whose name nobody gave: the system's user.
    public var introducesUser = false
  }

  private let study: Study

  /// Coding in a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Gives a code to a part of an answer, which its coder then has gone through.
  ///
  /// - Parameters:
  ///   - code: a code's name, path or key.
  ///   - answer: `RESPONDENT/QUESTION`.
  ///   - part: what to code.
  ///   - coder: who codes; see ``Study/currentCoder(_:)``.
  ///   - memo: a note on the coding.
  /// - Throws: ``StudyError``, `ActError` for a range out of the answer, `ProjectError`.
  public func code(
    _ code: String, _ answer: String, _ part: Part = .whole, coder: String? = nil, memo: String? = nil
  ) throws -> Outcome {
    let coderName = try study.currentCoder(coder)
    // What this coder gives is the rules' to take away again.
    guard coderName != Study.ruleCoder else { throw StudyError.reservedCoder(coderName) }
    let isTheUser = try study.isCoderTheUser(coder)
    return try study.project.perform(.code, coder: coderName) { act in
      let names = CodeNames(try act.reader.codes())
      let code = try names.code(called: code)
      let (stored, name) = try act.reader.answer(called: answer)
      let range = try Self.locate(part, in: stored.text, name)
      guard let segment = stored.text.slice(range) else {
        throw ActError.rangeOutside(range: range, length: stored.text.scalarCount)
      }
      let isNew = try isTheUser && !act.reader.coders().contains { $0.name == coderName }
      let coderID = try act.coder(coderName)
      let added = try act.addCoding(
        code.id, on: stored.id, range, by: coderID, origin: .hand, length: stored.text.scalarCount)
      // Whoever codes a part of an answer has gone through it.
      if added != nil { try act.markSeen(stored.id, by: coderID) }
      if let memo = memo.map(StoredText.normalize), !memo.isEmpty,
        let coding = try added ?? existing(code.id, coderID, stored.id, range, act.reader)
      {
        _ = try act.addMemo(memo, on: .coding(coding), by: coderID)
      }
      act.details = [
        "answer": name.description, "code": names.name(of: code.id), "start": String(range.start),
        "end": String(range.end),
      ]
      return Outcome(
        answer: name, code: names.name(of: code.id), coder: coderName, ranges: [range], segments: [segment],
        hasChanged: act.hasChanges, introducesUser: isNew)
    }.result
  }

  private func existing(
    _ code: RowID<Code>, _ coder: RowID<Coder>, _ answer: RowID<Answer>, _ range: TextRange,
    _ reader: ProjectReader
  ) throws -> RowID<Coding>? {
    try reader.codings(.init(codes: [code], coders: [coder], answer: answer)).first { $0.range == range }?.id
  }

  /// Takes a coder's codings of a code away from an answer: that on a part, or all of them for the whole.
  ///
  /// - Throws: ``StudyError/noSuchCoding(_:code:)`` where there is none, and what
  ///   ``code(_:_:_:coder:memo:)`` throws.
  public func uncode(_ code: String, _ answer: String, _ part: Part = .whole, coder: String? = nil) throws
    -> Outcome
  {
    let coderName = try study.currentCoder(coder)
    return try study.project.perform(.uncode, coder: coderName) { act in
      let names = CodeNames(try act.reader.codes())
      let code = try names.code(called: code)
      let (stored, name) = try act.reader.answer(called: answer)
      let coder = try act.reader.coder(called: coderName)
      let range = part == .whole ? nil : try Self.locate(part, in: stored.text, name)
      let codings = try act.reader.codings(.init(codes: [code.id], coders: [coder.id], answer: stored.id))
        .filter { range == nil || $0.range == range }
      guard !codings.isEmpty else { throw StudyError.noSuchCoding(name, code: names.name(of: code.id)) }
      for coding in codings { try act.deleteCoding(coding.id) }
      act.details = [
        "answer": name.description, "code": names.name(of: code.id), "codings": String(codings.count),
      ]
      return Outcome(
        answer: name, code: names.name(of: code.id), coder: coder.name, ranges: codings.map(\.range),
        segments: codings.map { stored.text.slice($0.range) ?? "" }, hasChanged: true)
    }.result
  }

  static func locate(_ part: Part, in text: String, _ name: AnswerName) throws -> TextRange {
    switch part {
    case .whole: return TextRange(0, text.scalarCount)
    case .range(let range): return range
    case .quote(let quote, let occurrence):
      let places = QuoteFinder.words(of: StoredText.normalize(quote), in: text).map {
        AnswerWords.whole($0, in: text)
      }
      guard !places.isEmpty else { throw StudyError.quoteNotFound(name) }
      if let occurrence {
        guard occurrence >= 1, occurrence <= places.count else {
          throw StudyError.quoteRepeated(name, times: places.count)
        }
        return places[occurrence - 1]
      }
      guard places.count == 1 else { throw StudyError.quoteRepeated(name, times: places.count) }
      return places[0]
    }
  }
}

import CodingModel
import Foundation
import FrenchText
import Interchange
import ProjectStore

/// Importing codings made elsewhere.
public struct CodingImport {
  /// What an import did.
  public struct Outcome: Sendable {
    /// Codings added.
    public var added = 0
    /// Codings that were there already.
    public var identical = 0
    /// Names of the codes made for it.
    public var newCodes: [String] = []
    /// Names of the coders it brought.
    public var coders: [String] = []
  }

  /// The coder of codings whose file names none.
  public static let defaultCoder = "import"

  private let study: Study

  /// Importing into a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Stores the codings of a file as one act.
  ///
  /// - Parameters:
  ///   - path: a CSV or TSV file of codings.
  ///   - createsCodes: whether codes that the project lacks are added at the top of the codebook.
  ///   - coder: who coded, where the file does not say.
  /// - Throws: the reader's errors, ``StudyError/inFile(path:line:underlying:)`` with the line of what is
  ///   wrong; nothing is stored then.
  public func run(_ path: String, createsCodes: Bool, coder: String? = nil) throws -> Outcome {
    var file = try CodingFileReader(path: path)
    var records: [CodingRecord] = []
    while let record = try file.next() { records.append(record) }
    let fallback = try coder.map { name in try Study.importedCoder(name) } ?? Self.defaultCoder
    return try study.project.perform(.importCodings, coder: coder ?? "") { act in
      var rows = CodingRows(act: act, createsCodes: createsCodes, fallback: fallback)
      try rows.load()
      for record in records {
        do {
          try rows.add(record)
        } catch let error as StudyError {
          throw StudyError.inFile(path: path, line: record.line, underlying: error)
        } catch let error as ActError {
          throw StudyError.inFile(path: path, line: record.line, underlying: error)
        }
      }
      act.details = [
        "file": FileName(path).last,
        "codings": String(rows.outcome.added),
      ]
      return rows.outcome
    }.result
  }
}

/// Storing a file's codings one after another within an act.
private struct CodingRows {
  let act: ActWriter
  let createsCodes: Bool
  let fallback: String
  var outcome = CodingImport.Outcome()
  private var names = CodeNames([])
  private var questions: [Question] = []
  private var codeIDs: [String: RowID<Code>] = [:]
  private var newCodeIDs: [String: RowID<Code>] = [:]
  /// What new codes' names are compared with, made where there is a first one.
  private var likeness: CodeLikeness?
  private var coderIDs: [String: RowID<Coder>] = [:]
  private var answers: [AnswerName: (id: RowID<Answer>, length: Int)] = [:]

  init(act: ActWriter, createsCodes: Bool, fallback: String) {
    self.act = act
    self.createsCodes = createsCodes
    self.fallback = fallback
  }

  mutating func load() throws {
    names = CodeNames(try act.reader.codes())
    questions = try act.reader.questions()
  }

  mutating func add(_ record: CodingRecord) throws {
    let answer = try answer(AnswerName(respondent: record.respondent, question: record.question))
    let code = try code(record.code)
    let coder = try coder(record.coder ?? fallback)
    let range = record.range ?? TextRange(0, answer.length)
    let added = try act.addCoding(
      code, on: answer.id, range, by: coder, origin: .imported, date: record.date ?? "", length: answer.length
    )
    if added == nil { outcome.identical += 1 } else { outcome.added += 1 }
    guard let memo = record.memo.map(StoredText.normalize), !memo.isEmpty else { return }
    let coding =
      try added
      ?? act.reader.codings(.init(codes: [code], coders: [coder], answer: answer.id)).first {
        $0.range == range
      }?.id
    guard let coding, try added != nil || !hasMemo(memo, coding) else { return }
    _ = try act.addMemo(memo, on: .coding(coding), by: coder)
  }

  /// Whether the coding carries this memo already; several memos of one coding are written one under the other.
  private func hasMemo(_ memo: String, _ coding: RowID<Coding>) throws -> Bool {
    let memos = try act.reader.memos(on: .coding(coding)).map(\.text)
    return memos.contains(memo) || memos.joined(separator: "\n") == memo
  }

  private mutating func answer(_ name: AnswerName) throws -> (id: RowID<Answer>, length: Int) {
    if let known = answers[name] { return known }
    let found =
      try name.question == nil && name.respondent.contains("/")
      ? act.reader.answer(called: name.respondent).answer
      : act.reader.answer(of: name.respondent, to: name.question, among: questions).answer
    let entry = (found.id, found.text.scalarCount)
    answers[name] = entry
    return entry
  }

  private mutating func code(_ name: String) throws -> RowID<Code> {
    if let known = codeIDs[name] { return known }
    let id: RowID<Code>
    do {
      let found = try names.code(called: name)
      id = try createsCodes && Self.isOther(name, than: found.name) ? newCode(name) : found.id
    } catch StudyError.unknownCode where createsCodes {
      id = try newCode(name)
    }
    codeIDs[name] = id
    return id
  }

  /// Whether a name is spelt as a code's but for accents that only it has: an accent typed must be there, one not typed
  /// may be.
  private static func isOther(_ name: String, than code: String) -> Bool {
    let (asked, known) = (name.storedName.precomposed.lowercased(), code.precomposed.lowercased())
    return asked != known && asked.folded == known.folded && asked != asked.folded
  }

  /// The code made for a name that the project lacks, made once for its spellings in any case; `cote` and `côté` are two.
  ///
  /// - Throws: ``StudyError/badCodeName``, ``StudyError/hiddenInCodeName(_:)``, ``StudyError/codeLike(existing:)``,
  ///   ``StudyError/codeLooksLike(_:existing:)``.
  private mutating func newCode(_ name: String) throws -> RowID<Code> {
    let name = try CodeLikeness.valid(name)
    let spelling = name.precomposed.lowercased()
    if let known = newCodeIDs[spelling] { return known }
    var likeness = likeness ?? CodeLikeness(names)
    try likeness.require(name, under: nil)
    let id = try act.addCode(CodeContent(name: name), under: nil)
    likeness.note(id, name, under: nil)
    self.likeness = likeness
    newCodeIDs[spelling] = id
    outcome.newCodes.append(name)
    return id
  }

  private mutating func coder(_ name: String) throws -> RowID<Coder> {
    if let known = coderIDs[name] { return known }
    let valid = try act.reader.coderName(for: name, Study.importedCoder)
    let id = try act.coder(valid)
    coderIDs[name] = id
    outcome.coders.append(valid)
    return id
  }
}

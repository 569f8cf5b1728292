public import CodingModel
import ProjectStore

/// What was decided on a code in an answer.
public struct Settlement: Hashable, Sendable {
  /// The parts that the coder `consensus` gave the code to; empty where it was decided that the code is not given.
  public let ranges: [TextRange]
  /// The decision's memo; empty where it has none.
  public let memo: String
}

/// The decisions taken: the consensus' codings, and, where the decision was not to give a code, its refusals.
struct Settlements {
  private struct Place: Hashable {
    let answer: RowID<Answer>
    let code: RowID<Code>
  }

  private var decisions: [Place: Settlement] = [:]
  /// The coder of the agreed codings, once there is one.
  let coder: RowID<Coder>?

  init(_ reader: ProjectReader) throws {
    coder = try reader.coders().first { $0.name == CoderChoice.consensus }?.id
    guard let coder else { return }
    let memos = try reader.codingMemos()
    var codings: [Place: [Coding]] = [:]
    try reader.forEachCoding(.init(coders: [coder])) {
      codings[Place(answer: $0.answer, code: $0.code), default: []].append($0)
    }
    for (place, codings) in codings {
      decisions[place] = Settlement(
        ranges: codings.map(\.range), memo: codings.compactMap { memos[$0.id] }.joined(separator: "\n"))
    }
    let refusals = try reader.refusals().filter { $0.coder == coder }
    guard !refusals.isEmpty else { return }
    let names = CodeNames(try reader.codes())
    let written = Dictionary(grouping: try reader.memos().filter { $0.coder == coder }, by: \.target)
    for refusal in refusals {
      let place = Place(answer: refusal.answer, code: refusal.code)
      guard decisions[place] == nil else { continue }
      let head = Self.memoHead(names.name(of: refusal.code))
      let memos = (written[.answer(refusal.answer)] ?? []).map(\.text).filter { $0.hasPrefix(head) }
      decisions[place] = Settlement(
        ranges: [], memo: memos.map { String($0.dropFirst(head.count)) }.joined(separator: "\n"))
    }
  }

  /// What the memo on an answer begins with that says why a code is not given there.
  static func memoHead(_ code: String) -> String { code + " : " }

  subscript(answer: RowID<Answer>, code: RowID<Code>) -> Settlement? {
    decisions[Place(answer: answer, code: code)]
  }
}

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
  private var contradicted: Set<Place> = []
  /// What contradicts the consensus' codings: its refusals, and what lost its place in merges.
  private var others: [Place: [Settlement]] = [:]
  /// The coder of the agreed codings, once there is one.
  let coder: RowID<Coder>?

  /// - Parameter answer: only the decisions on this answer; nil for all.
  init(_ reader: ProjectReader, on answer: RowID<Answer>? = nil) throws {
    let coders = try reader.coders()
    coder = coders.first { $0.name == CoderChoice.consensus }?.id
    guard let coder else { return }
    let seconds = Set(CodingConflicts.seconds(of: CoderChoice.consensus, coders).map(\.id))
    let memos = try reader.codingMemos()
    var codings: [Place: [Coding]] = [:]
    try reader.forEachCoding(.init(coders: [coder], answer: answer)) {
      codings[Place(answer: $0.answer, code: $0.code), default: []].append($0)
    }
    for (place, codings) in codings {
      decisions[place] = Settlement(
        ranges: codings.map(\.range), memo: codings.compactMap { memos[$0.id] }.joined(separator: "\n"))
    }
    let all = try reader.refusals(on: answer)
    let written = all.isEmpty ? [:] : Dictionary(grouping: try reader.memos(), by: \.target)
    func refused(_ refusals: [Refusal]) -> Settlement {
      let memos = refusals.flatMap { written[.refusal($0.id)] ?? [] }
      return Settlement(ranges: [], memo: memos.map(\.text).joined(separator: "\n"))
    }
    for second in seconds.sorted() {
      var given: [Place: [Coding]] = [:]
      try reader.forEachCoding(.init(coders: [second], answer: answer)) {
        given[Place(answer: $0.answer, code: $0.code), default: []].append($0)
      }
      for (place, codings) in given {
        contradicted.insert(place)
        others[place, default: []].append(
          Settlement(
            ranges: codings.map(\.range), memo: codings.compactMap { memos[$0.id] }.joined(separator: "\n")))
      }
      let refusals = Dictionary(grouping: all.filter { $0.coder == second }) {
        Place(answer: $0.answer, code: $0.code)
      }
      for (place, refusals) in refusals {
        contradicted.insert(place)
        others[place, default: []].append(refused(refusals))
      }
    }
    let refusals = Dictionary(grouping: all.filter { $0.coder == coder }) {
      Place(answer: $0.answer, code: $0.code)
    }
    for (place, refusals) in refusals {
      if decisions[place] == nil {
        decisions[place] = refused(refusals)
      } else {
        contradicted.insert(place)
        others[place, default: []].append(refused(refusals))
      }
    }
  }

  /// The decisions that contradict each other, the consensus' own first; none where there is no contradiction.
  func contrary(_ answer: RowID<Answer>, _ code: RowID<Code>) -> [Settlement] {
    let place = Place(answer: answer, code: code)
    guard contradicted.contains(place) else { return [] }
    return (decisions[place].map { [$0] } ?? []) + (others[place] ?? [])
  }

  /// The decision that stands; nil where there is none, or where a merge brought another that contradicts it.
  subscript(answer: RowID<Answer>, code: RowID<Code>) -> Settlement? {
    isContradicted(answer, code) ? nil : decisions[Place(answer: answer, code: code)]
  }

  /// The codes on which decisions contradict each other, by answer, of those that `isAsked` asks about.
  func contradictions(
    _ isAsked: (RowID<Answer>, RowID<Code>) -> Bool
  ) -> [RowID<Answer>: Set<RowID<Code>>] {
    contradicted.reduce(into: [:]) { found, place in
      if isAsked(place.answer, place.code) { found[place.answer, default: []].insert(place.code) }
    }
  }

  /// Whether decisions that contradict each other came together in a merge, and it must be decided anew.
  func isContradicted(_ answer: RowID<Answer>, _ code: RowID<Code>) -> Bool {
    contradicted.contains(Place(answer: answer, code: code))
  }
}

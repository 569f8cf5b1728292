import CodingModel
import ProjectStore

/// The memos that one project has, or had and has no more, wherever what they are on stood.
struct MemoKnowledge {
  private var known: Set<MemoKey> = []
  /// Those that are gone, with when they were last touched and the row.
  private(set) var gone: [MemoKey: (touched: String, row: Int64)] = [:]
  private let places: MergePlaces
  private var codings: [RowID<Coding>: [Coding]] = [:]
  private var refusals: [RowID<Refusal>: [Refusal]] = [:]

  init(_ places: MergePlaces) {
    self.places = places
    let side = places.side
    let targets = Set((side.memos + side.past.memos).map(\.target))
    guard !targets.isEmpty else { return }
    // In all their versions; that of now comes last.
    for coding in side.past.codings + side.codings where targets.contains(.coding(coding.id)) {
      codings[coding.id, default: []].append(coding)
    }
    for refusal in side.past.refusals + side.refusals where targets.contains(.refusal(refusal.id)) {
      refusals[refusal.id, default: []].append(refusal)
    }
    for memo in side.past.memos {
      let touched = side.past.memoTouches.date(of: memo.id.value, countingMerges: false)
      for key in keys(memo) {
        known.insert(key)
        if let known = gone[key], known.touched > touched { continue }
        gone[key] = (touched, memo.id.value)
      }
    }
    for memo in side.memos {
      for key in keys(memo) {
        known.insert(key)
        gone[key] = nil
      }
    }
  }

  /// Whether a memo of the other project is known here.
  func knows(_ key: MemoKey?) -> Bool { key.map { known.contains($0) } ?? false }

  /// What tells a memo of this project, by what it is on now; nil where that is not in the whole.
  func key(_ memo: Memo) -> MemoKey? { keys(memo).last }

  private func keys(_ memo: Memo) -> [MemoKey] {
    var (versions, refused): ([Coding], [Refusal]) = ([], [])
    switch memo.target {
    case .coding(let id): versions = codings[id] ?? []
    case .refusal(let id): refused = refusals[id] ?? []
    default: break
    }
    return places.places(of: memo.target, versions, refused).map { places.key(memo, at: $0) }
  }
}

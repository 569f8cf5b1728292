import CodingModel
import ProjectStore

/// What the history of one of two projects knows of the codes of both: what each said and where each stood.
///
/// Codes are told by their places in the whole; rules name codes by keys, so that a code renamed changes none of them.
struct CodeKnowledge {
  private let history: CodeHistory
  private let side: MergeSide
  private let shared: Int64
  /// The places of this project's codes, those that are gone included.
  let places: [RowID<Code>: Int]
  private let keys: [String]
  private let placeOfKey: [String: Int]
  private let present: [Int: Code]
  private let names: CodeNames
  private var texts: [Int: [CodeAspect: Set<String>]] = [:]
  private var changes: [Int: [CodeAspect: Int]] = [:]
  /// What each wording of a code's rule meant, with codes by keys: it named them as they were called then.
  private var meanings: [RowID<Code>: [String: Set<String>]] = [:]
  /// When each code that is gone went, or was last touched, other than by merges.
  private(set) var gone: [Int: String] = [:]

  /// - Parameters:
  ///   - side: the project.
  ///   - live: the places of its codes.
  ///   - placeOfKey: the places of the keys of both projects' codes, those included that are gone in both.
  ///   - keys: the key that each has in the whole, by place.
  ///   - shared: the number of the last act that both projects had before they parted.
  init(
    _ side: MergeSide, _ live: [RowID<Code>: Int], _ placeOfKey: [String: Int], keys: [String], shared: Int64
  ) {
    history = side.codeHistory
    self.side = side
    self.shared = shared
    (self.keys, self.placeOfKey) = (keys, placeOfKey)
    names = CodeNames(side.codes)
    var places = live
    for (row, versions) in history.versions where places[row] == nil {
      guard let key = versions.last?.key, let place = placeOfKey[key] else { continue }
      places[row] = place
    }
    self.places = places
    present = Dictionary(
      side.codes.compactMap { code in live[code.id].map { ($0, code) } },
      uniquingKeysWith: { first, _ in first })
    followRules()
    for (row, versions) in history.versions {
      guard let place = places[row] else { continue }
      for version in versions {
        for aspect in CodeAspect.allCases {
          texts[place, default: [:]][aspect, default: []].formUnion(texts(of: version, aspect))
        }
      }
      if live[row] == nil {
        let last = history.moments[row, default: []].last { !$0.isMerge }
        gone[place] = max(gone[place] ?? "", last?.date ?? "")
      }
    }
    for place in present.keys { gone[place] = nil }
    for (row, place) in live { changes[place] = changeCounts(of: row) }
  }

  /// The entry of the history that touched the code at a place last, be it there or gone.
  private func lastEntry(at place: Int) -> Int64? {
    let rows = present[place].map { [$0.id] } ?? places.filter { $0.value == place }.map(\.key)
    return rows.compactMap { side.past.codeTouches.lastEntry(of: $0.value) }.max()
  }

  /// Whether what was done to a code last here came after what the other project did to it, one knowing the other's act;
  /// nil where that cannot be told.
  ///
  /// - Parameter isPresence: whether one of the two has the code and the other has not.
  func isLater(at place: Int, than other: Self, isPresence: Bool = false) -> Bool? {
    side.isLater(
      lastEntry(at: place), than: other.side, other.lastEntry(at: place), isPresence: isPresence)
  }

  /// The same of whichever of several codes was touched last.
  func isLater(at places: [Int], than other: Self) -> Bool? {
    func entry(_ knowledge: Self) -> Int64? { places.compactMap(knowledge.lastEntry).max() }
    return side.isLater(entry(self), than: other.side, entry(other))
  }

  /// Whether a code once said this, or says it.
  func knows(_ text: String, of place: Int, _ aspect: CodeAspect) -> Bool {
    texts[place]?[aspect]?.contains(text) ?? false
  }

  /// Whether a code once had this key.
  func hadKey(_ key: String, at place: Int) -> Bool {
    present[place].map { history.versions[$0.id, default: []].contains { $0.key == key } } ?? false
  }

  /// The last change of an order, as far as it is known.
  struct Change: Comparable {
    /// Whether it was made after the two projects had parted.
    var isOwn = false
    var date = ""

    static func < (left: Self, right: Self) -> Bool {
      left.isOwn == right.isOwn ? left.date < right.date : right.isOwn
    }
  }

  /// How many changes, one knowing the other, led to what a code says, or to where it stands; 0 of none.
  func changeCount(_ place: Int, _ aspect: CodeAspect) -> Int { changes[place]?[aspect] ?? 0 }

  /// Whether all that a code of the other project says was known of a code that is gone here.
  func knewAll(of code: Code, at place: Int, _ other: CodeKnowledge) -> Bool {
    CodeAspect.allCases.allSatisfy { aspect in
      other.text(of: code, aspect).map { knows($0, of: place, aspect) } ?? false
    }
  }

  /// Whether this project had let a code go and has it again, and since when.
  func returned(_ place: Int) -> String? {
    guard present[place] != nil else { return nil }
    let rows = places.filter { $0.value == place }.map(\.key)
    let moments = rows.compactMap { history.moments[$0] }
    let wasGone =
      rows.count > 1 || moments.contains { $0.dropFirst().contains { $0.code == nil && !$0.isMerge } }
    return wasGone ? moments.compactMap(\.last?.date).max() ?? "" : nil
  }

  /// What a code of this project says now; nil where the code above it is not among those of the whole.
  func text(of code: Code, _ aspect: CodeAspect) -> String? { text(of: code, aspect, names) }

  private func text(of code: Code, _ aspect: CodeAspect, _ names: CodeNames) -> String? {
    switch aspect {
    case .rule: code.content.rule.map { RuleReferences.keyed($0, names, key) } ?? ""
    case .parent: code.parent.map { key($0) } ?? ""
    default: aspect.text(of: code.content)
    }
  }

  private func key(_ row: RowID<Code>) -> String? { places[row].map { keys[$0] } }

  /// What a version of a code said. The rule of one that no moment shows was learnt from another project, and names codes by
  /// keys, as far as there were such codes.
  private func texts(of version: Code, _ aspect: CodeAspect) -> Set<String> {
    if aspect == .rule, let rule = version.content.rule {
      let wasThere = history.moments[version.id, default: []].contains { $0.code == version }
      return wasThere ? meanings[version.id]?[rule] ?? [rule] : [rule]
    }
    return Set([text(of: version, aspect, names)].compactMap(\.self))
  }

  /// All the codes at each moment that changed any, in order.
  private func replay(_ body: ([RowID<Code>: CodeHistory.Moment], Change) -> Void) {
    var acts: [Int64: [(row: RowID<Code>, moment: CodeHistory.Moment)]] = [:]
    for (row, moments) in history.moments {
      for moment in moments { acts[moment.act, default: []].append((row, moment)) }
    }
    var state: [RowID<Code>: CodeHistory.Moment] = [:]
    for (act, changes) in acts.sorted(by: { $0.key < $1.key }) {
      for (row, moment) in changes { state[row] = moment.code == nil ? nil : moment }
      body(state, Change(isOwn: act > shared, date: changes.first?.moment.date ?? ""))
    }
  }

  /// Rules of before named codes as these were called then.
  private mutating func followRules() {
    guard history.versions.values.contains(where: { $0.contains { $0.content.rule != nil } }) else { return }
    var known: [RowID<Code>: String] = [:]
    var found: [RowID<Code>: [String: Set<String>]] = [:]
    replay { state, _ in
      let changed = state.compactMap { row, moment in
        moment.code.flatMap { code in code.content.rule.flatMap { known[row] == $0 ? nil : (row, code, $0) } }
      }
      guard !changed.isEmpty else { return }
      let names = CodeNames(state.values.compactMap(\.code).sorted { $0.id < $1.id })
      for (row, code, rule) in changed {
        known[row] = rule
        if let text = text(of: code, .rule, names) {
          found[row, default: [:]][rule, default: []].insert(text)
        }
      }
    }
    meanings = found
  }

  /// How many changes led to what a code says: own ones, and those that merges noted of where they took it from (Lamport's
  /// clocks).
  private func changeCounts(of row: RowID<Code>) -> [CodeAspect: Int] {
    var counts: [CodeAspect: Int] = [:]
    var before: [CodeAspect: String] = [:]
    var merges = history.changeCounts[...]
    func takeNoted(upTo act: Int64, _ code: Code?) {
      while let (merge, noted) = merges.first, merge <= act {
        merges.removeFirst()
        for aspect in CodeAspect.allCases {
          guard let code, let count = noted["\(code.key)/\(aspect.rawValue)"] else { continue }
          counts[aspect] = max(counts[aspect] ?? 0, count)
        }
      }
    }
    var last: Code?
    for moment in history.moments[row] ?? [] {
      takeNoted(upTo: moment.act - 1, last)
      last = moment.code ?? last
      guard let code = moment.code else {
        before = [:]
        continue
      }
      let isNoted = merges.first?.act == moment.act
      for aspect in CodeAspect.allCases {
        // What a rule says follows the names of codes; what is written changes only with it, or to follow them.
        let text = aspect == .rule ? code.content.rule ?? "" : text(of: code, aspect, names) ?? "?"
        guard before[aspect] != text else { continue }
        before[aspect] = text
        let hasCount = isNoted && merges.first?.counts["\(code.key)/\(aspect.rawValue)"] != nil
        if !hasCount { counts[aspect, default: 0] += 1 }
      }
      takeNoted(upTo: moment.act, code)
    }
    takeNoted(upTo: .max, last)
    return counts
  }

  /// What is known of the order of two codes under one parent.
  struct Order {
    /// Whether the first was ever known before the second, and the second before the first.
    var isKnown = (first: false, second: false)
    /// When they came to stand as they do.
    var changed = Change()
    private var isFirst: Bool?

    /// Notes the order in which a merge met the two elsewhere; where it left them otherwise, that was its decision.
    fileprivate mutating func meet(_ isFirst: Bool, _ merge: Change) {
      know(isFirst)
      if self.isFirst != isFirst { changed = max(changed, merge) }
    }

    private mutating func know(_ isFirst: Bool) {
      if isFirst { isKnown.first = true } else { isKnown.second = true }
    }

    fileprivate mutating func note(_ isFirst: Bool, _ change: Change) {
      know(isFirst)
      guard self.isFirst != isFirst else { return }
      self.isFirst = isFirst
      changed = change
    }
  }

  /// What is known of the order of codes under a parent, each pair with its two places in their order.
  ///
  /// Cost: linear in the moments at which codes changed, times the pairs.
  func orders(of pairs: Set<[Int]>, under parent: Int?) -> [[Int]: Order] {
    var orders = Dictionary(uniqueKeysWithValues: pairs.map { ($0, Order()) })
    guard !pairs.isEmpty else { return orders }
    let members = Set(pairs.flatMap(\.self))
    replay { state, change in
      var standing: [Int: (Int, String)] = [:]
      for (row, moment) in state {
        guard let place = places[row], members.contains(place), let code = moment.code else { continue }
        guard code.parent.map({ places[$0] }) ?? .some(nil) == .some(parent) else { continue }
        standing[place] = (moment.position, code.key)
      }
      for pair in pairs {
        guard let first = standing[pair[0]], let second = standing[pair[1]] else { continue }
        orders[pair]?.note(first < second, change)
      }
    }
    for order in history.orders where order.parent == parent.map({ keys[$0] }) ?? "" {
      let places = order.keys.compactMap { placeOfKey[$0] }
      let ranks = Dictionary(zip(places, 0...), uniquingKeysWith: { first, _ in first })
      let merge = Change(isOwn: order.act > shared, date: order.date)
      for pair in pairs {
        guard let first = ranks[pair[0]], let second = ranks[pair[1]] else { continue }
        orders[pair]?.meet(first < second, merge)
      }
    }
    return orders
  }

  /// What a code said last, wherever it is now; its rule names codes by keys.
  func last(at place: Int) -> (content: CodeContent, parent: Int?)? {
    let rows = places.filter { $0.value == place && history.versions[$0.key] != nil }.map(\.key).sorted()
    guard let row = rows.last, let version = history.versions[row]?.last else { return nil }
    var content = version.content
    content.rule = texts(of: version, .rule).min(by: MergeRule.precedes).flatMap { $0.isEmpty ? nil : $0 }
    return (content, version.parent.flatMap { places[$0] })
  }

  /// The versions of a code that say anything which another project's history does not know of it, oldest first; their
  /// rules name codes by keys.
  func versions(
    at place: Int, unknownTo other: CodeKnowledge
  ) -> [(content: CodeContent, parent: Int?, isLast: Bool)] {
    var result: [(content: CodeContent, parent: Int?, isLast: Bool)] = []
    var told: [CodeAspect: Set<String>] = [:]
    for (row, versions) in history.versions where places[row] == place {
      for version in versions {
        var isNew = false
        for aspect in CodeAspect.allCases where aspect != .rule {
          for text in texts(of: version, aspect) where !other.knows(text, of: place, aspect) {
            if told[aspect, default: []].insert(text).inserted { isNew = true }
          }
        }
        let rules = texts(of: version, .rule).sorted(by: MergeRule.precedes)
        let unknown = rules.filter {
          !other.knows($0, of: place, .rule) && told[.rule, default: []].insert($0).inserted
        }
        for rule in unknown.isEmpty && isNew ? Array(rules.prefix(1)) : unknown {
          var content = version.content
          content.rule = rule.isEmpty ? nil : rule
          result.append((content, version.parent.flatMap { places[$0] }, version == present[place]))
        }
      }
    }
    return result
  }
}

import CodingModel
import CorpusIndex
import QueryLanguage

/// What a rule sees of the codings while rules are applied.
struct RuleSight {
  /// The codes whose rules are applied: what rules gave them before is not seen.
  let applied: Set<RowID<Code>>
  /// What the rules applied so far have found.
  var found: [RowID<Code>: AnswerRanges] = [:]
}

/// In which order rules are applied.
enum RuleOrder {
  /// The codes, each after those that its rule refers to; of codes whose rules refer to each other in a
  /// circle, the one that is met first comes last, and those before it do not see what its rule finds.
  static func order(_ codes: [Code], _ names: CodeNames) -> [Code] {
    order(codes, references(codes, names))
  }

  /// The codes whose rules refer to themselves, alone or in a circle, together with the others of the circle; in the order
  /// of the codes given.
  static func circles(_ codes: [Code], _ names: CodeNames) -> [[Code]] {
    let references = references(codes, names)
    var referring: [RowID<Code>: [RowID<Code>]] = [:]
    for (code, others) in references { for other in others { referring[other, default: []].append(code) } }
    // Kosaraju: from each code that was ordered last, what refers to it and is left belongs to one circle with it.
    var circle: [RowID<Code>: RowID<Code>] = [:]
    for code in order(codes, references).reversed() where circle[code.id] == nil {
      var waiting = [code.id]
      while let next = waiting.popLast() {
        guard circle[next] == nil else { continue }
        circle[next] = code.id
        waiting += referring[next] ?? []
      }
    }
    let members = Dictionary(grouping: codes) { circle[$0.id] }
    var told: Set<RowID<Code>> = []
    return codes.compactMap { code in
      guard let name = circle[code.id], told.insert(name).inserted, let circle = members[name] else {
        return nil
      }
      return circle.count > 1 || references[code.id]?.contains(code.id) ?? false ? circle : nil
    }
  }

  private static func order(_ codes: [Code], _ references: [RowID<Code>: [RowID<Code>]]) -> [Code] {
    let byID = Dictionary(uniqueKeysWithValues: codes.map { ($0.id, $0) })
    var ordered: [Code] = []
    var met: Set<RowID<Code>> = []
    func visit(_ code: Code) {
      guard met.insert(code.id).inserted else { return }
      for other in references[code.id] ?? [] { if let applied = byID[other] { visit(applied) } }
      ordered.append(code)
    }
    codes.forEach(visit)
    return ordered
  }

  /// The codes that each code's rule refers to, of those given, in the order in which it names them.
  private static func references(_ codes: [Code], _ names: CodeNames) -> [RowID<Code>: [RowID<Code>]] {
    let given = Set(codes.map(\.id))
    var references: [RowID<Code>: [RowID<Code>]] = [:]
    for code in codes {
      let query = try? QueryParser.parse(code.content.rule ?? "")
      references[code.id] = (query?.codeNames ?? []).compactMap { try? names.code(called: $0).id }
        .filter(given.contains)
    }
    return references
  }
}

extension Query {
  /// The names of the codes that the query refers to.
  fileprivate var codeNames: [String] { codeFilters.map(\.name) }

  /// The filters on codes in the query, in order, with the names that they give.
  var codeFilters: [(filter: Filter, name: String)] {
    everyFilter.compactMap { filter in
      if case .code(let name) = filter.kind { (filter, name) } else { nil }
    }
  }
}

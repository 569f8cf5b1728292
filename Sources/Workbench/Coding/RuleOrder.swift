import CodingModel
import QueryLanguage

/// What a rule sees of the codings while rules are applied.
struct RuleSight {
  /// The codes whose rules are applied: what rules gave them before is not seen.
  let applied: Set<RowID<Code>>
  /// What the rules applied so far have found.
  var found: [RowID<Code>: [RowID<Answer>: [TextRange]]] = [:]

  /// Whether a stored coding is seen.
  func shows(_ coding: Coding) -> Bool {
    coding.origin != .rule || !applied.contains(coding.code)
  }
}

/// In which order rules are applied.
enum RuleOrder {
  /// The codes, each after those that its rule refers to; of codes whose rules refer to each other in a
  /// circle, the first one comes before those that it refers to.
  static func order(_ codes: [Code], _ names: CodeNames) -> [Code] {
    let byID = Dictionary(uniqueKeysWithValues: codes.map { ($0.id, $0) })
    var ordered: [Code] = []
    var met: Set<RowID<Code>> = []
    func visit(_ code: Code) {
      guard met.insert(code.id).inserted else { return }
      let query = try? QueryParser.parse(code.content.rule ?? "")
      for name in query?.codeNames ?? [] {
        if let other = try? names.code(called: name), let applied = byID[other.id] { visit(applied) }
      }
      ordered.append(code)
    }
    codes.forEach(visit)
    return ordered
  }
}

extension Query {
  /// The names of the codes that the query refers to.
  fileprivate var codeNames: [String] {
    switch node {
    case .term, .phrase: []
    case .near(let left, let right, _): left.codeNames + right.codeNames
    case .sequence(let sequence):
      (sequence.answerFilters + sequence.regionFilters).compactMap(\.codeName)
    case .filter(let filter): filter.codeName.map { [$0] } ?? []
    case .and(let parts), .or(let parts): parts.flatMap(\.codeNames)
    case .not(let query): query.codeNames
    case .within(let query, let filter): query.codeNames + (filter.codeName.map { [$0] } ?? [])
    }
  }
}

extension Filter {
  fileprivate var codeName: String? {
    if case .code(let name) = kind { name } else { nil }
  }
}

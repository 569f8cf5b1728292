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
  fileprivate var codeNames: [String] { codeFilters.map(\.name) }

  /// The filters on codes in the query, in order, with the names that they give.
  var codeFilters: [(filter: Filter, name: String)] {
    switch node {
    case .term, .phrase: []
    case .near(let left, let right, _): left.codeFilters + right.codeFilters
    case .sequence(let sequence):
      (sequence.answerFilters + sequence.regionFilters).flatMap(\.onCode)
    case .filter(let filter): filter.onCode
    case .and(let parts), .or(let parts): parts.flatMap(\.codeFilters)
    case .not(let query): query.codeFilters
    case .within(let query, let filter): query.codeFilters + filter.onCode
    }
  }
}

extension Filter {
  fileprivate var onCode: [(filter: Filter, name: String)] {
    if case .code(let name) = kind { [(self, name)] } else { [] }
  }
}

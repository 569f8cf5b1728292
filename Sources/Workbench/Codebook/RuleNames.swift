import ProjectStore
import QueryLanguage

/// Names in rules that the project does not know: such a rule stops every `autocode`.
struct RuleNames {
  private let names: QueryNames
  private let codes: Set<String>

  /// - Parameter codes: folded names of codes that are known besides the project's.
  init(_ study: Study, besides codes: Set<String> = []) {
    names = QueryNames(study: study)
    self.codes = codes
  }

  /// What is wrong with the first name in a rule that is not known; nil where all are.
  func problem(in rule: String) throws -> QueryError? {
    for filter in try QueryParser.parse(rule).everyFilter {
      do {
        _ = try names.answers(where: filter)
      } catch let error as QueryError {
        if case .unknownCode(let path) = error.problem, codes.contains(Self.leaf(path).folded) { continue }
        return error
      }
    }
    return nil
  }

  private static func leaf(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

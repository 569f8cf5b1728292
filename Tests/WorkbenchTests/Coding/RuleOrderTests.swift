import Testing

@testable import Workbench

@Suite("In which order rules are applied")
struct RuleOrderTests {
  @Test(
    "Each comes after those it refers to; circles are cut at their first",
    arguments: [
      (["a": "x", "b": "y"], "a b"),
      (["a": "code:b AND (x OR NOT code:c)", "b": "code:d", "c": "y", "d": "z"], "d b c a"),
      (["a": "x within code:b", "b": "code:a"], "b a"),
      (["a": "NOT code:a", "b": "code:inconnu", "c": "((faux"], "a b c"),
    ])
  func order(rules: [String: String], expected: String) {
    let codes = rules.sorted { $0.key < $1.key }.enumerated().map { index, rule in
      Code(
        id: RowID(Int64(index + 1)), key: rule.key, parent: nil,
        content: CodeContent(name: rule.key, rule: rule.value))
    }
    #expect(RuleOrder.order(codes, CodeNames(codes)).map(\.name).joined(separator: " ") == expected)
  }
}

import CodingAnalysis
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

  @Test("Circles are those codes from which references lead back, as a slow search finds them")
  func circles() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<300 {
      let count = Int.random(in: 1...7, using: &random)
      var leads = (0..<count).map { _ in
        (0..<count).map { _ in Int.random(in: 0..<count, using: &random) == 0 }
      }
      let codes = (0..<count).map { place in
        let rule = (0..<count).filter { leads[place][$0] }.map { "code:c\($0)" }.joined(separator: " OR ")
        return Code(
          id: RowID(Int64(place + 1)), key: "c\(place)", parent: nil,
          content: CodeContent(name: "c\(place)", rule: rule.isEmpty ? "x" : rule))
      }
      for middle in 0..<count {
        for from in 0..<count where leads[from][middle] {
          for to in 0..<count where leads[middle][to] { leads[from][to] = true }
        }
      }
      var expected: [[String]] = []
      for place in 0..<count where leads[place][place] && !expected.joined().contains("c\(place)") {
        expected.append((0..<count).filter { leads[place][$0] && leads[$0][place] }.map { "c\($0)" })
      }
      #expect(RuleOrder.circles(codes, CodeNames(codes)).map { $0.map(\.name) } == expected)
    }
  }
}

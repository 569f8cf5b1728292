import Testing

@testable import Workbench

@Suite("Which codes of two projects are the same")
struct CodeMatchingTests {
  private func code(_ id: Int64, _ key: String, _ name: String) -> Code {
    Code(id: RowID(id), key: key, parent: nil, content: CodeContent(name: name))
  }

  private func written(_ matching: CodeMatching) -> [String] {
    matching.pairs.map { "\($0.ours?.key ?? "–") \($0.theirs?.key ?? "–")" }
  }

  @Test("By key, then by a key that one of them once had, then by path")
  func steps() {
    let left = [code(1, "a", "Lien"), code(2, "b", "Temps"), code(3, "c", "Moyens"), code(4, "d", "Sens")]
    let right = [
      code(11, "a", "Tout autre"), code(12, "x", "Autrement"), code(13, "y", "Moyens"), code(14, "z", "Neuf"),
    ]
    #expect(written(CodeMatching(left, right)) == ["a a", "b –", "c y", "d –", "– x", "– z"])
    let known = CodeMatching(left, right, pastKeys: ([RowID(2): ["b", "x"]], [:]))
    #expect(written(known) == ["a a", "b x", "c y", "d –", "– z"])
    let other = CodeMatching(right, left, pastKeys: ([:], [RowID(2): ["b", "x"]]))
    #expect(written(other) == ["a a", "x b", "y c", "z –", "– d"])
  }

  @Test("A key that a code had once is not taken for that of a code that has it now")
  func presentKeys() {
    let left = [code(1, "a", "Lien"), code(2, "x", "Temps")]
    let right = [code(12, "x", "Autre")]
    let matching = CodeMatching(left, right, pastKeys: ([RowID(1): ["a", "x"]], [:]))
    #expect(written(matching) == ["a –", "x x"])
  }
}

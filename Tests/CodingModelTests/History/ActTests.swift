import CodingModel
import Testing

@Suite("Acts")
struct ActTests {
  @Test("Kinds and states keep the names that files hold")
  func names() {
    #expect(
      Act.Kind.allCases.map(\.rawValue) == [
        "import", "import-codings", "import-codebook", "codebook", "code", "uncode", "autocode", "memo",
        "coder", "assign", "seen", "refuse", "settle", "merge", "undo", "redo",
      ])
    #expect(Act.State.allCases.map(\.rawValue) == ["done", "undone", "discarded"])
  }
}

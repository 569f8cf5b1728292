import CodingModel
import Testing

@Suite("Codings")
struct CodingTests {
  @Test("Origins keep the names that files hold")
  func origins() {
    #expect(Coding.Origin.allCases.map(\.rawValue) == ["hand", "rule", "import"])
  }
}

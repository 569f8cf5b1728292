import CodingModel
import Testing

@Suite("Identities of stored entities")
struct RowIDTests {
  @Test("Identities are ordered as their entities were stored")
  func order() {
    let ids = [RowID<Answer>(10), RowID(2), RowID(7)]
    #expect(ids.sorted().map(\.value) == [2, 7, 10])
  }
}

import CodingModel
import Testing

@Suite("Identities in ascending order")
struct AscendingIdentitiesTests {
  @Test(
    "Each is found at its place, and what is not there is not",
    arguments: [[], [5], [1, 2, 3, 4], [2, 3, 7, 8, 20], [Int64.min, -1, 0, Int64.max]] as [[Int64]])
  func places(values: [Int64]) {
    let identities = AscendingIdentities<Never>(values)
    #expect(identities.count == values.count)
    for value in values + [Int64.min, -2, 0, 1, 4, 5, 6, 9, 19, 21, Int64.max] {
      #expect(identities.place(of: RowID(value)) == values.firstIndex(of: value))
    }
  }
}

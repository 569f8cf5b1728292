import Testing

@testable import Workbench

@Suite("The first of many rows")
struct FirstRowsTests {
  @Test("The same as sorting all of them", arguments: [0, 1, 2, 7, 50, 1000, Int.max])
  func agreement(limit: Int) {
    var random = SplitMix64(seed: UInt64(truncatingIfNeeded: limit))
    let values = (0..<200).map { (value: random.next(below: 40), place: $0) }
    let order: ((value: Int, place: Int), (value: Int, place: Int)) -> Bool = {
      ($1.value, $0.place) < ($0.value, $1.place)
    }
    var first = FirstRows<(value: Int, place: Int)>(limit, by: order)
    for value in values { first.add(value) }
    #expect(first.seen == 200)
    #expect(first.rows().map(\.place) == values.sorted(by: order).prefix(limit).map(\.place))
  }

  @Test("Of none there are none")
  func none() {
    var first = FirstRows<Int>(3, by: <)
    #expect(first.rows() == [] && first.seen == 0)
  }
}

import Testing

@testable import CorpusIndex

@Suite("Work in parts")
struct WorkersTests {
  @Test("Results are in the order of parts, and every part is in one state", arguments: [0, 1, 2, 7, 500])
  func parts(count: Int) {
    let (results, states) = Workers.map(count, state: [Int]()) { part, state in
      state.append(part)
      return part * part
    }
    #expect(results == (0..<count).map { $0 * $0 })
    #expect(states.flatMap(\.self).sorted() == Array(0..<count))
    #expect(count == 0 || states.count <= count)
  }
}

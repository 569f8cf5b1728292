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

  @Test(
    "What is read of each part is worked on elsewhere, what is not read is left out",
    arguments: [0, 1, 2, 7, 100])
  func reading(count: Int) throws {
    var read: [Int] = []
    let results = try Workers.map(
      count,
      reading: { part -> Int? in
        read.append(part)
        return part % 3 == 1 ? nil : part
      }
    ) { 10 * $0 }
    #expect(read == Array(0..<count))
    #expect(results == (0..<count).map { $0 % 3 == 1 ? nil : 10 * $0 })
  }

  private enum Fault: Error, Equatable { case reading(Int), working(Int) }

  @Test("The first part that fails is told, and nothing is read after reading has failed")
  func faults() throws {
    func run(reading: Int?, working: Int?) throws(Fault) -> Int {
      var read = 0
      do {
        let results = try Workers.map(
          20,
          reading: { part -> Int? in
            read += 1
            if part == reading { throw Fault.reading(part) }
            return part
          }
        ) { part -> Int in
          if part == working { throw Fault.working(part) }
          return part
        }
        return results.count
      } catch {
        #expect(read == reading.map { $0 + 1 } ?? 20)
        throw error as? Fault ?? .reading(-1)
      }
    }
    #expect(try run(reading: nil, working: nil) == 20)
    #expect(throws: Fault.reading(4)) { try run(reading: 4, working: nil) }
    #expect(throws: Fault.working(4)) { try run(reading: nil, working: 4) }
    #expect(throws: Fault.working(4)) { try run(reading: 9, working: 4) }
    #expect(throws: Fault.reading(4)) { try run(reading: 4, working: 9) }
  }
}

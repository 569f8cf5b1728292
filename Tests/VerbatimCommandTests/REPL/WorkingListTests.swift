import Testing

@testable import VerbatimCommand

@Suite struct WorkingListTests {
  private var list = WorkingList(query: "uncoded", answers: ["R1/q1", "R1/q2", "R2/q1"])

  @Test("It is gone through forwards and backwards, and stops at its ends")
  mutating func moves() {
    #expect(list.current == nil)
    #expect(list.move(by: 1) == "R1/q1")
    #expect(list.move(by: 1) == "R1/q2")
    #expect(list.move(by: 1) == "R2/q1")
    #expect(list.move(by: 1) == nil)
    #expect(list.current == "R2/q1")
    #expect(list.move(by: -1) == "R1/q2")
    #expect(list.move(by: -1) == "R1/q1")
    #expect(list.move(by: -1) == nil)
    #expect(list.current == "R1/q1")
  }

  @Test("It goes to a number or a name")
  mutating func goes() {
    #expect(list.go(to: 3) == "R2/q1")
    #expect(list.go(to: 4) == nil)
    #expect(list.go(to: 0) == nil)
    #expect(list.position == 2)
    list.go(toAnswer: "R1/q2")
    #expect(list.position == 1)
    list.go(toAnswer: "R9/q9")
    #expect(list.position == 1)
  }

  @Test("An empty list goes nowhere")
  func empty() {
    var empty = WorkingList(query: "rien", answers: [])
    #expect(empty.move(by: 1) == nil)
    #expect(empty.go(to: 1) == nil)
    #expect(empty.current == nil)
  }
}

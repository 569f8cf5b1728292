import Testing

@testable import VerbatimCommand

@Suite struct TextPassageTests {
  private struct Stopped: Error {}

  @Test("Much is passed on in pieces, little at the end, all in order")
  func pieces() throws {
    var written: [String] = []
    var text = TextPassage(size: 1 << 16) { written.append($0) }
    let line = String(repeating: "é", count: 1000) + "\n"
    for _ in 0..<100 {
      text.pending += line
      try text.pass()
    }
    #expect(written.count == 3)
    try text.passRest()
    #expect(written.joined() == String(repeating: line, count: 100))
    #expect(text.pending.isEmpty)
  }

  @Test("Where it cannot be written, that is thrown")
  func stopped() {
    var text = TextPassage { _ in throw Stopped() }
    #expect(throws: Never.self) { try text.pass() }
    #expect(throws: Stopped.self) { try text.passRest() }
  }
}

import Testing

@testable import FrenchText

struct LetterRunTests {
  private func run(_ bytes: [UInt8], from start: Int = 0) -> (end: Int, length: Int) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      let run = unsafe LetterRun(buffer, from: start)
      return (run.end, run.length)
    }
  }

  @Test(
    "a run ends before what is no letter of French",
    arguments: [
      ("mot.", 3, 3), ("été ", 5, 3), ("Œuvre", 6, 5), ("çà×", 4, 2), ("naïf÷", 5, 4), ("l'eau", 1, 1),
      ("e\u{301}t", 1, 1), ("ab12", 2, 2), ("œ", 2, 1), ("ł", 0, 0), ("", 0, 0),
    ])
  func ends(_ text: String, _ end: Int, _ length: Int) {
    let found = run(Array(text.utf8))
    #expect(found.end == end)
    #expect(found.length == length)
  }

  @Test("bytes that are no UTF-8 end it")
  func illFormed() {
    #expect(run([0x61, 0xC3]).end == 1)
    #expect(run([0x61, 0xC3, 0x20]).end == 1)
    #expect(run([0x61, 0xC3, 0xE9]).end == 1)
    #expect(run([0x61, 0xC5, 0x41]).end == 1)
  }

  @Test(
    "a capital inside makes a run that rules must read",
    arguments: [
      ("mot", true), ("Mot", true), ("MOT", true), ("ÉTÉ", true), ("salariéE", false), ("étÉ", false),
      ("œŒ", false), ("ŒŒ", true), ("ßA", false),
    ])
  func plain(_ text: String, _ isPlain: Bool) {
    #expect(unsafe Array(text.utf8).withUnsafeBufferPointer { unsafe LetterRun.isPlain($0) } == isPlain)
  }
}

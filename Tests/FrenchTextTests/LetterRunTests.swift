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

  @Test("runs are found the same wherever they stand; those told at once to be plain are")
  func everywhere() {
    let letters: [[UInt8]] = ["a", "z", "A", "Z", "é", "É", "œ", "Œ", "ß"].map { Array($0.utf8) }
    let others: [[UInt8]] = ["@", "[", "`", "{", "'", ".", "0", "×", "\u{301}", "’"].map { Array($0.utf8) }
    var random = SeededGenerator(seed: 3)
    for _ in 0..<4000 {
      let count = Int.random(in: 0...20, using: &random)
      let isPlain = Bool.random(using: &random)
      let kinds = isPlain ? 2 : letters.count
      let word = (0..<count).map { _ in letters[Int.random(in: 0..<kinds, using: &random)] }
      let before = [UInt8](repeating: 0x61, count: Int.random(in: 0...3, using: &random))
      let rest = others[Int.random(in: others.indices, using: &random)]
      let padding = [UInt8](repeating: 0x5A, count: Int.random(in: 0...20, using: &random))
      let bytes = before + word.joined() + rest + padding
      unsafe bytes.withUnsafeBufferPointer { buffer in
        let run = unsafe LetterRun(buffer, from: before.count)
        #expect(run.end == before.count + word.joined().count && run.length == count, "\(bytes)")
        let own = unsafe UnsafeBufferPointer(rebasing: buffer[before.count..<run.end])
        if run.isSurelyPlain { #expect(unsafe LetterRun.isPlain(own), "\(bytes)") }
        if isPlain { #expect(run.isSurelyPlain, "\(bytes)") }
      }
    }
  }
}

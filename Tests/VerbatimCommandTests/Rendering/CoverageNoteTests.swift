import Testing

@testable import VerbatimCommand

@Suite("The note on what coders have gone through")
struct CoverageNoteTests {
  @Test("says so where a coder coded in less than four answers out of five")
  func partial() {
    #expect(
      inBoth { CoverageNote.text(["anna"], coded: 79, of: 100) } == [
        " Attention : codage dans 79\u{A0}réponses sur 100 ; les autres comptent comme sans code (--where coder:anna).",
        " Note: codings in 79\u{A0}answers of 100; the others count as without a code (--where coder:anna).",
      ])
    #expect(
      inBoth { CoverageNote.text(["anna", "bastien"], coded: 1, of: 100) }[1]
        == " Note: codings in 1\u{A0}answer of 100; the others count as without a code.")
  }

  @Test("keeps silent otherwise, and for the rules, which go through everything")
  func silent() {
    #expect(CoverageNote.text(["anna"], coded: 80, of: 100).isEmpty)
    #expect(CoverageNote.text(["autocode"], coded: 1, of: 100).isEmpty)
    #expect(CoverageNote.text([], coded: 0, of: 0).isEmpty)
  }
}

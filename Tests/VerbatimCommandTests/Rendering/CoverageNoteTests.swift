import Testing
import Workbench

@testable import VerbatimCommand

@Suite("The note on what coders have gone through")
struct CoverageNoteTests {
  @Test("says so where a coder coded in less than four answers out of five")
  func partial() {
    #expect(
      inBoth { CoverageNote.text(CodingCoverage(["anna"], coded: 79, of: 100)) } == [
        " Attention : codage dans 79\u{A0}réponses sur 100 ; les autres comptent comme sans code (--where coder:anna).",
        " Note: codings in 79\u{A0}answers of 100; the others count as without a code (--where coder:anna).",
      ])
    #expect(
      inBoth { CoverageNote.text(CodingCoverage(["anna", "bastien"], coded: 1, of: 100)) }[1]
        == " Note: codings in 1\u{A0}answer of 100; the others count as without a code.")
  }

  @Test("keeps silent otherwise, and for the rules, which go through everything")
  func silent() {
    #expect(CoverageNote.text(CodingCoverage(["anna"], coded: 80, of: 100)).isEmpty)
    #expect(CoverageNote.text(CodingCoverage(["autocode"], coded: 1, of: 100)).isEmpty)
    #expect(CoverageNote.text(CodingCoverage([], coded: 0, of: 0)).isEmpty)
  }

  @Test("goes by what was gone through where that is noted")
  func seen() {
    #expect(
      inBoth { CoverageNote.text(CodingCoverage(["anna"], coded: 20, of: 100, seen: 40)) } == [
        " Attention : 40\u{A0}réponses parcourues sur 100 ; les autres comptent comme sans code (--where seen:anna).",
        " Note: 40\u{A0}answers of 100 gone through; the others count as without a code (--where seen:anna).",
      ])
    #expect(CoverageNote.text(CodingCoverage(["anna"], coded: 20, of: 100, seen: 100)).isEmpty)
  }
}

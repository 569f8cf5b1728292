import Testing

@testable import Workbench

@Suite("How two contents become one")
struct MergeRuleTests {
  @Test("The longer text, of two as long the later by bytes; the earlier date, if there is one")
  func choosing() {
    #expect(MergeRule.winner("abc", "zz") == "abc")
    #expect(MergeRule.winner("été", "ete") == "été" && MergeRule.winner("ete", "été") == "été")
    #expect(MergeRule.earlier("2026-01-02", "2026-01-01") == "2026-01-01")
    #expect(
      MergeRule.earlier("", "2026-01-01") == "2026-01-01"
        && MergeRule.earlier("2026-01-01", "") == "2026-01-01")
  }

  @Test(
    "Notes have the paragraphs of both once, either way, and again nothing comes",
    arguments: [
      ("", "", ""), ("a", "", "a"), ("a\n\nb", "b", "a\n\nb"), ("a", "b", "a\n\nb"),
      ("a\n\nb", "c\n\nb", "a\n\nb\n\nc"), ("b\n\na", "a\n\nb", "a\n\nb"), ("a\nb", "a", "a\n\na\nb"),
    ])
  func notes(one: String, other: String, whole: String) {
    #expect(MergeRule.notes(one, other) == whole)
    #expect(MergeRule.notes(other, one) == whole)
    #expect(MergeRule.notes(whole, other) == whole && MergeRule.notes(one, whole) == whole)
    let more = MergeRule.notes(whole, other, adding: ["x", "w"])
    #expect(more == (whole.isEmpty ? "" : whole + "\n\n") + "w\n\nx")
    #expect(MergeRule.notes(more, one, adding: ["w"]) == more)
  }

  @Test(
    "Of two contents the later is that of who knew the other's; of two who did, that which more changes led to"
  )
  func newer() {
    func newer(_ theirs: Bool, _ ours: Bool, _ changes: (Int, Int)) -> Bool? {
      MergeRule.isOursNewer(knowsTheirs: theirs, knowsOurs: ours, changes.0, changes.1)
    }
    #expect(newer(true, false, (1, 9)) == true && newer(false, true, (9, 1)) == false)
    #expect(newer(false, false, (9, 1)) == nil && newer(true, true, (2, 2)) == nil)
    #expect(newer(true, true, (3, 2)) == true && newer(true, true, (2, 3)) == false)
  }
}

import CodingModel
import Testing

@testable import ProjectStore

@Suite("What memos are on, as stored")
struct MemoTargetTests {
  @Test(
    "A target is stored by kind and row, and read back",
    arguments: [
      (.project, "project", 0), (.respondent(RowID(2)), "respondent", 2),
      (.question(RowID(3)), "question", 3),
      (.answer(RowID(4)), "answer", 4), (.code(RowID(5)), "code", 5), (.coding(RowID(6)), "coding", 6),
      (.coder(RowID(7)), "coder", 7),
    ] as [(Memo.Target, String, Int64)])
  func stored(target: Memo.Target, kind: String, row: Int64) {
    #expect(target.stored == (kind: kind, row: row))
    #expect(Memo.Target(kind: kind, row: row) == target)
  }
}

import Testing

@testable import Workbench

@Suite("Coding by hand")
struct HandCodingTests {
  @Test("A whole answer, a quote of it or a range is coded")
  func parts() throws {
    let test = try TestStudy.coded()
    let whole = try test.code("perte de lien", "R1/q1")
    #expect(whole.answer == AnswerName(respondent: "R1", question: "q1"))
    #expect(whole.code == "Perte de lien")
    #expect(whole.coder == "anna")
    #expect(whole.ranges == [TextRange(0, 31)])
    #expect(whole.segments == ["On perd le lien. Trop de mails."])
    #expect(whole.hasChanged)
    let quote = try test.code("Surcharge", "R4/Q1", .quote("trop de\nmails", occurrence: nil))
    #expect(quote.ranges == [TextRange(18, 31)])
    #expect(quote.segments == ["Trop de mails"])
    let range = try test.code("effets", "R2", .range(TextRange(1, 3)), coder: "bruno")
    #expect(range.segments == ["AS"])
    #expect(
      try test.codings() == [
        "R1/q1 Perte de lien 0-31 anna hand", "R2/q1 Effets 1-3 bruno hand",
        "R4/q1 Surcharge 18-31 anna hand",
      ])
    let act = try #require(try HistoryKeeping(test.study).acts().first)
    #expect(act.kind == .code)
    #expect(act.coder == "bruno")
    #expect(act.date == TestStudy.time)
    #expect(act.details == ["answer": "R2/q1", "code": "Effets", "start": "1", "end": "3"])
  }

  @Test("Coding what is coded already changes nothing")
  func again() throws {
    let test = try TestStudy.coded()
    try test.code("Surcharge", "R1/q1")
    #expect(try !test.code("Surcharge", "R1/q1").hasChanged)
    #expect(try HistoryKeeping(test.study).acts().count == 3)
    #expect(try test.code("Surcharge", "R1/q1", coder: "bruno").hasChanged)
  }

  @Test("A memo is kept on the coding, also on one that was there")
  func memo() throws {
    let test = try TestStudy.coded()
    try test.code("Surcharge", "R1/q1", memo: "un\r\nmémo")
    try test.code("Surcharge", "R1/q1", memo: "deux")
    var memos: [String] = []
    try CodingList(test.study).forEach { memos.append($0.memo) }
    #expect(memos == ["un\nmémo\ndeux"])
  }

  @Test("A quote that stands several times needs its number")
  func repeated() throws {
    let test = try TestStudy.coded()
    let name = AnswerName(respondent: "R3", question: "q2")
    #expect(throws: StudyError.quoteRepeated(name, times: 2)) {
      try test.code("lien", "R3/q2", .quote("lien", occurrence: nil))
    }
    #expect(try test.code("lien", "R3/q2", .quote("lien", occurrence: 2)).ranges == [TextRange(19, 23)])
    for number in [.min, 0, 3, .max] {
      #expect(throws: StudyError.quoteRepeated(name, times: 2)) {
        try test.code("lien", "R3/q2", .quote("lien", occurrence: number))
      }
    }
    #expect(throws: StudyError.quoteNotFound(name)) {
      try test.code("lien", "R3/q2", .quote("absent", occurrence: nil))
    }
  }

  @Test("Ranges outside the answer or without text are refused, and nothing is stored")
  func ranges() throws {
    let test = try TestStudy.coded()
    #expect(throws: ActError.rangeOutside(range: TextRange(0, 4), length: 3)) {
      try test.code("lien", "R2", .range(TextRange(0, 4)))
    }
    #expect(throws: ActError.rangeOutside(range: TextRange(9, 9), length: 3)) {
      try test.code("lien", "R2", .range(TextRange(9, 9)))
    }
    #expect(throws: ActError.rangeEmpty) { try test.code("lien", "R2", .range(TextRange(1, 1))) }
    #expect(try CoderList(test.study).lines().isEmpty)
  }

  @Test("Names that are not there are told with near ones")
  func names() throws {
    let test = try TestStudy.coded()
    #expect(throws: StudyError.unknownCode(name: "Surchage", near: "Surcharge")) {
      try test.code("Surchage", "R1/q1")
    }
    #expect(throws: StudyError.unknownQuestion(name: "q7", near: "q1")) { try test.code("lien", "R1/q7") }
    #expect(throws: StudyError.badCoderName) { try test.code("lien", "R1/q1", coder: "\n") }
  }

  @Test("Nobody codes by hand in the rules' name")
  func reserved() throws {
    let test = try TestStudy.coded()
    #expect(throws: StudyError.reservedCoder("autocode")) {
      try test.code("lien", "R1/q1", coder: "autocode")
    }
    #expect(try test.codings() == [])
  }

  @Test("Taking away: one range, or all of a coder's codings of a code on an answer")
  func uncode() throws {
    let test = try TestStudy.coded()
    let hand = HandCoding(test.study)
    try test.code("lien", "R1/q1", .range(TextRange(0, 7)))
    try test.code("lien", "R1/q1", .range(TextRange(8, 15)), memo: "m")
    try test.code("lien", "R1/q1", .range(TextRange(8, 15)), coder: "bruno")
    let one = try hand.uncode("lien", "R1/q1", .quote("le lien", occurrence: nil), coder: "ANNA")
    #expect(one.ranges == [TextRange(8, 15)])
    #expect(one.segments == ["le lien"])
    #expect(one.coder == "anna")
    #expect(try MemoKeeping(test.study).lines().isEmpty)
    try test.code("lien", "R1/q1", .range(TextRange(3, 7)))
    #expect(try hand.uncode("lien", "R1/q1", coder: "anna").ranges == [TextRange(0, 7), TextRange(3, 7)])
    #expect(try test.codings() == ["R1/q1 Perte de lien 8-15 bruno hand"])
    #expect(
      throws: StudyError.noSuchCoding(AnswerName(respondent: "R1", question: "q1"), code: "Perte de lien")
    ) { try hand.uncode("lien", "R1/q1", coder: "anna") }
    #expect(throws: StudyError.unknownCoder(name: "chloé", near: nil)) {
      try hand.uncode("lien", "R1/q1", coder: "chloé")
    }
  }

  @Test("Each act can be undone and made again, memos included")
  func undo() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1", memo: "m")
    let stored = try test.codings()
    _ = try HandCoding(test.study).uncode("lien", "R1/q1", coder: "anna")
    let history = HistoryKeeping(test.study)
    #expect(try history.undo().kind == .uncode)
    #expect(try test.codings() == stored)
    #expect(try MemoKeeping(test.study).lines().map(\.text) == ["m"])
    #expect(try history.undo().kind == .code)
    #expect(try test.codings() == [])
    #expect(try history.redo().kind == .code)
    #expect(try test.codings() == stored)
    #expect(try history.redo().kind == .uncode)
    #expect(try test.codings() == [])
    #expect(try Checking(test.study).run().isClean)
  }
}

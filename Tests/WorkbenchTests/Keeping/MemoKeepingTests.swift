import Testing

@testable import Workbench

@Suite("Keeping memos")
struct MemoKeepingTests {
  private static let subjects: [MemoKeeping.Subject] = [
    .project, .respondent("R3"), .question("Q2"), .answer("R1/q1"), .code("effets"), .coder("ANNA"),
  ]

  private func study() throws -> TestStudy {
    let test = try TestStudy.coded()
    try test.code("surcharge", "R1/q1", memo: "sur le codage")
    for (index, subject) in Self.subjects.enumerated() {
      try MemoKeeping(test.study).add("mémo \(index)", on: subject, coder: "bruno")
    }
    return test
  }

  @Test("A memo without a text is refused", arguments: ["", " \n ", "\u{200B}"])
  func empty(text: String) throws {
    let test = try TestStudy.coded()
    #expect(throws: StudyError.emptyMemo) {
      try MemoKeeping(test.study).add(text, on: .project, coder: "anna")
    }
  }

  @Test("Memos are listed oldest first, with what they are on")
  func lines() throws {
    let lines = try MemoKeeping(study().study).lines()
    #expect(
      lines.map { "\($0.number) \($0.kind.rawValue) \($0.subject): \($0.text) \($0.coder)" } == [
        "1 coding R1/q1 · Surcharge: sur le codage anna", "2 project : mémo 0 bruno",
        "3 respondent R3: mémo 1 bruno", "4 question q2: mémo 2 bruno", "5 answer R1/q1: mémo 3 bruno",
        "6 code Effets: mémo 4 bruno", "7 coder anna: mémo 5 bruno",
      ])
    #expect(lines.allSatisfy { $0.date == TestStudy.time })
  }

  @Test("One subject's memos can be read alone")
  func subjects() throws {
    let keeping = MemoKeeping(try study().study)
    for (index, subject) in Self.subjects.enumerated() {
      // An answer's are those on its codings, too.
      let inside = subject == .answer("R1/q1") ? ["sur le codage"] : []
      #expect(try keeping.lines(on: subject).map(\.text) == inside + ["mémo \(index)"])
    }
    #expect(try keeping.lines(on: .answer("R1/q2")).isEmpty)
  }

  @Test("An answer's memos are those on it, on its codings and on what was decided not to be given there")
  func answers() throws {
    let test = try study()
    try test.code("moyens", "R1/q2", coder: "anna", memo: "ailleurs")
    try test.study.project.perform(.refuse) { act in
      let codes = try act.reader.codes()
      let (answer, anna) = (try act.reader.answer(called: "R1/q1").answer, try act.coder("anna"))
      let refusal = try #require(
        try act.addRefusal(of: codes[0].id, on: answer.id, TextRange(0, 4), by: anna, date: TestStudy.time))
      _ = try act.addMemo("pas ici", on: .refusal(refusal), by: anna)
    }
    #expect(
      try MemoKeeping(test.study).lines(on: .answer("R1/q1")).map { "\($0.kind) \($0.text)" } == [
        "coding sur le codage", "answer mémo 3", "refusal pas ici",
      ])
  }

  @Test("A memo is taken away by its number, once; each act can be undone")
  func remove() throws {
    let test = try study()
    let keeping = MemoKeeping(test.study)
    #expect(try keeping.remove(5, coder: "anna"))
    #expect(try !keeping.remove(5, coder: "anna"))
    #expect(try keeping.lines().map(\.number) == [1, 2, 3, 4, 6, 7])
    let act = try #require(try HistoryKeeping(test.study).acts().first)
    #expect(act.kind == .memo && act.coder == "anna" && act.details == ["removed": "5"])
    _ = try HistoryKeeping(test.study).undo()
    #expect(try keeping.lines().count == 7)
    let last = try HistoryKeeping(test.study).undo()
    #expect(last.details == ["subject": "anna"])
    #expect(try keeping.lines().count == 6)
    #expect(try Checking(test.study).run().isClean)
  }

  @Test("Subjects that are not there are told, and nothing is written")
  func unknown() throws {
    let test = try study()
    let keeping = MemoKeeping(test.study)
    let acts = try HistoryKeeping(test.study).acts().count
    #expect(throws: StudyError.unknownRespondent(identifier: "R8", near: "R1")) {
      try keeping.add("x", on: .respondent("R8"), coder: "anna")
    }
    #expect(throws: StudyError.noAnswer(AnswerName(respondent: "R5", question: "q1"))) {
      try keeping.add("x", on: .answer("R5/q1"), coder: "anna")
    }
    #expect(throws: StudyError.unknownCoder(name: "zoé", near: nil)) { try keeping.lines(on: .coder("zoé")) }
    #expect(try HistoryKeeping(test.study).acts().count == acts)
  }
}

import Testing

@testable import Workbench

@Suite("Listing coders")
struct CoderListTests {
  @Test("Coders come with their codings by origin, their answers, and who codes")
  func lines() throws {
    let test = try TestStudy.coded()
    try test.code("lien", "R1/q1")
    try test.code("Moyens", "R1/q1")
    try test.importCodings("respondent,question,code,coder\nR3,q2,Moyens,anna\nR3,q2,lien,bruno\n")
    _ = try Autocoding(test.study).run(codes: ["Surcharge"])
    try test.study.setCurrentCoder("bruno")
    let lines = try CoderList(test.study).lines()
    #expect(lines.map(\.name) == ["anna", "bruno", "autocode"])
    #expect(lines.map(\.hand) == [2, 0, 0])
    #expect(lines.map(\.imported) == [1, 1, 0])
    #expect(lines.map(\.rule) == [0, 0, 3])
    #expect(lines.map(\.codings) == [3, 1, 3])
    #expect(lines.map(\.answers) == [2, 1, 2])
    #expect(lines.map(\.isCurrent) == [false, true, false])
  }

  @Test("A coder is added once, and can be undone")
  func add() throws {
    let test = try TestStudy(nil)
    #expect(try CoderList(test.study).add(" Zoé "))
    #expect(try !CoderList(test.study).add("Zoe\u{301}"))
    #expect(try CoderList(test.study).lines().map(\.name) == ["Zoé"])
    #expect(try HistoryKeeping(test.study).acts().map(\.details) == [["name": "Zoé"]])
    #expect(throws: StudyError.badCoderName) { try CoderList(test.study).add("") }
    #expect(throws: StudyError.badCoderName) { try CoderList(test.study).add("a\nb") }
    #expect(throws: StudyError.badCoderName) {
      try CoderList(test.study).add(String(repeating: "a", count: 101))
    }
    _ = try HistoryKeeping(test.study).undo()
    #expect(try CoderList(test.study).lines().isEmpty)
  }
}

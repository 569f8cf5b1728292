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
    #expect(try CoderList(test.study).add(" Zoé ") == (true, "Zoé"))
    #expect(try CoderList(test.study).add("Zoe\u{301}") == (false, "Zoé"))
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

  @Test(
    "A name that nobody could tell from a coder's is refused, however it comes in, and names the coder",
    arguments: ["ANNE MARIE", "Ánné Marie", "AnneMarie", "anne  marie", " Anne\u{A0}marie "])
  func alike(name: String) throws {
    let test = try TestStudy.coded()
    _ = try CoderList(test.study).add("Anne Marie")
    let written = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let error = StudyError.coderLike(written, existing: "Anne Marie")
    #expect(throws: error) { try CoderList(test.study).add(name) }
    for file in ["respondent,question,code,coder\nR1,q1,Moyens,\(name)\n"] {
      let path = try test.folder.write("codages.csv", file)
      #expect(throws: StudyError.inFile(path: path, line: 2, underlying: error)) {
        try CodingImport(test.study).run(path, createsCodes: false)
      }
    }
    let path = try test.folder.write("vues.csv", "respondent,question,coder\nR1,q1,\(name)\n")
    #expect(throws: StudyError.inFile(path: path, line: 2, underlying: error)) {
      try SeenImport(test.study).run(path)
    }
    // Whoever codes is meant, and not somebody new.
    if written.folded == "anne marie" {
      #expect(try test.study.currentCoder(name) == "Anne Marie")
    } else {
      #expect(throws: error) { try test.study.currentCoder(name) }
      #expect(throws: error) { try test.study.setCurrentCoder(name) }
    }
    #expect(try CoderList(test.study).lines().map(\.name) == ["Anne Marie"])
  }

  @Test(
    "A name that letters of another alphabet make look like a coder's or a role's is refused, and names it",
    arguments: [
      ("\u{441}laire", "claire"), ("\u{421}l\u{430}ire", "claire"), ("\u{441}onsensus", "consensus"),
    ])
  func lookalike(name: String, existing: String) throws {
    let test = try TestStudy.coded()
    _ = try CoderList(test.study).add("claire")
    let error = StudyError.coderLooksLike(name, existing: existing)
    #expect(throws: error) { try CoderList(test.study).add(name) }
    #expect(throws: error) { try test.study.currentCoder(name) }
    let path = try test.folder.write(
      "codages.csv", "respondent,question,code,coder\nR1,q1,Moyens,\(name)\n")
    #expect(throws: StudyError.inFile(path: path, line: 2, underlying: error)) {
      try CodingImport(test.study).run(path, createsCodes: false)
    }
    // Who is called so in all letters is nobody else.
    #expect(try CoderList(test.study).add("Анна") == (true, "Анна"))
  }

  @Test("Coders who are there with such names stay, code, and come with a merge")
  func older() throws {
    let test = try TestStudy.coded()
    let names = ["Anna", "anna", "ánna", "An\u{200B}na", "A,nna", " Anna", "An  na", "a\u{202E}nna"]
    try test.study.project.perform(.coder) { act in for name in names { _ = try act.coder(name) } }
    for name in names {
      #expect(try test.study.currentCoder(name) == name)
      #expect(try CoderList(test.study).add(name) == (false, name))
      try test.code("Moyens", "R1/q1", coder: name)
    }
    try test.importCodings("respondent,question,code,coder\nR1,q1,Surcharge,An  na\n")
    #expect(try Checking(test.study).run().isClean)
    let other = try TestStudy.coded()
    _ = try Merging(other.study).run(test.study.path)
    #expect(try Set(CoderList(other.study).lines().map(\.name)).isSuperset(of: names))
    #expect(try !Merging(other.study).run(test.study.path).hasChanges)
    // A new one like them is refused still.
    #expect(throws: StudyError.coderLike("ANNA", existing: "Anna")) { try CoderList(test.study).add("ANNA") }
  }
}

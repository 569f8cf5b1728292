import Testing

@testable import Workbench

@Suite("Listing codings")
struct CodingListTests {
  private func study() throws -> TestStudy {
    let test = try TestStudy.coded()
    try test.code("Surcharge", "R4/q1", .quote("Trop de mails.", occurrence: nil), coder: "bruno")
    try test.code("Effets", "R4/q1", .quote("Trop de", occurrence: 1))
    try test.code("lien", "R1/q1", .range(TextRange(3, 15)), memo: "oui")
    try test.importCodings("respondent,question,code,coder\nR3,q2,Moyens,bruno\n")
    return test
  }

  private func lines(
    _ test: TestStudy, codes: [String] = [], withChildren: Bool = false, coders: [String] = [],
    answer: String? = nil, query: String? = nil, origin: Coding.Origin? = nil
  ) throws -> [String] {
    var lines: [String] = []
    try CodingList(test.study).forEach(
      codes: codes, withChildren: withChildren, coders: coders, answer: answer, query: query, origin: origin
    ) { lines.append("\($0.answer) \($0.code): \($0.segment)") }
    return lines
  }

  private static let all = [
    "R1/q1 Perte de lien: perd le lien", "R3/q2 Moyens: Du lien, encore du lien.", "R4/q1 Effets: Trop de",
    "R4/q1 Surcharge: Trop de mails.",
  ]

  @Test("Codings come by answer and range, with their text, memo and colour")
  func everything() throws {
    let test = try study()
    #expect(try lines(test) == Self.all)
    var first: CodingLine?
    try CodingList(test.study).forEach { first = first ?? $0 }
    #expect(first?.memo == "oui")
    #expect(first?.colour == Colour("#aa0000"))
    #expect(first?.coder == "anna")
    #expect(first?.coding.date == TestStudy.time)
  }

  @Test("Conditions leave out what does not meet them all")
  func conditions() throws {
    let test = try study()
    #expect(try lines(test, codes: ["effets"]) == [Self.all[2]])
    #expect(
      try lines(test, codes: ["effets"], withChildren: true) == [Self.all[0], Self.all[2], Self.all[3]])
    #expect(try lines(test, coders: ["bruno"]) == [Self.all[1], Self.all[3]])
    #expect(try lines(test, coders: ["bruno"], origin: .hand) == [Self.all[3]])
    #expect(try lines(test, answer: "r4/q1".uppercased()) == [Self.all[2], Self.all[3]])
    #expect(try lines(test, query: "groupe:Insertion") == [Self.all[1]])
    #expect(try lines(test, codes: ["lien"], coders: ["bruno"]) == [])
    #expect(throws: StudyError.unknownCode(name: "effect", near: "Effets")) {
      try lines(test, codes: ["effect"])
    }
  }
}

import Testing

@testable import Workbench

@Suite("Importing codings")
struct CodingImportTests {
  private static let codings = """
    respondent,question,code,start,end,coder,date,memo
    R1,q1,Perte de lien,0,16,anna,2026-01-02,à revoir
    R1,q1,Surcharge,17,31,anna,,
    R3,q2,lien,,,bruno,,
    R3,q2,perte de LIEN,0,7,,,

    """

  @Test("Codings are stored by name, key or spelling; left-out ranges mean the whole answer")
  func imported() throws {
    let test = try TestStudy.coded()
    let outcome = try test.importCodings(Self.codings)
    #expect(outcome.added == 4)
    #expect(outcome.identical == 0)
    #expect(outcome.coders == ["anna", "bruno", "import"])
    #expect(outcome.newCodes == [])
    #expect(
      try test.codings() == [
        "R1/q1 Perte de lien 0-16 anna import", "R1/q1 Surcharge 17-31 anna import",
        "R3/q2 Perte de lien 0-7 import import", "R3/q2 Perte de lien 0-24 bruno import",
      ])
    var dates: [String] = []
    var memos: [String] = []
    try CodingList(test.study).forEach {
      dates.append($0.coding.date); memos.append($0.memo)
    }
    #expect(dates == ["2026-01-02", "", "", ""])
    #expect(memos == ["à revoir", "", "", ""])
    let act = try #require(try HistoryKeeping(test.study).acts(limit: 1).first)
    #expect(act.kind == .importCodings)
    #expect(act.details == ["file": "codages.csv", "codings": "4"])
  }

  @Test(
    "Codes that only accents tell apart are made as two, as in the codebook; those that only case does, as one"
  )
  func createdWithAccents() throws {
    let test = try TestStudy.coded()
    let outcome = try test.importCodings(
      """
      respondent,question,code
      R1,q1,cote
      R1,q1,côté
      R3,q1,Côté
      R3,q1,COTE
      R4,q1,SURCHARGÉ
      R4,q1,surcharge
      R4,q1,perte de lien

      """, createsCodes: true)
    #expect(outcome.newCodes == ["cote", "côté", "SURCHARGÉ"])
    #expect(
      try test.codings().map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == [
        "R1/q1 cote", "R1/q1 côté", "R3/q1 cote", "R3/q1 côté", "R4/q1 Perte", "R4/q1 Surcharge",
        "R4/q1 SURCHARGÉ",
      ])
    // Once there they are told apart, in any case, and again nothing is made.
    #expect(
      try test.importCodings("respondent,question,code\nR3,q1,COTE\n", createsCodes: true).identical == 1)
    #expect(
      try test.importCodings("respondent,question,code\nR1,q1,côté\n", createsCodes: true).newCodes == [])
  }

  @Test("The same file again adds nothing and enters no act")
  func twice() throws {
    let test = try TestStudy.coded()
    try test.importCodings(Self.codings)
    let outcome = try test.importCodings(Self.codings)
    #expect(outcome.added == 0)
    #expect(outcome.identical == 4)
    #expect(try HistoryKeeping(test.study).acts().count == 3)
    #expect(try MemoKeeping(test.study).lines().count == 1)
  }

  @Test("An unknown code stops the import with its line and a near name; nothing is stored")
  func unknownCode() throws {
    let test = try TestStudy.coded()
    let path = try test.folder.write(
      "faux.csv", "respondent,question,code\nR1,q1,Surcharge\nR1,q1,Perte de liens\n")
    #expect(
      throws: StudyError.inFile(
        path: path, line: 3,
        underlying: StudyError.unknownCode(name: "Perte de liens", near: "Perte de lien"))
    ) { try CodingImport(test.study).run(path, createsCodes: false) }
    #expect(try test.codings() == [])
    #expect(try CoderList(test.study).lines().isEmpty)
  }

  @Test(
    "Unknown respondents, questions and answers, and ranges beyond the text, are named with their line",
    arguments: [
      (
        "R99,q1,Surcharge,,",
        StudyError.unknownRespondent(identifier: "R99", near: nil) as any Error & Sendable
      ),
      ("R1,q9,Surcharge,,", StudyError.unknownQuestion(name: "q9", near: "q1")),
      ("R2,q2,Surcharge,,", StudyError.noAnswer(AnswerName(respondent: "R2", question: "q2"))),
      ("R1,,Surcharge,,", StudyError.questionNeeded(respondent: "R1", questions: ["q1", "q2"])),
      ("R2,q1,Surcharge,1,4", ActError.rangeOutside(range: TextRange(1, 4), length: 3)),
    ])
  func wrong(row: String, error: any Error & Sendable) throws {
    let test = try TestStudy.coded()
    let path = try test.folder.write(
      "faux.csv", "respondent,question,code,start,end\nR1,q1,Surcharge,,\n\(row)\n")
    #expect(throws: StudyError.inFile(path: path, line: 3, underlying: error)) {
      try CodingImport(test.study).run(path, createsCodes: false)
    }
    #expect(try test.codings() == [])
  }

  @Test("Codes can be made on the way, once for all spellings of a name, kept as first written")
  func newCodes() throws {
    let test = try TestStudy.coded()
    let outcome = try test.importCodings(
      """
      respondent,question,code
      R1,q1,Besoin d’aide
      R1,q2,besoin d'aide
      R3,q1,Outils
      R3,q2,BESOIN D'AIDE

      """, createsCodes: true)
    #expect(outcome.newCodes == ["Besoin d’aide", "Outils"])
    #expect(outcome.added == 4)
    let codes = try CodebookListing(test.study).lines()
    #expect(
      codes.map(\.name) == ["Effets", "Perte de lien", "Surcharge", "Moyens", "Besoin d’aide", "Outils"])
    #expect(codes.map(\.codings) == [0, 0, 0, 0, 3, 1])
  }

  @Test("With one question its name is not needed; another name is an error, not that question")
  func oneQuestion() throws {
    let test = try TestStudy("id,q1\nR1,On perd le lien.\nR/2,Trop de mails.\n", codebook: TestStudy.codebook)
    try test.importCodings("respondent,question,code\nR1,,Moyens\nR/2,q1,Moyens\nR/2,,Surcharge\n")
    #expect(try test.codings().count == 3)
    #expect {
      try test.importCodings("respondent,question,code\nR/2,q1,Surcharge\nR1,q9,Moyens\n")
    } throws: { error in
      guard case .inFile(_, 3, StudyError.unknownQuestion(let name, _)) = error as? StudyError else {
        return false
      }
      return name == "q9"
    }
    #expect(try test.codings().count == 3)
  }

  @Test("A memo on a coding that is there already is kept, once")
  func memos() throws {
    let test = try TestStudy("id,q1\nR1,On perd le lien.\n", codebook: TestStudy.codebook)
    let file = "respondent,question,code,memo\nR1,q1,Moyens,"
    try test.importCodings(file + "\n")
    for memo in ["à revoir", "à revoir", "vu"] { try test.importCodings(file + memo + "\n") }
    var memos: [String] = []
    try CodingList(test.study).forEach { memos.append($0.memo) }
    #expect(memos == ["à revoir\nvu"])
  }

  @Test("Where the file names no coder the one given stands for it")
  func coder() throws {
    let test = try TestStudy.coded()
    try test.importCodings("respondent,question,code\nR1,q1,Moyens\n", coder: "  chloé ")
    #expect(try test.codings() == ["R1/q1 Moyens 0-31 chloé import"])
    #expect(throws: StudyError.badCoderName) {
      try test.importCodings("respondent,question,code\nR1,q1,Moyens\n", coder: " ")
    }
  }

  @Test("Undoing takes codings, codes and coders away; redoing brings them back")
  func undo() throws {
    let test = try TestStudy.coded()
    try test.importCodings("respondent,question,code\nR1,q1,Nouveau\n", createsCodes: true)
    let stored = try test.codings()
    _ = try HistoryKeeping(test.study).undo()
    #expect(try test.codings() == [])
    #expect(try CoderList(test.study).lines().isEmpty)
    #expect(try CodebookListing(test.study).lines().count == 4)
    _ = try HistoryKeeping(test.study).redo()
    #expect(try test.codings() == stored)
    #expect(try Checking(test.study).run().isClean)
  }

  @Test("Many codings with many new codes")
  func many() throws {
    let rows = (1...400).map { "R\($0),Réponse numéro \($0).\n" }.joined()
    let test = try TestStudy("id,q1\n" + rows)
    let codings = (0..<4000).map { "R\($0 % 400 + 1),Code \($0 % 300)\n" }.joined()
    let outcome = try test.importCodings("respondent,code\n" + codings, createsCodes: true)
    #expect(outcome.newCodes.count == 300)
    #expect(outcome.added + outcome.identical == 4000)
    #expect(outcome.added == Set((0..<4000).map { [$0 % 400, $0 % 300] }).count)
  }
}

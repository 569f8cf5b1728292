import Testing

@testable import Workbench

@Suite("Exporting codings")
struct CodingExportTests {
  private func text(_ study: Study) throws -> String {
    var text = ""
    let writer = CodingFileWriter(.csv)
    writer.begin(&text)
    for record in try CodingExport(study).records() { writer.write(record, to: &text) }
    return text
  }

  @Test("Records carry names, ranges, coders, dates and memos, by answer and range")
  func records() throws {
    let test = try TestStudy.coded()
    try test.code("surcharge", "R1/q1", .quote("Trop de mails.", occurrence: nil), memo: "note")
    try test.code("lien", "R1/q1", .range(TextRange(0, 15)), coder: "bruno")
    #expect(
      try CodingExport(test.study).records() == [
        CodingRecord(
          respondent: "R1", question: "q1", code: "Perte de lien", range: TextRange(0, 15), coder: "bruno",
          date: TestStudy.time),
        CodingRecord(
          respondent: "R1", question: "q1", code: "Surcharge", range: TextRange(17, 31), coder: "anna",
          date: TestStudy.time, memo: "note"),
      ])
    let some = try CodingExport(test.study).records(coders: ["anna"], query: "mails", withDates: false)
    #expect(some.map(\.code) == ["Surcharge"])
    #expect(some.map(\.date) == [nil])
  }

  @Test("Exported and imported into a copy without them, codings are the same")
  func roundTrip() throws {
    let codebook = """
      codes:
        - name: Besoin d’aide
          codes:
            - name: Autre
        - name: Outils
          codes:
            - name: Autre
            - name: Besoin d’aide
        - name: Autre

      """
    let test = try TestStudy(codebook: codebook)
    let copy = try TestStudy(codebook: codebook)
    try test.code("Besoin d'aide/Autre", "R1/q1", .range(TextRange(0, 15)), memo: "« note »,\nsuite")
    try test.code("Outils/Autre", "R1/q1", .range(TextRange(0, 15)), coder: "bruno")
    try test.code("Autre", "R3/q2")
    try test.code("Besoin d’aide", "R4/q1", .range(TextRange(3, 9)))
    try test.code("Outils/Besoin d'aide", "R4/q1", .range(TextRange(3, 9)))
    let exported = try text(test.study)
    let outcome = try copy.importCodings(exported)
    #expect(outcome.added == 5)
    #expect(try text(copy.study) == exported)
    #expect(
      try copy.codings().map { $0.replacing(" import", with: "") }
        == test.codings().map { $0.replacing(" hand", with: "") })
    #expect(try test.importCodings(exported).added == 0)
  }
}

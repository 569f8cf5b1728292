import CodingModel
import Foundation
import Interchange
import Testing

private func read(_ text: String) throws(CodingFileError) -> [CodingRecord] {
  let rows: DelimitedReader
  do { rows = try DelimitedReader(data: Data(text.utf8)) } catch { throw .text(error) }
  var reader = try CodingFileReader(rows)
  var records: [CodingRecord] = []
  while let record = try reader.next() { records.append(record) }
  return records
}

@Suite("Files of codings")
struct CodingFileTests {
  @Test("Every column is read, in any order and language")
  func whole() throws {
    let text = """
      mémo;Fin;Début;codeuse;Date;thème;question_id;répondant;autre
      " à revoir ";12;3;anna;2024-01-01;Parent/perte de lien;q1;R1;x
      ;15.0;0;;;surcharge; q2 ; R2 ;
      ;;;bob;;surcharge;;R3;

      """
    #expect(
      try read(text) == [
        CodingRecord(
          line: 2, respondent: "R1", question: "q1", code: "Parent/perte de lien", range: TextRange(3, 12),
          coder: "anna", date: "2024-01-01", memo: " à revoir "),
        CodingRecord(line: 3, respondent: "R2", question: "q2", code: "surcharge", range: TextRange(0, 15)),
        CodingRecord(line: 4, respondent: "R3", code: "surcharge", coder: "bob"),
      ])
    #expect(try CodingFileReader(DelimitedReader(data: Data(text.utf8))).ignored == ["autre"])
  }

  @Test("A question's name is preferred to its wording, a respondent to an id")
  func preferences() throws {
    let text = "id,respondent,question,question_id,label\n1,R1,Que faire ?,q1,a\n"
    #expect(try read(text) == [CodingRecord(line: 2, respondent: "R1", question: "q1", code: "a")])
  }

  @Test(
    "Every mistake has its error and its place",
    arguments: [
      ("", CodingFileError.text(.empty)),
      ("respondent,code\n", .text(.headerOnly)),
      ("respondent,start\nR1,1\n", .missingColumn(.code)),
      ("code,start\na,1\n", .missingColumn(.respondent)),
      ("respondent,code\nR1,a\n,b\n", .missingRespondent(line: 3, column: 1, name: "respondent")),
      ("Répondant,Libellé\nR1,a\nR2,\n", .missingCode(line: 3, column: 2, name: "Libellé")),
      ("id,code,start,end\nR1,a,1,\n", .halfRange(line: 2, column: 3, name: "start")),
      ("id,code,start,end\nR1,a,,1\n", .halfRange(line: 2, column: 4, name: "end")),
      ("id,code,start\nR1,a,1\n", .halfRange(line: 2, column: 3, name: "start")),
      ("id,code,start,end\nR1,a,5,4\n", .backwardRange(line: 2, column: 4, name: "end")),
      ("id,code,start,end\nR1,a,5,5\n", .backwardRange(line: 2, column: 4, name: "end")),
      ("id,code,date\nR1,a,not a date\n", .badDate(line: 2, column: 3, name: "date")),
      ("id,code,start,end\nR1,a,un,5\n", .badOffset(line: 2, column: 3, name: "start")),
      ("id,code,start,end\nR1,a,1,-5\n", .badOffset(line: 2, column: 4, name: "end")),
      ("id,code,start,end\nR1,a,1,5.5\n", .badOffset(line: 2, column: 4, name: "end")),
      ("id,code,start,end\nR1,a,1,99999999999999999999\n", .badOffset(line: 2, column: 4, name: "end")),
      ("id,code,start,end\nR1,a,1,.0\n", .badOffset(line: 2, column: 4, name: "end")),
      ("id,code\nR1,a\nR2,b,c\n", .text(.cellCount(line: 3, expected: 2, found: 3))),
    ])
  func mistakes(text: String, error: CodingFileError) {
    #expect(throws: error) { try read(text) }
  }

  @Test("A file of codings is told from a survey")
  func kind() {
    #expect(CodingFileReader.isCodings(header: ["respondent", "question", "code", "start", "end"]))
    #expect(CodingFileReader.isCodings(header: ["id", "Thème", "Codeur"]))
    #expect(!CodingFileReader.isCodings(header: ["id", "code", "réponse"]))
    #expect(
      !CodingFileReader.isCodings(header: ["start", "end", "_id", "code", "sexe", "Q1 Que pensez-vous ?"]))
    #expect(!CodingFileReader.isCodings(header: ["respondent", "code", "coder", "reponse"]))
    #expect(!CodingFileReader.isCodings(header: ["id", "theme", "question", "reponse"]))
  }

  @Test("What is written is whole and reads back")
  func roundTrip() throws {
    let records = [
      CodingRecord(
        line: 2, respondent: "R1", question: "q1", code: "a, \"b\"", range: TextRange(0, 4), coder: "anna",
        date: "2024-01-01T00:00:00Z", memo: "l'un\nl'autre"),
      CodingRecord(line: 4, respondent: "R2", code: "c/d"),
    ]
    var output = ""
    let writer = CodingFileWriter()
    writer.begin(&output)
    for record in records { writer.write(record, to: &output) }
    #expect(
      output == #"""
        respondent,question,code,start,end,coder,date,memo
        R1,q1,"a, ""b""",0,4,anna,2024-01-01T00:00:00Z,"l'un
        l'autre"
        R2,,c/d,,,,,

        """#)
    #expect(try read(output) == records)
    var tabs = ""
    CodingFileWriter(.tsv).write(records[1], to: &tabs)
    #expect(tabs == "R2\t\tc/d\t\t\t\t\t\n")
  }
}

import CodingModel
import Foundation
import Interchange
import Testing

@Suite("Files of answers gone through")
struct SeenFileTests {
  @Test("A header is such a file's where nothing else stands in it")
  func header() {
    #expect(SeenFileReader.isSeen(header: ["respondent", "question", "coder", "date"]))
    #expect(SeenFileReader.isSeen(header: ["id", "Codeur"]))
    #expect(!SeenFileReader.isSeen(header: ["id", "codeur", "réponse"]))
    #expect(!SeenFileReader.isSeen(header: ["id", "question"]))
    #expect(!SeenFileReader.isSeen(header: ["id", "code", "codeur"]))
  }

  private func read(_ text: String) throws -> [SeenRecord] {
    var reader = try SeenFileReader(DelimitedReader(data: Data(text.utf8)))
    var records: [SeenRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  @Test("Columns in any order, under the names that teams use")
  func reading() throws {
    let expected = [
      SeenRecord(line: 2, respondent: "R1", question: "q1", coder: "anna", date: "2026-01-02"),
      SeenRecord(line: 3, respondent: "R2"),
    ]
    #expect(try read("respondent,question,coder,date\nR1,q1,anna,2026-01-02\nR2,,,\n") == expected)
    #expect(try read("Codeuse;Date;Question;Répondant\nanna;2026-01-02;q1;R1\n;;;R2\n") == expected)
    #expect(try read("respondent,code,coder\nR1,lien,anna\n")[0].coder == "anna")
  }

  @Test("What is missing is said with its place")
  func errors() throws {
    #expect(throws: CodingFileError.missingColumn(.respondent)) { try read("question,coder\nq1,anna\n") }
    #expect(throws: CodingFileError.missingRespondent(line: 3, column: 2, name: "id")) {
      try read("coder,id\nanna,R1\nanna,\n")
    }
  }

  @Test("What is written is read back")
  func roundTrip() throws {
    let records = [
      SeenRecord(respondent: "R 1", question: "q,1", coder: "Zoé \"Z\"", date: "2026-01-02T03:04:05Z"),
      SeenRecord(respondent: "R2", coder: "anna"),
    ]
    var text = ""
    let writer = SeenFileWriter()
    writer.begin(&text)
    for record in records { writer.write(record, to: &text) }
    #expect(
      text.hasPrefix("respondent,question,coder,date\n")
        || text.hasPrefix("respondent,question,coder,date\r\n"))
    let read = try read(text).map { record in
      var record = record
      record.line = 0
      return record
    }
    #expect(read == records)
  }
}

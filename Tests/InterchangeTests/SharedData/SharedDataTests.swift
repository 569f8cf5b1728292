import CodingModel
import Foundation
import Interchange
import Testing

/// The folder of real data that stands beside the project on some machines.
private let shared = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("shared/data")

private func path(_ name: String) -> String { shared.appendingPathComponent(name).path }

private func isThere(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

private let tamis = "tamis/tamis_2204_reponses_utf8bom_pointvirgule.csv"
private let latin = "messy/tamis_cp1252_pointvirgule.csv"
private let wide = "messy/tamis_utf16le_tab.txt"
private let labels = "tamis/tamis_libelles_long.csv"
/// A decompressed copy of the grand débat, which nobody need have.
private let debate = ProcessInfo.processInfo.environment["VERBATIM_GRANDDEBAT"]

private struct Import {
  var format: DelimitedFormat
  var layout: SurveyLayout
  var questions: [SurveyQuestion]
  var records: [SurveyRecord] = []
  var texts: [String: String] = [:]
}

private func survey(_ name: String) throws -> Import {
  let rows = try DelimitedReader(path: path(name))
  let layout = try SurveyLayoutGuess(SurveySample(reading: rows)).layout
  var reader = SurveyReader(rows, layout: layout)
  var result = Import(format: rows.format, layout: layout, questions: [])
  while let record = try reader.next() {
    result.records.append(record)
    for response in record.responses { result.texts[record.respondent] = response.text }
  }
  result.questions = reader.questions
  return result
}

@Suite("Real surveys, where ../shared/data is there")
struct SharedDataTests {
  @Test(
    "2,204 answers of the tamis are read with no option", .enabled(if: isThere(tamis), "no ../shared/data"))
  func readsTamis() throws {
    let found = try survey(tamis)
    #expect(found.format == DelimitedFormat(encoding: .utf8, hasByteOrderMark: true, delimiter: .semicolon))
    #expect(
      found.layout
        == SurveyLayout(
          header: [
            "id", "reference", "question_id", "question", "titre", "date", "type_auteur", "code_postal",
            "source",
            "reponse", "nb_libelles_distincts", "libelles_humains",
          ],
          respondent: 0, weight: nil, variables: [6, 7, 8, 10],
          variableKinds: [.categorical, .categorical, .categorical, .numeric],
          questions: .rows(question: 2, wording: 3, answer: 9), ignored: [1, 4, 5, 11]))
    #expect(found.records.count == 2204 && found.texts.count == 2204)
    #expect(found.questions.count == 19)
    #expect(
      found.questions[0]
        == SurveyQuestion(
          name: "QUXVlc3Rpb246MTA3",
          wording:
            "En qui faites-vous le plus confiance pour vous faire représenter dans la société et pourquoi ?"))
    #expect(found.texts.values.reduce(0) { $0 + $1.unicodeScalars.count } == 945_609)
  }

  @Test(
    "Its twins in Windows-1252 and UTF-16 give the same texts",
    .enabled(if: isThere(tamis) && isThere(latin) && isThere(wide), "no ../shared/data"))
  func readsTwins() throws {
    let texts = try survey(tamis).texts
    let first = try survey(latin)
    #expect(first.format == DelimitedFormat(encoding: .windows1252, delimiter: .semicolon))
    #expect(first.texts.count == 2195)
    for (respondent, text) in first.texts { #expect(text == texts[respondent]) }
    let second = try survey(wide)
    #expect(
      second.format == DelimitedFormat(encoding: .utf16LittleEndian, hasByteOrderMark: true, delimiter: .tab))
    #expect(second.texts == texts)
    #expect(second.layout == first.layout)
  }

  @Test("Its labels are read as codings with no option", .enabled(if: isThere(labels), "no ../shared/data"))
  func readsLabels() throws {
    var reader = try CodingFileReader(path: path(labels))
    #expect(reader.ignored == ["nb_lectures_ayant_pose_le_libelle"])
    var byCode: [String: Set<String>] = [:]
    var count = 0
    while let coding = try reader.next() {
      byCode[coding.code, default: []].insert(coding.respondent)
      if count == 0 {
        #expect(
          coding
            == CodingRecord(line: 2, respondent: "T0001", question: "QUXVlc3Rpb246MTA3", code: "Idée marquée")
        )
      }
      count += 1
    }
    #expect(count == 9446)
    #expect(byCode["Santé, maladie"]?.intersection(byCode["Formation, insertion pro"] ?? []).count == 79)
  }

  @Test(
    "429,112 answers of the grand débat are read",
    .enabled(if: debate != nil, "VERBATIM_GRANDDEBAT names no decompressed copy"))
  func readsDebate() throws {
    let rows = try DelimitedReader(path: #require(debate))
    let sample = try SurveySample(reading: rows)
    #expect(sample.rowCount == 429_112)
    let guess = try SurveyLayoutGuess(sample)
    #expect(guess.layout.questions == .rows(question: 2, wording: nil, answer: 3))
    #expect(guess.layout.respondent == 0 && guess.layout.variables == [1])
    var reader = SurveyReader(rows, layout: guess.layout)
    var answers = 0
    try reader.forEach { answers += $0.responses.count }
    #expect(answers == 429_112 && reader.questions.count == 51)
  }
}

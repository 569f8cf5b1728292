import CodingModel
import Interchange
import Testing

@Suite("Reading what respondents say")
struct SurveyReaderTests {
  @Test("A row with several questions gives one record, its blank cells no answers")
  func wide() throws {
    let text =
      "id;métier; poids ;q1. Un ?;q2. Deux ?\n R1 ; ASS ;0,5;Oui, ;\nR2;;;\u{A0};\" Non\nmais \"\nR3;CESF;2;;\n"
    let roles = SurveyRoles(answers: ["q1", "q2"], variables: ["métier"], weight: "poids")
    let (found, questions) = try records(text, roles)
    #expect(
      questions == [
        SurveyQuestion(name: "q1", wording: "Un ?"), SurveyQuestion(name: "q2", wording: "Deux ?"),
      ])
    #expect(
      found == [
        SurveyRecord(
          line: 2, respondent: "R1", weight: 0.5, values: ["ASS"],
          responses: [.init(question: 0, text: "Oui, ")]),
        SurveyRecord(
          line: 3, respondent: "R2", weight: nil, values: [""],
          responses: [.init(question: 1, text: " Non\nmais ")]),
        SurveyRecord(line: 5, respondent: "R3", weight: 2, values: ["CESF"], responses: []),
      ])
  }

  @Test("Rows that name their question add it to the list")
  func long() throws {
    let text = """
      id,question_id,question,réponse
      R1,QUXVlc3Rpb246MTA3,Le premier point ?,Oui et non
      R1,deux mots,Le second point ?,Rien à dire
      R2,a/b,,Ni oui ni non
      R2,QUXVlc3Rpb246MTA3,Le premier point ?,
      R3,deux mots,Le second point ?,Tout va bien

      """
    let (found, questions) = try records(text, SurveyRoles(question: "question_id"))
    #expect(
      questions == [
        SurveyQuestion(name: "QUXVlc3Rpb246MTA3", wording: "Le premier point ?"),
        SurveyQuestion(name: "q2", wording: "Le second point ?"), SurveyQuestion(name: "q3", wording: "a/b"),
      ])
    #expect(found.map { $0.responses.map(\.question) } == [[0], [1], [2], [], [1]])
    #expect(found.map(\.respondent) == ["R1", "R1", "R2", "R2", "R3"])
  }

  @Test("Questions whose cells differ only in case get names of their own")
  func caseOfNames() throws {
    let text = "id,question,réponse\nR1,Q1,a b\nR1,q1,c d\nR2,Q1,e f\nR2,q1,g h\n"
    #expect(try records(text).questions.map(\.name) == ["Q1", "q2"])
  }

  @Test("Without identifiers rows are numbered")
  func numbered() throws {
    let (found, questions) = try records(
      "Que change le numérique ?\nTout\n\n\"Rien,\nou presque\"\nJe ne sais pas\n")
    #expect(found.map(\.respondent) == ["1", "2", "3"])
    #expect(found.map(\.line) == [2, 4, 6])
    #expect(questions == [SurveyQuestion(name: "q1", wording: "Que change le numérique ?")])
  }

  @Test(
    "Rows that cannot be are errors with line and column",
    arguments: [
      ("R1;1;q;a\n ;1;q;b\n", SurveyError.missingRespondent(line: 3, column: 1, name: "id")),
      ("R1;1;q;a\nR2;zéro;q;b\n", .badWeight(line: 3, column: 2, name: "poids")),
      ("R1;0;q;a\nR2;1;q;b\n", .badWeight(line: 2, column: 2, name: "poids")),
      ("R1;-1,5;q;a\nR2;1;q;b\n", .badWeight(line: 2, column: 2, name: "poids")),
      ("R1;1;q;a\nR2;1;;b\n", .missingQuestion(line: 3, column: 3, name: "question")),
    ])
  func errors(rows: String, error: SurveyError) {
    let roles = SurveyRoles(respondent: "id", answers: ["réponse"], weight: "poids", question: "question")
    #expect(throws: error) { try records("id;poids;question;réponse\n" + rows, roles) }
  }

  @Test("A value that is no number stays text in a numeric variable")
  func lateText() throws {
    var text = wideSurvey(3501)
    text += "R9;Insertion;ASS;trois ans;01000;1;Oui et non;;\n"
    var survey = try reader(text)
    #expect(survey.layout.variableKinds[2] == .numeric)
    var last: SurveyRecord?
    while let record = try survey.next() { last = record }
    #expect(last?.values == ["Insertion", "ASS", "trois ans", "01000"])
  }

  @Test("Equal numbers of values mean equal values, column by column, however they are written")
  func valueNumbers() throws {
    let text =
      "id;a;b;r\n1;x;y;o\n2; x;y;o\n3;\"x\";x;o\n4;\"x\"\"\";x\"\";o\n5;x\"\";\(String(repeating: "z", count: 90));o\n"
    var survey = try reader(text, SurveyRoles(answers: ["r"], variables: ["a", "b"]))
    var found: [String] = []
    while let record = try survey.next() {
      for (value, number) in zip(record.values, survey.valueNumbers) {
        found.append("\(value.prefix(3)) \(number.map(String.init) ?? "-")")
      }
    }
    #expect(
      found == ["x 0", "y 0", "x 1", "y 0", "x 0", "x 1", "x\" -", "x\"\" 2", "x\"\" 2", "zzz -"])
  }

  @Test("Progress is heard of, and ends at the whole")
  func progress() throws {
    var survey = try reader(wideSurvey(3000))
    var heard: [Int] = []
    var count = 0
    try survey.forEach(progress: { read, total in
      #expect(read <= total)
      heard.append(read)
    }) { _ in count += 1 }
    #expect(count == 3000)
    #expect(heard.count == 3)
    #expect(heard == heard.sorted() && heard.last == survey.totalBytes)
  }
}

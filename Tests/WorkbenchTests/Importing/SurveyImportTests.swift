import Testing

@testable import Workbench

@Suite("Importing surveys")
struct SurveyImportTests {
  @Test("A file gives respondents, weights, values, questions and answers")
  func wide() throws {
    let test = try TestStudy(nil)
    let outcome = try test.add(TestStudy.survey, roles: TestStudy.roles)
    #expect(outcome.newRespondents == 5)
    #expect(outcome.newAnswers == 8)
    #expect(outcome.newValues == 8)
    #expect(outcome.answersRead == 8)
    #expect(outcome.questions.map(\.question.name) == ["q1", "q2"])
    #expect(outcome.questions.map(\.answers) == [4, 4])
    #expect(outcome.hasChanged)
    #expect(
      try test.texts() == [
        "On perd le lien. Trop de mails.", "Plus de temps.", "RAS", "Le lien humain se perd, hélas.",
        "Du lien, encore du lien.", "Trop de tableaux. Trop de mails. On perd le lien.", "Des moyens.",
        "Former les équipes.",
      ])
    let respondents = try test.study.project.read { try $0.respondents() }
    #expect(respondents.map(\.identifier) == ["R1", "R2", "R3", "R4", "R5"])
    #expect(respondents.map(\.weight) == [1, 2, 1.5, 0.5, 1])
    let acts = try HistoryKeeping(test.study).acts()
    #expect(acts.map(\.kind) == [.importSurvey])
    #expect(acts[0].details == ["file": "enquête.csv", "respondents": "5", "answers": "8"])
  }

  @Test("The same file again adds nothing and enters no act")
  func twice() throws {
    let test = try TestStudy()
    let before = try test.study.project.read { try $0.indexSegments() }
    let outcome = try test.add(TestStudy.survey, roles: TestStudy.roles)
    #expect([outcome.newRespondents, outcome.newAnswers, outcome.newValues] == [0, 0, 0])
    #expect(outcome.answersRead == 8)
    #expect(!outcome.hasChanged)
    #expect(try HistoryKeeping(test.study).acts().count == 1)
    #expect(try test.study.project.read { try $0.indexSegments() } == before)
  }

  @Test("New rows add just these, and are found")
  func added() throws {
    let test = try TestStudy()
    let outcome = try test.add(
      TestStudy.survey + "R6;1;Insertion;1;Le lien tient bon.;\n", roles: TestStudy.roles)
    #expect([outcome.newRespondents, outcome.newAnswers, outcome.newValues] == [1, 1, 2])
    #expect(outcome.answersRead == 9)
    #expect(try test.texts().count == 9)
    #expect(try test.study.names("lien") == ["R1/q1", "R3/q1", "R3/q2", "R4/q1", "R6/q1"])
    #expect(try Checking(test.study).run().index == .right)
  }

  @Test("A new column of answers and one of values are added to known respondents")
  func columns() throws {
    let test = try TestStudy("id,q1\nR1,Un mot.\nR2,Deux mots.\n")
    let outcome = try test.add(
      "id,poids,métier,q1,q2\nR1,1.5,ASS,Un mot.,Encore.\nR2,0.5,CESF,Deux mots.,\n",
      roles: SurveyRoles(
        respondent: "id", answers: ["q1", "q2"], variables: ["métier"], weight: "poids"))
    #expect([outcome.newRespondents, outcome.newAnswers, outcome.newValues] == [0, 1, 2])
    #expect(try test.study.project.read { try $0.respondents().map(\.weight) } == [1.5, 0.5])
  }

  @Test("Weights alone are a change, too")
  func weights() throws {
    let test = try TestStudy("id,q1\nR1,Un mot.\n", codebook: nil)
    let outcome = try test.add(
      "id,poids,q1\nR1,1.5,Un mot.\n",
      roles: SurveyRoles(respondent: "id", answers: ["q1"], weight: "poids"))
    #expect(outcome.newAnswers == 0)
    #expect(outcome.hasChanged)
    #expect(try HistoryKeeping(test.study).acts().count == 2)
  }

  @Test("A row with another answer stops the import: nothing is stored, the line is named")
  func conflict() throws {
    let test = try TestStudy()
    let path = try test.folder.write(
      "autre.csv", "id;q1\nR9;Tout nouveau.\nR2;RIEN\nR10;Jamais lu.\n")
    let survey = try SurveyImport(path, roles: SurveyRoles(respondent: "id", answers: ["q1"]))
    #expect(
      throws: StudyError.inFile(
        path: path, line: 3, underlying: ActError.answerDiffers(respondent: "R2", question: "q1"))
    ) { try survey.run(into: test.study) }
    #expect(try test.texts().count == 8)
    #expect(try test.study.project.read { try $0.respondentCounts().all } == 5)
    #expect(try HistoryKeeping(test.study).acts().count == 1)
    #expect(try test.count("nouveau") == [0, 0, 0])
    #expect(try Checking(test.study).run().isClean)
  }

  @Test("So does another value, and another weight, called by its column's name")
  func otherValue() throws {
    let test = try TestStudy()
    let path = try test.folder.write("autre.csv", "id;poids;groupe;q1\nR1;1;Insertion;\nR2;9;;RAS\n")
    let roles = SurveyRoles(respondent: "id", answers: ["q1"], variables: ["groupe"], weight: "poids")
    #expect(
      throws: StudyError.inFile(
        path: path, line: 2, underlying: ActError.valueDiffers(respondent: "R1", variable: "groupe"))
    ) { try SurveyImport(path, roles: roles).run(into: test.study) }
    let weights = try test.folder.write("poids.csv", "id;poids;q1\nR1;1;\nR2;9;RAS\n")
    #expect(
      throws: StudyError.inFile(
        path: weights, line: 3, underlying: ActError.valueDiffers(respondent: "R2", variable: "poids"))
    ) {
      try SurveyImport(weights, roles: SurveyRoles(respondent: "id", answers: ["q1"], weight: "poids"))
        .run(into: test.study)
    }
  }

  @Test("One row an answer, with a column that names the question")
  func long() throws {
    let test = try TestStudy(nil)
    let outcome = try test.add(
      """
      répondant;question;réponse
      R1;q1;On perd le lien.
      R1;q2;Plus de temps.
      R2;q1;Trop de mails.
      R3;q2;Du lien, encore.

      """)
    #expect([outcome.newRespondents, outcome.newAnswers] == [3, 4])
    #expect(outcome.questions.map(\.question.name) == ["q1", "q2"])
    #expect(try test.study.names("lien") == ["R1/q1", "R3/q2"])
    #expect(try test.study.names("question:q2") == ["R1/q2", "R3/q2"])
  }

  @Test("One row an answer, with one question")
  func longWithout() throws {
    let test = try TestStudy(nil)
    let text = "id,verbatim\nR1,On perd le lien avec les familles.\nR2,Trop de mails le soir.\n"
    try test.add(text)
    #expect(try test.study.names("lien").count == 1)
    #expect(
      try HandCoding.locate(.whole, in: test.texts()[0], AnswerName(respondent: "R1", question: nil)).end
        == 34)
    #expect(try !test.add(text).hasChanged)
  }

  @Test("Without an identifier rows are numbered, and the same rows again add nothing")
  func numbered() throws {
    let test = try TestStudy(nil)
    let text = "verbatim\nOn perd le lien.\nTrop de mails.\n"
    let roles = SurveyRoles(answers: ["verbatim"])
    #expect(try test.add(text, roles: roles).newRespondents == 2)
    #expect(try test.study.project.read { try $0.respondents().map(\.identifier) } == ["1", "2"])
    #expect(try test.add(text, roles: roles).newRespondents == 0)
    #expect(try test.add(text + "Encore un mot.\n", roles: roles).newAnswers == 1)
    #expect(try test.texts() == ["On perd le lien.", "Trop de mails.", "Encore un mot."])
  }

  @Test("Texts are stored composed, with line feeds, and exactly otherwise")
  func stored() throws {
    let test = try TestStudy(nil)
    try test.add("id,q1\r\nR1,\"E\u{301}cran\u{A0}: l’outil\r\nsuite  \"\r\nR2,Rien.\r\n")
    #expect(
      try test.texts().first.map { Array($0.unicodeScalars) }
        == Array("\u{C9}cran\u{A0}: l’outil\nsuite  ".unicodeScalars))
  }

  @Test("What is wrong with the file's form is known before anything is stored")
  func form() throws {
    let test = try TestStudy(nil)
    let path = try test.folder.write("faux.csv", "id,q1\nR1,\"jamais fermé\n")
    #expect(throws: SurveyError.text(.unclosedQuote(line: 2, column: 2))) { try SurveyImport(path) }
    let missing = test.folder.file("absent.csv")
    #expect(throws: SurveyError.text(.file(.missing))) { try SurveyImport(missing) }
  }

  @Test("A row without an identifier stops the import with its place")
  func noIdentifier() throws {
    let test = try TestStudy(nil)
    let path = try test.folder.write("vide.csv", "id,q1\nR1,Oui.\n,Non.\n")
    let survey = try SurveyImport(path, roles: SurveyRoles(respondent: "id", answers: ["q1"]))
    #expect(throws: SurveyError.missingRespondent(line: 3, column: 1, name: "id")) {
      try survey.run(into: test.study)
    }
    #expect(try test.texts().isEmpty)
  }

  @Test("Many small imports leave few segments, which say what one import says")
  func segments() throws {
    let test = try TestStudy(nil)
    for number in 1...40 {
      try test.add(
        "id,q1\nR\(number),Le lien numéro \(number).\n", roles: SurveyRoles(respondent: "id", answers: ["q1"])
      )
    }
    let segments = try test.study.project.read { try $0.indexSegments() }
    #expect(segments.count <= 6)
    #expect(segments.reduce(0) { $0 + $1.answerCount } == 40)
    #expect(try test.count("lien") == [40, 40, 40])
    #expect(try Checking(test.study).run().index == .right)
    _ = try HistoryKeeping(test.study).undo()
    #expect(try test.count("lien") == [39, 39, 39])
    #expect(try Checking(test.study).run().index == .right)
  }

  @Test("Progress is told while rows are stored")
  func progress() throws {
    let test = try TestStudy(nil)
    var told: [Double] = []
    test.study.progress = { stage, share in if stage == .importing { told.append(share) } }
    let rows = (1...600).map { "R\($0),Réponse \($0).\n" }.joined()
    try test.add("id,q1\n" + rows, roles: SurveyRoles(respondent: "id", answers: ["q1"]))
    #expect(told.last == 1)
    #expect(told == told.sorted() && told.count == 3)
  }

  @Test("Rows that are only numbered join no respondents whom a survey identifies, but their own file again")
  func unidentified() throws {
    let plain = "sexe,avis\nF,On perd le lien avec les familles.\nF,Trop de mails tous les jours.\n"
    let roles = SurveyRoles(answers: ["avis"])
    let identified = try TestStudy("num,q1\n1,Le lien est perdu.\n2,Le lien est gardé.\n")
    #expect(throws: StudyError.rowsWithoutIdentifier) {
      try identified.add(plain, roles: roles, name: "b.csv")
    }
    let numbered = try TestStudy(nil)
    try numbered.add(plain, roles: roles)
    #expect(try !numbered.add(plain, roles: roles).hasChanged)
    #expect(try numbered.add(plain + "H,Rien de neuf ici non plus.\n", roles: roles).newAnswers == 1)
  }

  @Test("Names are stored without control characters, answers as they are")
  func controls() throws {
    let test = try TestStudy(nil)
    // Enough other text that the file still reads as one.
    let rest = (2...40).map { "R\($0),b,On perd le lien avec les familles.\n" }.joined()
    try test.add(
      "id,groupe,q1\n\"R\u{1B}[31m1\",a\u{9B}b,lien\u{1B}[8m\n" + rest,
      roles: SurveyRoles(respondent: "id", answers: ["q1"], variables: ["groupe"]))
    let page = try AnswerReading(test.study).pages("R[31m1")[0]
    #expect(page.text == "lien\u{1B}[8m")
    #expect(page.values.map(\.value) == ["ab"])
  }

  @Test("A weight with a bad cell is a variable, and the cell is told")
  func spoiltWeight() throws {
    let test = try TestStudy(nil)
    func spoilt(_ survey: String, _ roles: SurveyRoles = SurveyRoles()) throws -> [Int]? {
      let weight = try SurveyImport(try test.folder.write("s.csv", survey), roles: roles).spoiltWeight
      return weight.map { [$0.line, $0.column] }
    }
    let bad = TestStudy.survey.replacing("R3;1,5;", with: "R3;beaucoup;")
    #expect(try spoilt(bad) == [4, 2])
    #expect(try spoilt(TestStudy.survey.replacing("R4;0,5;", with: "R4;0;")) == [5, 2])
    #expect(try spoilt(TestStudy.survey) == nil)
    #expect(try spoilt(bad, SurveyRoles(variables: ["poids"])) == nil, "said to be a variable")
    #expect(
      try spoilt(TestStudy.survey.replacing("poids", with: "effectif").replacing("1,5", with: "x")) == nil)
  }

  @Test("A rehearsal refuses what the import refuses, with the same error, and leaves nothing")
  func rehearsal() throws {
    let test = try TestStudy()
    let before = try ProjectExport(test.study).text()
    func errors(_ survey: String) throws -> [String] {
      let file = try SurveyImport(try test.folder.write("s.csv", survey), roles: TestStudy.roles)
      let runs = [{ try file.rehearse(in: test.study) }, { _ = try file.run(into: test.study) }]
      return runs.map { run in
        do {
          try run()
          return ""
        } catch { return "\(error)" }
      }
    }
    for (old, new) in [
      ("R3;1,5;", "R3;beaucoup;"), ("R5;1;", ";1;"), ("R4;0,5;", "R3;1,5;"), ("R2;2;", "R2;3;"),
    ] {
      let found = try errors(TestStudy.survey.replacing(old, with: new))
      #expect(found[0] == found[1] && !found[0].isEmpty, "\(found)")
    }
    #expect(try ProjectExport(test.study).text() == before)
    let more = try SurveyImport(
      try test.folder.write("s.csv", TestStudy.survey + "R6;1;Insertion;1;Oui.;\n"), roles: TestStudy.roles)
    try more.rehearse(in: test.study)
    #expect(try ProjectExport(test.study).text() == before)
    #expect(try test.count("lien") == [5, 4, 3])
  }
}

import CodingModel
import Interchange
import Testing

@Suite("Guessing a survey's columns")
struct SurveyLayoutGuessTests {
  @Test("A row per respondent, several questions", arguments: [3, 40, 2500])
  func wide(count: Int) throws {
    let found = try guess(wideSurvey(count))
    #expect(
      found.summary == [
        "id: respondent", "groupe: categorical", "métier: categorical", "ancienneté: numeric",
        "code_postal: categorical", "poids: weight", "q1. Qu'est-ce que le numérique a changé ?: answers",
        "q2 - Et demain ?: answers", "vide: ignored empty",
      ])
    #expect(
      found.layout
        == SurveyLayout(
          header: [
            "id", "groupe", "métier", "ancienneté", "code_postal", "poids",
            "q1. Qu'est-ce que le numérique a changé ?", "q2 - Et demain ?", "vide",
          ],
          respondent: 0, weight: 5, variables: [1, 2, 3, 4],
          variableKinds: [.categorical, .categorical, .numeric, .categorical], questions: .columns([6, 7]),
          ignored: [8]))
    #expect(found.isExact)
    #expect(found.columns[1].distinct == 3 && found.columns[1].filled == count)
  }

  @Test("A row per answer, with the question's name and wording")
  func long() throws {
    var text = "répondant,question_id,question,réponse,genre,courriel\n"
    for index in 0..<60 {
      text +=
        "P\(index / 2),Q\(index % 2),\"Que pensez-vous du point \(index % 2) ?\",Je pense que \(index) fois,"
      text += "\(index % 4 < 2 ? "F" : "H"),p\(index)@exemple.fr\n"
    }
    let found = try guess(text)
    #expect(
      found.summary == [
        "répondant: respondent", "question_id: question", "question: wording", "réponse: answers",
        "genre: categorical", "courriel: ignored nearlyAllDifferent",
      ])
    #expect(found.layout.questions == .rows(question: 1, wording: 2, answer: 3))
    #expect(found.layout.ignored == [5])
  }

  @Test("A row per answer, sorted by question, its name alone")
  func sorted() throws {
    var text = "id,theme,question,reponse\n"
    for index in 0..<5000 {
      text += "D\(index),t\(index / 2500),q_\(index / 1000),Il faut écouter les gens \(index) fois\n"
    }
    let found = try guess(text)
    #expect(
      found.summary == ["id: respondent", "theme: categorical", "question: question", "reponse: answers"])
    #expect(found.columns[2].distinct == 5)
    #expect(!found.isExact)
  }

  @Test("A small file with a row per answer")
  func smallLong() throws {
    let text = "id;question;réponse\nR1;q1;Oui\nR1;q2;Non\nR2;q1;Peut-être\n"
    #expect(try guess(text).summary == ["id: respondent", "question: question", "réponse: answers"])
  }

  @Test("A column of questions that do not come back is an open question itself")
  func questionColumn() throws {
    let text =
      "id;question\nR1;Comment faire sans ordinateur à la maison ?\nR2;Qui nous aidera quand tout sera en ligne ?\n"
    #expect(try guess(text).layout.questions == .columns([1]))
  }

  @Test("One question, with and without an identifier")
  func oneQuestion() throws {
    #expect(
      try guess("id;réponse\nA1;RAS\nA2;Plus de temps\n").summary == ["id: respondent", "réponse: answers"])
    let alone = try guess("Que change le numérique pour vous ?\nTout\nRien, ou presque\n")
    #expect(alone.layout.respondent == nil)
    #expect(alone.layout.questions == .columns([0]))
    let without = try guess("âge;avis\n30;Plus de temps pour les gens\n41;Rien\n30;Je ne sais pas\n")
    #expect(without.summary == ["âge: numeric", "avis: answers"])
  }

  @Test(
    "Identifiers are known by name, or by another short value on every row of the first column",
    arguments: [
      ("Numéro de répondant;ref;réponse\n7;a;Oui\n9;b;Non\n", "Numéro de répondant"),
      ("x;Identifiant;réponse\n1;A;Oui\n2;B;Non\n", "Identifiant"),
      ("id;répondant;question;réponse\n1;A;q1;Oui\n2;A;q2;Non\n3;B;q1;Oui\n4;B;q2;Non\n", "répondant"),
      ("code;âge;réponse\nA;1;Oui\nB;1;Non\n", "code"),
      ("qui;réponse\nA-1;Oui\nB-2;Non\n", "qui"),
      ("rang;réponse\n3;Oui\n4;Non\n5;Non\n", "rang"),
      ("dpt;réponse\n69;Oui\n38;Non\n", ""),
      ("numero_departement;réponse\n69;Oui\n38;Non\n", ""),
    ])
  func identifiers(text: String, name: String) throws {
    let found = try guess(text)
    #expect(found.layout.respondent.map { found.layout.header[$0] } ?? "" == name)
  }

  @Test(
    "Weights are known by name and must be positive numbers",
    arguments: [
      ("Pondération", "0,8", "1,2", true), ("weight", "1", "2", true),
      ("coef_redressement", "812.5", "1", true),
      ("poids", "72", "85", false), ("poids_kg", "72,5", "1", false), ("poids", "0", "1,5", false),
      ("poids", "lourd", "1,5", false), ("score", "0,8", "1,2", false),
    ])
  func weights(name: String, first: String, second: String, isWeight: Bool) throws {
    let found = try guess("id;\(name);réponse\nA;\(first);Oui\nB;\(second);Non\n")
    #expect((found.layout.weight == 1) == isWeight)
  }

  @Test("What is given overrides the guess and guides the rest")
  func roles() throws {
    let text = wideSurvey(40)
    let all = try guess(
      text,
      SurveyRoles(
        respondent: "CODE_POSTAL", answers: ["q2"], variables: ["Métier", "anciennete"], weight: "poids"))
    #expect(
      all.summary == [
        "id: ignored notAskedFor", "groupe: ignored notAskedFor", "métier: categorical (given)",
        "ancienneté: numeric (given)", "code_postal: respondent (given)", "poids: weight (given)",
        "q1. Qu'est-ce que le numérique a changé ?: ignored notAskedFor", "q2 - Et demain ?: answers (given)",
        "vide: ignored empty",
      ])
    let some = try guess(text, SurveyRoles(answers: ["q1. Qu'est-ce que le numérique a changé ?"]))
    #expect(some.summary[0...1] == ["id: respondent", "groupe: categorical"])
    #expect(
      some.summary[6...7] == [
        "q1. Qu'est-ce que le numérique a changé ?: answers (given)", "q2 - Et demain ?: ignored freeText",
      ])
    #expect(try guess(text, SurveyRoles(variables: [])).layout.variables == [])
  }

  @Test("A question column given makes rows of answers")
  func questionGiven() throws {
    let text = "id;sujet;texte\nA;école;Oui\nA;santé;Non\nB;école;Oui\n"
    #expect(
      try guess(text, SurveyRoles(question: "sujet")).layout.questions
        == .rows(question: 1, wording: nil, answer: 2))
  }

  @Test(
    "Wrong roles are errors that help",
    arguments: [
      (SurveyRoles(respondent: "metier2"), SurveyError.unknownColumn("metier2", near: ["métier"])),
      (SurveyRoles(answers: ["q9"]), .unknownColumn("q9", near: ["q1", "q2"])),
      (SurveyRoles(weight: "xyzxyz"), .unknownColumn("xyzxyz", near: [])),
      (SurveyRoles(respondent: "id", variables: ["id"]), .columnUsedTwice("id")),
      (SurveyRoles(answers: ["q1", "q2"], question: "groupe"), .questionColumnWithSeveralAnswers),
    ])
  func wrongRoles(roles: SurveyRoles, error: SurveyError) {
    #expect(throws: error) { try guess(wideSurvey(3), roles) }
  }

  @Test("A short name that two columns share must be written in full")
  func ambiguous() throws {
    let text = "id;Avis;avis\n1;Oui et non;Non et oui\n"
    #expect(throws: SurveyError.ambiguousColumn("AVIS", matches: ["Avis", "avis"])) {
      try guess(text, SurveyRoles(answers: ["AVIS"]))
    }
    #expect(try guess(text, SurveyRoles(answers: ["avis"])).layout.questions == .columns([2]))
  }

  @Test("Few words under « précisez » are answers")
  func others() throws {
    let text = "id;genre;Autre, précisez\nA;F;\nB;H;chez des amis\nC;F;\nD;F;au café parfois\n"
    #expect(try guess(text).summary == ["id: respondent", "genre: categorical", "Autre, précisez: answers"])
  }

  @Test("A file without answers is an error")
  func noAnswers() {
    #expect(throws: SurveyError.noAnswers) { try guess("id;âge;genre\n1;30;F\n2;40;H\n") }
  }

  @Test("What is wrong with any row is known before the guess")
  func tableErrors() {
    #expect(throws: SurveyError.text(.cellCount(line: 42, expected: 9, found: 1))) {
      try guess(wideSurvey(40) + "R9\n")
    }
  }
}

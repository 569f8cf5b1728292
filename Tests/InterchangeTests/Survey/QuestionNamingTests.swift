import CodingModel
import Interchange
import Testing

@Suite("Naming questions")
struct QuestionNamingTests {
  @Test(
    "A header's number is the name and the rest the wording",
    arguments: [
      ("q1. Qu'est-ce que le numérique ?", "q1", "Qu'est-ce que le numérique ?"),
      ("Q12 : Et vous ?", "Q12", "Et vous ?"), ("q3 - Demain", "q3", "Demain"),
      ("Q4b) Pourquoi ?", "Q4b", "Pourquoi ?"),
      ("Question 5 – Et puis ?", "q5", "Et puis ?"), ("Q6\u{A0}: Oui ?", "Q6", "Oui ?"),
      ("q_7. a b", "q7", "a b"),
      ("q8 Que faire ?", "q8", "Que faire ?"), ("q9", "q9", "q9"), ("réponse", "réponse", "réponse"),
      ("Vos remarques", "q1", "Vos remarques"), ("et/ou", "q1", "et/ou"), ("Quoi ?", "q1", "Quoi ?"),
      ("qualité", "qualité", "qualité"), ("Questionnaire papier ou non", "q1", "Questionnaire papier ou non"),
      (String(repeating: "x", count: 33), "q1", String(repeating: "x", count: 33)),
    ])
  func names(header: String, name: String, wording: String) {
    let question = QuestionNaming.questions(headers: [header])[0]
    #expect(question.name == name)
    #expect(question.wording == wording)
  }

  @Test("Names are numbered by place and never come twice")
  func unique() {
    let headers = ["Que faire de tout cela ?", "q1. Un", "Q1 : Deux", "Et après ?", "avis"]
    #expect(QuestionNaming.questions(headers: headers).map(\.name) == ["q2", "q1", "q3", "q4", "avis"])
  }
}

import Testing
import Workbench

@testable import VerbatimCommand

@Suite struct DefectWordingTests {
  @Test(
    "What a check found, in both languages",
    arguments: [
      (
        ProjectDefect.damagedPages(2), "fichier endommagé en 2 endroit(s) : repartez d'une sauvegarde",
        "file damaged in 2 place(s): go back to a backup"
      ),
      (
        .danglingReference(table: "coding", row: 7), "coding 7 renvoie à ce qui n'existe pas",
        "coding 7 refers to what is not there"
      ),
      (
        .damagedText(answer: AnswerName(respondent: "R1", question: "q1")),
        "réponse R1/q1 : son texte n'est plus celui qui a été enregistré ; repartez d'une sauvegarde",
        "answer R1/q1: its text is no longer what was stored; go back to a backup"
      ),
      (
        .codingOutside(answer: AnswerName(respondent: "R1", question: "q1"), coding: RowID(3)),
        "codage 3 : sort de la réponse R1/q1", "coding 3: reaches out of the answer R1/q1"
      ),
      (
        .refusalOutside(answer: AnswerName(respondent: "R1", question: "q1"), refusal: RowID(3)),
        "refus 3 : sort de la réponse R1/q1", "refusal 3: reaches out of the answer R1/q1"
      ),
      (
        .sameName(table: "question", name: "é"),
        "question : le nom « é » y est deux fois, sous deux formes d'Unicode",
        "question: the name 'é' stands twice, in two forms of Unicode"
      ),
      (.codeCycle(key: "lien"), "code lien : placé sous lui-même", "code lien: stands under itself"),
      (.orphanMemo(RowID(4)), "mémo 4 : sur ce qui n'existe pas", "memo 4: on what is not there"),
      (.incompleteAct(RowID(5)), "acte 5 : impossible à annuler", "act 5: cannot be undone"),
      (
        .wrongCount(.answeringRespondents),
        "nombre noté faux, répondants avec une réponse : verbatim reindex le refait",
        "a number written down is wrong, respondents with an answer: verbatim reindex makes it again"
      ),
    ])
  func text(defect: ProjectDefect, french: String, english: String) {
    #expect(inBoth { DefectWording.text(defect) } == [french, english])
  }
}

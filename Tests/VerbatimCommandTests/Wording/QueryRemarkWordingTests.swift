import Testing
import Workbench

@testable import VerbatimCommand

@Suite("Remarks on queries")
struct QueryRemarkWordingTests {
  @Test("say what was looked for and what may have been meant")
  func wording() {
    #expect(
      inBoth { QueryRemark.operatorLikeWord("Et").wording } == [
        "« Et » est cherché comme un mot ; pour l'opérateur : ET",
        "'Et' is looked for as a word; for the operator: ET",
      ])
    #expect(
      inBoth { QueryRemark.absentWord("travial", near: "travail").wording } == [
        "« travial » n'est dans aucune réponse ; vouliez-vous dire « travail » ?",
        "'travial' is in no answer; did you mean 'travail'?",
      ])
    #expect(
      inBoth { QueryRemark.absentWord("xyz", near: nil).wording } == [
        "« xyz » n'est dans aucune réponse", "'xyz' is in no answer",
      ])
    #expect(
      inBoth { QueryRemark.absentSpelling("Lien", near: "lien").wording } == [
        "« Lien » n'est écrit ainsi dans aucune réponse ; vouliez-vous dire « lien » ?",
        "'Lien' is not written so in any answer; did you mean 'lien'?",
      ])
    #expect(
      inBoth { QueryRemark.absentLemma("perdu", near: "perdre").wording } == [
        "aucun mot n'a le lemme « perdu » ; vouliez-vous dire lemma:perdre ?",
        "no word has the lemma 'perdu'; did you mean lemma:perdre?",
      ])
    #expect(
      inBoth { QueryRemark.coderBesideCode("anna").wording } == [
        "coder:anna : les réponses où anna a codé, quel que soit le code ; les codes donnés par anna : --coder anna (count, kwic)",
        "coder:anna: the answers that anna has coded, with any code; the codes that anna gave: --coder anna (count, kwic)",
      ])
  }
}

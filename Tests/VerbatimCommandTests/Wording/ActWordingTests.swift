import Testing
import Workbench

@testable import VerbatimCommand

@Suite struct ActWordingTests {
  private func text(_ kind: Act.Kind, _ details: [String: String]) -> [String] {
    let act = Act(
      id: RowID(1), date: "2026-01-01T00:00:00Z", coder: "anna", kind: kind, details: details, state: .done)
    return inBoth { ActWording.text(act) }
  }

  @Test("Each kind of act is one phrase")
  func kinds() {
    #expect(
      text(.importSurvey, ["file": "s.csv", "answers": "1377", "respondents": "1"]) == [
        "import de s.csv : 1\u{202F}377\u{A0}réponses, 1\u{A0}répondant",
        "import of s.csv: 1,377\u{A0}answers, 1\u{A0}respondent",
      ])
    #expect(
      text(.importCodings, ["file": "c.csv", "codings": "2"]) == [
        "import de c.csv : 2\u{A0}codages", "import of c.csv: 2\u{A0}codings",
      ])
    #expect(
      text(.importCodebook, ["file": "c.yaml", "added": "25", "changed": "0"]) == [
        "livre de codes c.yaml : 25 ajouté(s), 0 modifié(s)", "codebook c.yaml: 25 added, 0 changed",
      ])
    #expect(
      text(.code, ["answer": "R1/q1", "start": "0", "end": "12", "code": "lien"]) == [
        "codage de R1/q1 0-12 · lien", "coding of R1/q1 0-12 · lien",
      ])
    #expect(
      text(.code, ["answer": "R1/q1", "codings": "2", "code": "lien, sens"]) == [
        "2\u{A0}codages · R1/q1 · lien, sens", "2\u{A0}codings · R1/q1 · lien, sens",
      ])
    #expect(
      text(.code, ["answer": "R1/q1", "start": "0", "end": "2", "code": "lien", "created": "lien"]) == [
        "nouveau code et codage de R1/q1 0-2 · lien", "new code and coding of R1/q1 0-2 · lien",
      ])
    #expect(text(.seen, ["answers": "1", "answer": "R1/q1"]) == ["R1/q1 vue", "R1/q1 seen"])
    #expect(
      text(.refuse, ["answer": "R1/q1", "code": "lien"]) == [
        "proposition refusée : lien · R1/q1", "proposal refused: lien · R1/q1",
      ])
    #expect(
      text(.uncode, ["answer": "R1/q1", "codings": "2", "code": "lien"]) == [
        "retrait de 2\u{A0}codages · R1/q1 · lien", "removal of 2\u{A0}codings · R1/q1 · lien",
      ])
    #expect(
      text(.autocode, ["codes": "2", "added": "10", "removed": "3"]) == [
        "règles de 2\u{A0}codes : +10 −3", "rules of 2\u{A0}codes: +10 −3",
      ])
    #expect(
      text(.autocode, ["codes": "2", "added": "0", "removed": "3", "changed": "1"]) == [
        "règles de 2\u{A0}codes, dont 1 de règle modifiée : +0 −3",
        "rules of 2\u{A0}codes, 1 with a changed rule: +0 −3",
      ])
    #expect(
      text(.autocode, ["codes": "1", "added": "0", "removed": "0", "code": "lien", "version": "2"]) == [
        "règle de lien, version 2 : +0 −0", "rule of lien, version 2: +0 −0",
      ])
    #expect(text(.memo, ["subject": "R1/q1"]) == ["mémo sur R1/q1", "memo on R1/q1"])
    #expect(text(.memo, ["subject": ""]) == ["mémo sur le projet", "memo on the project"])
    #expect(text(.memo, ["removed": "4"]) == ["mémo 4 retiré", "memo 4 taken away"])
    #expect(text(.coder, ["name": "anna"]) == ["codeur ajouté : anna", "coder added: anna"])
    #expect(
      text(.assign, ["assignments": "1"]) == ["répartition de 1\u{A0}réponse", "assignment of 1\u{A0}answer"])
    #expect(
      text(.assign, ["assignments": "2", "removed": "1", "coders": "anna"]) == [
        "reprise de 2\u{A0}réponses à anna", "2\u{A0}answers taken back from anna",
      ])
    #expect(
      text(.seen, ["answers": "2"]) == ["parcours de 2\u{A0}réponses", "2\u{A0}answers gone through"])
    #expect(
      text(.settle, ["answer": "R1/q1", "code": "lien"]) == [
        "désaccord réglé : R1/q1 · lien", "disagreement settled: R1/q1 · lien",
      ])
    #expect(
      text(.settle, ["agreed": "2", "coders": "anna, bruno"]) == [
        "reprise des accords de anna, bruno : 2\u{A0}codages",
        "agreements of anna, bruno taken over: 2\u{A0}codings",
      ])
    #expect(
      text(.merge, ["file": "b.verbatim", "codings": "3"]) == [
        "fusion de b.verbatim : 3\u{A0}codages", "merge of b.verbatim: 3\u{A0}codings",
      ])
    #expect(text(.undo, ["act": "7"]) == ["annulation de l'acte 7", "undoing of act 7"])
    #expect(text(.redo, ["act": "7"]) == ["rétablissement de l'acte 7", "redoing of act 7"])
  }

  @Test("Each change of the codebook says what it changed")
  func codebook() {
    func text(_ did: String, _ details: [String: String]) -> [String] {
      self.text(.codebook, details.merging(["did": did, "code": "A"]) { first, _ in first })
    }
    #expect(text("add", [:]) == ["code ajouté : A", "code added: A"])
    #expect(text("rename", ["to": "B"]) == ["code renommé : A → B", "code renamed: A → B"])
    #expect(
      text("move", ["to": ""]) == ["code déplacé : A, au premier niveau", "code moved: A, to the top level"])
    #expect(text("move", ["to": "B"]) == ["code déplacé : A, sous B", "code moved: A, under B"])
    #expect(text("reorder", ["position": "2"]) == ["code replacé : A, n° 2", "code reordered: A, no. 2"])
    #expect(
      text("recolour", ["from": "", "to": "#aa0000"]) == [
        "couleur de A : aucune → #aa0000", "colour of A: none → #aa0000",
      ])
    #expect(
      text("set", ["fields": "definition rule"]) == [
        "code modifié : A (définition, règle)", "code changed: A (definition, rule)",
      ])
    #expect(
      text("merge", ["into": "B", "codings": "3"]) == [
        "code fusionné : A dans B · 3\u{A0}codages", "code merged: A into B · 3\u{A0}codings",
      ])
    #expect(
      text("split", ["into": "B", "codings": "1"]) == [
        "code scindé : A, 1\u{A0}codage à B", "code split: A, 1\u{A0}coding to B",
      ])
    #expect(text("delete", ["codings": "0"]) == ["code supprimé : A", "code deleted: A"])
    #expect(
      text("delete", ["codings": "2", "into": "B"]) == [
        "code supprimé : A · 2\u{A0}codages à B", "code deleted: A · 2\u{A0}codings to B",
      ])
  }

  @Test("No kind is left without words, whatever its details")
  func all() {
    for kind in Act.Kind.allCases {
      for text in text(kind, [:]) { #expect(!text.isEmpty && !text.contains("nil") && !text.contains("\n")) }
    }
  }

  @Test("Only what is no longer in force is said to be so")
  func states() {
    #expect(
      Act.State.allCases.map { state in inLanguage(.fr) { ActWording.state(state) } } == [
        "", "annulé", "annulé",
      ])
    #expect(
      Act.State.allCases.map { state in inLanguage(.en) { ActWording.state(state) } } == [
        "", "undone", "undone",
      ])
  }
}

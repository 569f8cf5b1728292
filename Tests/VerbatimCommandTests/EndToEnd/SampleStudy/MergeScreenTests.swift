import Foundation
import Testing

@Suite("The sample study: copies and what was decided in them") struct MergeScreenTests {
  private func tail(_ text: String) -> String {
    text.split(separator: "\n").filter { !$0.hasPrefix("   ") && !$0.hasSuffix("–") }.joined(separator: "\n")
      + "\n"
  }

  @Test("An old copy reopens nothing; the copy that has the old decision gets the new one")
  func decisions() throws {
    let study = try SampleStudy()
    _ = try study.show("import", TeamScreenTests.seen, "--as", "seen")
    let settle = ["settle", "R034/q1", "perte de sens", "--as"]
    _ = try study.show(settle + ["anna", "--memo", "Oui."])
    _ = try study.show("backup", "vieille.copie")
    _ = try study.show(settle + ["none", "--memo", "Non, finalement."])
    expectScreen(
      tail(try study.show("merge", "vieille.copie")),
      #"""
        · R034/q1 · perte de sens : réglé depuis dans ce projet ; cette décision reste
      Rien de nouveau : tout était déjà là.
      """#)
    expectScreen(
      tail(try study.show("merge", "vieille.copie", "--dry-run", "--lang", "en")),
      #"""
        · R034/q1 · perte de sens: settled since in this project; that decision stays
      Nothing was changed (--dry-run).
      """#)
    expectScreen(
      try study.show("merge", "vieille.copie", "--format", "csv").split(separator: "\n")
        .filter { !$0.hasPrefix("identical") }.joined(separator: "\n") + "\n",
      #"""
      status,kind,count,subject,field,kept,beside
      settled_since,coding,1,R034/q1 · perte de sens,decision,this,
      """#)
    expectScreen(
      tail(try study.show("merge", "numerique.verbatim", "-p", "vieille.copie", "--lang", "en")),
      #"""
        · R034/q1 · perte de sens: settled since in the other project; its decision replaces this
      project's
      Merged. To undo: verbatim undo
      """#)
    expectScreen(
      try study.show(
        "disagreements", "--coders", "anna,bastien", "--code", "perte de sens", "--where", "seen:consensus",
        "--settled", "-p",
        "vieille.copie"),
      #"""
      respondent	question	code	kind	anna	anna_ranges	anna_memo	anna_instead	bastien	bastien_ranges	bastien_memo	bastien_instead	settled	settled_ranges	settled_memo	text
      R034	q1	perte de sens	presence	Je courais après les gamins, je cours maintenant après le wifi	0-62	Jeu de mots sur « courir après » : équipement et sens à la fois.					équipement	none		Non, finalement.	Je courais après les gamins, je cours maintenant après le wifi.
      """#)
  }

  @Test("A change of order, and coders with nearly one name, are told; nobody agrees with herself")
  func orderAndNames() throws {
    let study = try SampleStudy()
    _ = try study.show("backup", "autre.copie")
    _ = try study.show("codebook", "reorder", "perte de sens", "--first", "-p", "autre.copie")
    _ = try study.show("codebook", "reorder", "équipement", "--first")
    for (name, copy) in [("Denis", "numerique.verbatim"), ("dénis", "autre.copie")] {
      _ = try study.show("code", "propositions", "R051/q3", "--coder", name, "-p", copy)
    }
    let merged = tail(try study.show("merge", "autre.copie"))
    let dry = try study.show("merge", "numerique.verbatim", "-p", "autre.copie", "--dry-run", "--lang", "en")
    let final = try study.run(["export", "--as", "final"]).stdout.split(separator: "\n")
    expectScreen(
      merged + tail(dry) + final.filter { $0.hasPrefix("R051,q3") }.joined(separator: "\n") + "\n",
      #"""
        codeurs                    1           2           1
        ≠ les codeurs « Denis » et « dénis » ont presque le même nom : tenus pour une personne, qui ne
      s'accorde pas avec elle-même
        · ordre des codes sous moyens : changé depuis dans ce projet ; il reste
      Réuni. Pour annuler : verbatim undo
        coders                    1          3            1
        ≠ the coders 'dénis' and 'Denis' have nearly the same name: taken for one person, who does not
      agree with herself
        · order of codes under moyens: changed since in the other project; taken over here
      Nothing was changed (--dry-run).
      R051,q3,propositions,0,16,final,,single,Denis
      """#)
  }

  @Test("Contrary decisions of which neither knew the other are listed until they are settled anew")
  func contrary() throws {
    let study = try SampleStudy()
    _ = try study.show("import", TeamScreenTests.seen, "--as", "seen")
    _ = try study.show("backup", "autre.copie")
    _ = try study.show("settle", "R034/q1", "perte de sens", "--as", "anna", "--memo", "Oui.")
    _ = try study.show(
      "settle", "R034/q1", "perte de sens", "--as", "none", "--memo", "Non.", "-p", "autre.copie")
    _ = try study.show("merge", "autre.copie")
    expectScreen(
      try study.show(
        "disagreements", "--coders", "anna,bastien", "--code", "perte de sens", "--where", "seen:consensus",
        "--format", "table"),
      #"""
      R034/q1 · perte de sens · décisions contraires
        anna     0-62  « Je courais après les gamins, je cours maintenant après le wifi »
                 mémo : Jeu de mots sur « courir après » : équipement et sens à la fois.
        bastien  –  à cet endroit : équipement
        ≠ décidé : 0-62 · Oui.
        ≠ décidé : code non donné · Non.
      1 désaccord sur 1 réponse parcourues par deux au moins
      Réponses parcourues : anna 1, bastien 1.
      Pour en régler un : verbatim settle RÉPONSE CODE --as CODEUR|none --memo "…"
      """#)
    _ = try study.show("settle", "R034/q1", "perte de sens", "--as", "none")
    expectScreen(
      tail(try study.show("merge", "autre.copie", "--lang", "en")),
      #"""
      Nothing new: all of it was there already.
      """#)
  }

  @Test("A damaged project is refused in one line, and this one is as it was")
  func damaged() throws {
    let study = try SampleStudy()
    _ = try study.show("backup", "abîmée.copie")
    let path = study.folder("abîmée.copie")
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes.replaceSubrange((bytes.count - 4096)..<bytes.count, with: Data(repeating: 0xA5, count: 4096))
    try bytes.write(to: URL(fileURLWithPath: path))
    let before = try study.show("export", "--as", "project")
    let run = try study.run(["merge", "abîmée.copie", "--lang", "en"])
    #expect(run.code == 65 && run.stdout == "")
    expectScreen(
      run.stderr,
      #"""
      error: abîmée.copie: the file is damaged
      Go back to a backup.
      """#)
    #expect(try study.show("export", "--as", "project") == before)
  }

  @Test("Acts are dated by the clock of the place; files keep UTC")
  func localTime() throws {
    let study = try SampleStudy()
    let paris = ["TZ": "Europe/Paris", "SOURCE_DATE_EPOCH": "1783983600"]
    _ = try study.show(["codebook", "add", "été"], environment: paris)
    expectScreen(
      try study.show(
        ["history", "--since", "2026-07-14T01:00", "--until", "2026-07-14T01:00", "--format", "table"],
        environment: paris)
        + study.show(["history", "--since", "2026-07-13T23:00Z", "--format", "csv"], environment: paris)
        + study.show(["history", "--limit", "1", "--format", "table", "--lang", "en"]),
      #"""
        n°  date (Europe/Paris)  codeur  acte
         5  2026-07-14 01:00:00  test    code ajouté : été
      act,date,coder,kind,state,details
      5,2026-07-13T23:00:00Z,test,codebook,done,code ajouté : été
        no.  date (UTC)           coder  act
          5  2026-07-13 23:00:00  test   code added: été
      """#)
  }

  @Test("Names of coders that look alike, or cannot be seen, are refused with the one that is meant")
  func coders() throws {
    let study = try SampleStudy()
    var shown = try study.show("coders", "add", "  Anne   Marie ")
    for name in ["ÁNNE MARIE", "AnneMarie", "Dupont, Anne", "Anna\u{200B}", "b\u{202E}ob", "consensus (2)"] {
      let run = try study.run(["coders", "add", name])
      #expect(run.code == 64)
      shown += run.stdout + run.stderr
    }
    shown += try study.run(["coders", "add", "Ánna", "--lang", "en"]).stderr
    shown += try study.show("coders", "use", "anne marie")
    expectScreen(
      shown,
      #"""
      Codeur ajouté : Anne Marie
      error: « ÁNNE MARIE » ne se distingue du codeur « Anne Marie » que par la casse, les accents, les espaces ou l'invisible
      La même personne ? Écrivez « Anne Marie ». Une autre ? Ajoutez une initiale ou un numéro.
      error: « AnneMarie » ne se distingue du codeur « Anne Marie » que par la casse, les accents, les espaces ou l'invisible
      La même personne ? Écrivez « Anne Marie ». Une autre ? Ajoutez une initiale ou un numéro.
      error: un nom de codeur a de 1 à 100 caractères, sans virgule, guillemet ni caractère invisible
      error: un nom de codeur a de 1 à 100 caractères, sans virgule, guillemet ni caractère invisible
      error: un nom de codeur a de 1 à 100 caractères, sans virgule, guillemet ni caractère invisible
      error: le nom « consensus (2) » est réservé au programme
      Choisissez un autre nom : --coder NOM
      error: 'Ánna' differs from the coder 'anna' only in case, accents, spaces or what cannot be seen
      The same person? Write 'anna'. Someone else? Add an initial or a number.
      Qui code : Anne Marie
      """#)
  }
}

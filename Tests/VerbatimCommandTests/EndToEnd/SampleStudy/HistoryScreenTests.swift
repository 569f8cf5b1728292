import Testing

@Suite("The sample study: its history") struct HistoryScreenTests {
  private func study() throws -> SampleStudy {
    let study = try SampleStudy()
    for arguments in [
      ["code", "perte de lien", "R003/q1", "--range", "0-20", "--coder", "claire"],
      ["code", "autonomie", "R003/q1", "--range", "0-30", "--coder", "claire"],
      ["codebook", "rename", "perte de lien", "lien perdu", "--coder", "anna"],
      ["codebook", "merge", "autonomie", "--into", "lien perdu", "--coder", "anna"],
      ["uncode", "lien perdu", "R003/q1", "--coder", "claire"],
    ] { _ = try study.show(arguments) }
    return study
  }

  @Test("Acts by coder, code, kind, answer and date")
  func filters() throws {
    let study = try study()
    expectScreen(
      try study.show("history", "--format", "table"),
      #"""
        n°  date (UTC)           codeur  acte
         9  2026-01-01 00:00:00  claire  retrait de 1 codage · R003/q1 · lien perdu
         8  2026-01-01 00:00:00  anna    code fusionné : autonomie dans lien perdu · 18 codages
         7  2026-01-01 00:00:00  anna    code renommé : perte de lien → lien perdu
         6  2026-01-01 00:00:00  claire  codage de R003/q1 0-30 · autonomie
         5  2026-01-01 00:00:00  claire  codage de R003/q1 0-20 · perte de lien
         4  2026-01-01 00:00:00          import de codages-bastien.csv : 212 codages
         3  2026-01-01 00:00:00          import de codages-anna.csv : 259 codages
         2  2026-01-01 00:00:00          livre de codes numerique.yaml : 25 ajouté(s), 0 modifié(s)
         1  2026-01-01 00:00:00          import de reponses.csv : 377 réponses, 132 répondants
      """#)
    expectScreen(
      try study.show(
        "history", "--code", "lien perdu", "--coder", "claire", "--format", "table", "--lang", "en"),
      #"""
        no.  date (UTC)           coder   act
          9  2026-01-01 00:00:00  claire  removal of 1 coding · R003/q1 · lien perdu
          5  2026-01-01 00:00:00  claire  coding of R003/q1 0-20 · perte de lien
      """#)
    expectScreen(
      try study.show(
        "history", "--answer", "R003/q1", "--kind", "code", "--since", "2026-01-01", "--format", "jsonl"),
      #"""
      {"act":6,"date":"2026-01-01T00:00:00Z","coder":"claire","kind":"code","state":"done","details":"codage de R003/q1 0-30 · autonomie"}
      {"act":5,"date":"2026-01-01T00:00:00Z","coder":"claire","kind":"code","state":"done","details":"codage de R003/q1 0-20 · perte de lien"}
      """#)
    expectScreen(
      try study.show("history", "--until", "2025-12-31", "--format", "table"),
      #"""
      Aucun acte ne correspond.
      """#)
  }

  @Test("An act in the middle is undone where nothing depends on it, and done again")
  func middle() throws {
    let study = try study()
    var shown = ""
    for arguments in [
      ["undo", "5"], ["undo", "5", "--lang", "en"], ["undo", "8"], ["undo", "9"], ["undo", "9"],
      ["undo", "5"], ["redo"], ["undo", "6"],
      ["code", "non-recours", "R003/q1", "--coder", "claire"], ["redo"], ["redo", "9"], ["redo", "9"],
      ["redo", "6"],
      ["redo", "6", "--lang", "en"], ["undo", "99"], ["undo", "10"], ["redo", "1"],
    ] {
      let run = try study.run(arguments)
      shown += "$ \(arguments.joined(separator: " "))\n" + run.stdout + run.stderr
    }
    expectScreen(
      shown,
      #"""
      $ undo 5
      error: l'acte 5 ne peut pas être annulé : les actes 8 et 9 en dépendent
      Pour l'annuler, commencez par : verbatim undo 9
      $ undo 5 --lang en
      error: act 5 cannot be undone: acts 8 and 9 depend on it
      To undo it, start with: verbatim undo 9
      $ undo 8
      error: l'acte 8 ne peut pas être annulé : l'acte 9 en dépend
      Pour l'annuler, commencez par : verbatim undo 9
      $ undo 9
      Annulé : retrait de 1 codage · R003/q1 · lien perdu · codeur : claire
      $ undo 9
      error: l'acte 9 est déjà annulé
      $ undo 5
      error: l'acte 5 ne peut pas être annulé : l'acte 8 en dépend
      Pour l'annuler, commencez par : verbatim undo 8
      $ redo
      Rétabli : retrait de 1 codage · R003/q1 · lien perdu · codeur : claire
      $ undo 6
      error: l'acte 6 ne peut pas être annulé : l'acte 8 en dépend
      Pour l'annuler, commencez par : verbatim undo 8
      $ code non-recours R003/q1 --coder claire
      R003/q1 · non-recours · claire · 0-669 codé « En salle d’attente de PMI, la plupart des parents ont…
      $ redo
      error: rien à rétablir
      $ redo 9
      error: l'acte 9 n'est pas annulé
      $ redo 9
      error: l'acte 9 n'est pas annulé
      $ redo 6
      error: l'acte 6 n'est pas annulé
      $ redo 6 --lang en
      error: act 6 is not undone
      $ undo 99
      error: l'historique n'a pas d'acte 99
      La liste : verbatim history
      $ undo 10
      error: l'acte 10 ne peut être ni annulé ni rétabli
      C'est une annulation, un rétablissement, ou un acte dont il ne reste que la mention.
      $ redo 1
      error: l'acte 1 n'est pas annulé
      """#)
    #expect(try study.show("check").hasPrefix("Projet intact"))
  }

  @Test("The history as data has every change and no answer's text")
  func export() throws {
    let study = try study()
    let lines = try study.show("history", "export").split(separator: "\n").map(String.init)
    expectScreen(
      lines.filter { $0.contains(#""act":5,"#) || $0.contains(#""act":9,"#) }.joined(separator: "\n") + "\n",
      #"""
      {"is":"act","act":5,"date":"2026-01-01T00:00:00Z","coder":"claire","kind":"code","state":"done","details":{"answer":"R003/q1","code":"perte de lien","end":"20","start":"0"}}
      {"is":"change","act":5,"change":1,"subject":"coder","operation":"insert","after":{"name":"claire"}}
      {"is":"change","act":5,"change":2,"subject":"coding","operation":"insert","after":{"respondent":"R003","question":"q1","code":"perte-de-lien","coder":"claire","start":0,"end":20,"origin":"hand","date":"2026-01-01T00:00:00Z","rule":null}}
      {"is":"change","act":5,"change":3,"subject":"seen","operation":"insert","after":{"respondent":"R003","question":"q1","coder":"claire","date":"2026-01-01T00:00:00Z"}}
      {"is":"act","act":9,"date":"2026-01-01T00:00:00Z","coder":"claire","kind":"uncode","state":"done","details":{"answer":"R003/q1","code":"lien perdu","codings":"1"}}
      {"is":"change","act":9,"change":1,"subject":"coding","operation":"delete","before":{"respondent":"R003","question":"q1","code":"perte-de-lien","coder":"claire","start":0,"end":30,"origin":"hand","date":"2026-01-01T00:00:00Z","rule":null}}
      """#)
    expectScreen(
      try study.show("history", "export", "h.csv"),
      #"""
      Écrit : h.csv
      """#)
    #expect(
      try study.folder.read("h.csv").hasPrefix("act,date,coder,kind,state,details,change,subject,operation"))
    #expect(lines.count > 900 && !lines.contains { $0.contains("Franchement je gagne") })
    let bad = try study.run(["history", "export", "h.xlsx"])
    #expect(bad.code == 64 && bad.stderr.contains(".jsonl, .csv ou .tsv"))
    expectScreen(
      try study.show("export", "--as", "project", "e.jsonl"),
      #"""
      Écrit : e.jsonl (1 039 lignes)
      """#)
    #expect(try study.folder.read("e.jsonl") == study.show("export", "--as", "project"))
    for arguments in [["--coder", "anna"], ["--where", "lien"]] {
      #expect(try study.run(["export", "--as", "project"] + arguments).code == 64)
    }
    #expect(try study.run(["export", "--as", "project", "e.csv"]).code == 64)
  }
}

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
         6  2026-01-01 00:00:00  anna    code fusionné : autonomie dans lien perdu · 17 codages
         5  2026-01-01 00:00:00  anna    code renommé : perte de lien → lien perdu
         4  2026-01-01 00:00:00          import de codages-bastien.csv : 212 codages
         3  2026-01-01 00:00:00          import de codages-anna.csv : 259 codages
         2  2026-01-01 00:00:00          livre de codes numerique.yaml : 25 ajouté(s), 0 modifié(s)
         1  2026-01-01 00:00:00          import de reponses.csv : 377 réponses, 132 répondants
      """#)
    expectScreen(
      try study.show(
        "history", "--code", "lien perdu", "--coder", "claire", "--format", "table", "--lang", "en"),
      #"""
      ?code
      """#)
    expectScreen(
      try study.show(
        "history", "--answer", "R003/q1", "--kind", "code", "--since", "2026-01-01", "--format", "jsonl"),
      #"""
      ?answer
      """#)
    expectScreen(
      try study.show("history", "--until", "2025-12-31", "--format", "table"),
      #"""
      Aucun acte.
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
      error: l'acte 5 ne peut pas être annulé : l'acte 6 en dépend
      Pour l'annuler, commencez par : verbatim undo 6
      $ undo 5 --lang en
      error: act 5 cannot be undone: act 6 depends on it
      To undo it, start with: verbatim undo 6
      $ undo 8
      error: l'historique n'a pas d'acte 8
      La liste : verbatim history
      $ undo 9
      error: l'historique n'a pas d'acte 9
      La liste : verbatim history
      $ undo 9
      error: l'historique n'a pas d'acte 9
      La liste : verbatim history
      $ undo 5
      error: l'acte 5 ne peut pas être annulé : l'acte 6 en dépend
      Pour l'annuler, commencez par : verbatim undo 6
      $ redo
      error: rien à rétablir
      $ undo 6
      Annulé : code fusionné : autonomie dans lien perdu · 17 codages · codeur : anna
      $ code non-recours R003/q1 --coder claire
      R003/q1 · non-recours · claire · 0-10 codé « Je débute. »
      $ redo
      error: rien à rétablir
      $ redo 9
      error: l'historique n'a pas d'acte 9
      La liste : verbatim history
      $ redo 9
      error: l'historique n'a pas d'acte 9
      La liste : verbatim history
      $ redo 6
      Rétabli : code fusionné : autonomie dans lien perdu · 17 codages · codeur : anna
      $ redo 6 --lang en
      error: act 6 is not undone
      $ undo 99
      error: l'historique n'a pas d'acte 99
      La liste : verbatim history
      $ undo 10
      error: l'historique n'a pas d'acte 10
      La liste : verbatim history
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
      {"is":"act","act":5,"date":"2026-01-01T00:00:00Z","coder":"anna","kind":"codebook","state":"done","details":{"code":"perte de lien","did":"rename","key":"perte-de-lien","to":"lien perdu"}}
      {"is":"change","act":5,"change":1,"subject":"code","operation":"update","before":{"key":"perte-de-lien","parent":"relation-d-aide","position":1024,"name":"perte de lien","colour":"#0d95da","definition":"La relation s’appauvrit ou disparaît : on se voit moins, on se regarde moins, on ne se parle plus qu’à travers un écran ou une plateforme.","inclusion":"Visites, accueils et paroles informelles qui se perdent, regard pris par l’écran, voix enregistrée à la place de quelqu’un. Vaut pour les personnes, les familles, les partenaires et l’équipe.","exclusion":"Le doute sur le métier lui-même va à « perte de sens » ; la personne qu’on ne voit plus parce qu’elle a renoncé à ses droits, à « non-recours ». Attention à « lien » pris au sens de connexion ou d’adresse web.","examples":3,"rule":"\"perte de lien\" OR (perdre NEAR/4 lien) OR \"moins de visites\" OR (regarder NEAR/4 (écran OR tablettes OR roue)) OR \"se regarde même plus\" OR \"se parle plus\" OR \"nous parle plus\" OR (lire NEAR/2 \"son écran\") OR (guichet NEAR/3 remplacer) OR (borne NEAR/4 faire) OR (humain NEAR/3 (moins OR perte)) OR \"voit plus\" OR \"raconte plus\" OR \"rencontré physiquement\" OR (accueil NEAR/3 moins) OR déshumanis* OR (seuls NEAR/3 \"chez nous\")","memo_length":177},"after":{"key":"perte-de-lien","parent":"relation-d-aide","position":1024,"name":"lien perdu","colour":"#0d95da","definition":"La relation s’appauvrit ou disparaît : on se voit moins, on se regarde moins, on ne se parle plus qu’à travers un écran ou une plateforme.","inclusion":"Visites, accueils et paroles informelles qui se perdent, regard pris par l’écran, voix enregistrée à la place de quelqu’un. Vaut pour les personnes, les familles, les partenaires et l’équipe.","exclusion":"Le doute sur le métier lui-même va à « perte de sens » ; la personne qu’on ne voit plus parce qu’elle a renoncé à ses droits, à « non-recours ». Attention à « lien » pris au sens de connexion ou d’adresse web.","examples":3,"rule":"\"perte de lien\" OR (perdre NEAR/4 lien) OR \"moins de visites\" OR (regarder NEAR/4 (écran OR tablettes OR roue)) OR \"se regarde même plus\" OR \"se parle plus\" OR \"nous parle plus\" OR (lire NEAR/2 \"son écran\") OR (guichet NEAR/3 remplacer) OR (borne NEAR/4 faire) OR (humain NEAR/3 (moins OR perte)) OR \"voit plus\" OR \"raconte plus\" OR \"rencontré physiquement\" OR (accueil NEAR/3 moins) OR déshumanis* OR (seuls NEAR/3 \"chez nous\")","memo_length":177}}
      """#)
    expectScreen(
      try study.show("history", "export", "h.csv"),
      #"""
      Écrit : h.csv
      """#)
    #expect(
      try study.folder.read("h.csv").hasPrefix("act,date,coder,kind,state,details,change,subject,operation"))
    #expect(lines.count > 2000 && !lines.contains { $0.contains("Franchement je gagne") })
    let bad = try study.run(["history", "export", "h.xlsx"])
    #expect(bad.code == 64 && bad.stderr.contains(".jsonl, .csv ou .tsv"))
    expectScreen(
      try study.show("export", "--as", "project", "e.jsonl"),
      #"""
      Écrit : e.jsonl (1 037 lignes)
      """#)
    #expect(try study.folder.read("e.jsonl") == study.show("export", "--as", "project"))
    for arguments in [["--coder", "anna"], ["--where", "lien"]] {
      #expect(try study.run(["export", "--as", "project"] + arguments).code == 64)
    }
    #expect(try study.run(["export", "--as", "project", "e.csv"]).code == 64)
  }
}

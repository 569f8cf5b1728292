import Testing

@Suite("The sample study: coding") struct CodingScreenTests {
  @Test("Coding by hand: an answer, a quote, a range; seen, undone, done again, taken away")
  func hand() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("code", "autonomie", "R100/q2"),
      #"""
      R100/q2 · autonomie · test · 0-91 codé « Je suis plus en 1ère ligne mais je remplace quand il manqu…
      Vous codez au nom de « test », l'utilisateur du système ; pour un autre nom : verbatim coders use NOM
      """#)
    expectScreen(
      try study.show("code", "autonomie", "R100/q2"),
      #"""
      R100/q2 · autonomie · test · 0-91 déjà codé « Je suis plus en 1ère ligne mais je remplace quand il …
      """#)
    expectScreen(
      try study.show(
        "code", "perte de lien", "R003/q1", "--quote", "Les plus fragiles, eux, n'ont pas réservé", "--coder",
        "claire",
        "--memo", "À relire ensemble."),
      #"""
      R003/q1 · perte de lien · claire · 564-605 codé « Les plus fragiles, eux, n’ont pas réservé »
      """#)
    expectScreen(
      try study.show("code", "inquiétude", "R003/q3", "--range", "0-22", "--lang", "en"),
      #"""
      R003/q3 · inquiétude · test · 0-22 coded 'Notre présence informe'
      """#)
    expectScreen(
      try study.show("codings", "--answer", "R003/q1", "--coder", "claire", "--format", "table"),
      #"""
        réponse  code           codeur  passage  texte
        R003/q1  perte de lien  claire  564-605  Les plus fragiles, eux, n’ont pas réservé
      1 codage
      """#)
    expectScreen(
      try study.show("codings", "--origin", "hand", "--format", "csv"),
      #"""
      respondent,question,code,start,end,segment,coder,origin,date,memo
      R003,q1,perte de lien,564,605,"Les plus fragiles, eux, n’ont pas réservé",claire,hand,2026-01-01T00:00:00Z,À relire ensemble.
      R003,q3,inquiétude,0,22,Notre présence informe,test,hand,2026-01-01T00:00:00Z,
      R100,q2,autonomie,0,91,"Je suis plus en 1ère ligne mais je remplace quand il manque du monde, donc un jour sur deux",test,hand,2026-01-01T00:00:00Z,
      """#)
    expectScreen(
      try study.show("undo"),
      #"""
      Annulé : codage de R003/q3 0-22 · inquiétude · codeur : test
      """#)
    expectScreen(
      try study.show("undo", "--lang", "en"),
      #"""
      Undone: coding of R003/q1 564-605 · perte de lien · coder: claire
      """#)
    expectScreen(
      try study.show("redo"),
      #"""
      Rétabli : codage de R003/q1 564-605 · perte de lien · codeur : claire
      """#)
    expectScreen(
      try study.show("uncode", "perte de lien", "R003/q1", "--coder", "claire"),
      #"""
      R003/q1 · perte de lien · claire · 564-605 retiré « Les plus fragiles, eux, n’ont pas réservé »
      """#)
    expectScreen(
      try study.show("history", "--format", "table"),
      #"""
        n°  date (UTC)           codeur  acte
        11  2026-01-01 00:00:00  claire  retrait de 1 codage · R003/q1 · perte de lien
        10  2026-01-01 00:00:00  test    rétablissement de l'acte 6
         9  2026-01-01 00:00:00  test    annulation de l'acte 6
         8  2026-01-01 00:00:00  test    annulation de l'acte 7
         7  2026-01-01 00:00:00  test    codage de R003/q3 0-22 · inquiétude                        annulé
         6  2026-01-01 00:00:00  claire  codage de R003/q1 564-605 · perte de lien
         5  2026-01-01 00:00:00  test    codage de R100/q2 0-91 · autonomie
         4  2026-01-01 00:00:00          import de codages-bastien.csv : 212 codages
         3  2026-01-01 00:00:00          import de codages-anna.csv : 259 codages
         2  2026-01-01 00:00:00          livre de codes numerique.yaml : 25 ajouté(s), 0 modifié(…
         1  2026-01-01 00:00:00          import de reponses.csv : 377 réponses, 132 répondants
      """#)
    expectScreen(
      try study.show("history", "--limit", "4", "--format", "table", "--lang", "en"),
      #"""
        no.  date (UTC)           coder   act
         11  2026-01-01 00:00:00  claire  removal of 1 coding · R003/q1 · perte de lien
         10  2026-01-01 00:00:00  test    redoing of act 6
          9  2026-01-01 00:00:00  test    undoing of act 6
          8  2026-01-01 00:00:00  test    undoing of act 7
      """#)
    expectScreen(
      try study.show("check"),
      #"""
      Projet intact : 377 réponses, 472 codages
      """#)
  }

  @Test("Everything can be undone, down to the empty project, and done again")
  func undoAll() throws {
    let study = try SampleStudy()
    let before = try study.show("info")
    var undone = 0
    while try study.run(["undo"]).code == 0 { undone += 1 }
    #expect(undone == 4)
    #expect(try study.run(["undo"]).stderr == "error: rien à annuler\n")
    expectScreen(
      try study.show("info"),
      #"""
      numerique.verbatim · 0 répondant · 0 réponse
        codage        0 code, 0 codage, 0 réponse sur 0 avec un codage
        index         à renouveler (ce sera fait automatiquement)
      """#)
    while try study.run(["redo"]).code == 0 { undone -= 1 }
    #expect(undone == 0)
    #expect(try study.show("info") == before)
    #expect(try study.show("check").hasPrefix("Projet intact"))
  }

  @Test("Rules: what they would code, what they code, and nothing the second time")
  func autocode() throws {
    let study = try SampleStudy()
    let before = try study.folder.bytes("numerique.verbatim")
    expectScreen(
      try study.show("autocode", "--dry-run", "perte de lien", "non-recours"),
      #"""
        code           réponses  ajoutés  retirés  gardés  aussi à la main
        perte de lien        13       13        –       –                7
        non-recours          12       14        –       –                7
        perte de lien
          + R008/q3  Aucune borne ne fait le premier quart d'heure.
        non-recours
          + R003/q2  Une fois sur trois, d’après la puéricultrice, personne n’y arrive.
      Rien n'a été codé (--dry-run) : 27 codages en plus, 0 en moins
      """#)
    #expect(try study.folder.bytes("numerique.verbatim") == before)
    expectScreen(
      try study.show("autocode"),
      #"""
        code                                  réponses  ajoutés  retirés  gardés  aussi à la main
        surcharge administrative                    24       26        –       –               10
        gain de temps                               14       14        –       –                6
        injonction à la réactivité                   9        9        –       –                4
        débordement sur la vie privée               13       14        –       –                5
        perte de lien                               13       13        –       –                7
        autonomie                                   20       20        –       –                5
        confidentialité                             27       31        –       –               11
        médiation numérique subie                   21       21        –       –               10
        non-recours                                 12       14        –       –                7
        orientation vers d'autres structures        15       16        –       –                7
        pannes et bugs                              18       20        –       –                9
        manque de ressources                        34       37        –       –               20
        manque de formation                         17       18        –       –                4
        propositions                                28       28        –       –               13
        intelligence artificielle                   27       31        –       –                8
      312 codages en plus, 0 en moins
      """#)
    let coded = try study.folder.bytes("numerique.verbatim")
    expectScreen(
      try study.show("autocode", "--lang", "en"),
      #"""
        code                                  answers  added  removed  kept  also by hand
        surcharge administrative                   24      –        –    26            10
        gain de temps                              14      –        –    14             6
        injonction à la réactivité                  9      –        –     9             4
        débordement sur la vie privée              13      –        –    14             5
        perte de lien                              13      –        –    13             7
        autonomie                                  20      –        –    20             5
        confidentialité                            27      –        –    31            11
        médiation numérique subie                  21      –        –    21            10
        non-recours                                12      –        –    14             7
        orientation vers d'autres structures       15      –        –    16             7
        pannes et bugs                             18      –        –    20             9
        manque de ressources                       34      –        –    37            20
        manque de formation                        17      –        –    18             4
        propositions                               28      –        –    28            13
        intelligence artificielle                  27      –        –    31             8
      0 codings more, 0 fewer
      """#)
    #expect(try study.folder.bytes("numerique.verbatim") == coded)
    expectScreen(
      try study.show("autocode", "perte de lien", "--unit", "hit", "--samples", "2", "--format", "table"),
      #"""
        code           réponses  ajoutés  retirés  gardés  aussi à la main
        perte de lien        13       15       13       –                7
        perte de lien
          + R008/q3  borne ne fait
          + R014/q3  SEULS CHEZ NOUS
          − R008/q3  Aucune borne ne fait le premier quart d'heure.
          − R014/q3  ON EST SEULS CHEZ NOUS AVEC LES ENFANTS ET UN MOT DE PASSE
      15 codages en plus, 13 en moins
      """#)
    expectScreen(
      try study.show("coders", "--format", "table"),
      #"""
        codeur    codages  réponses  main  règle  import
        anna          259       116     –      –     259
        bastien       212       114     –      –     212
        autocode      314       206     –    314       –
      """#)
  }
}

import Testing

@Suite("The sample study: coding") struct CodingScreenTests {
  @Test("The tree of codes, one code, and what is odd")
  func codebook() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("codebook", "show", "--format", "table"),
      #"""
        code                                    codages  réponses  règle
        conditions de travail                         1         1
          surcharge administrative                   29        18  ✓
          gain de temps                              15         9  ✓
          injonction à la réactivité                 16         9  ✓
          débordement sur la vie privée              14         7  ✓
        relation d'aide                               1         1
          perte de lien                              29        17  ✓
          lien maintenu à distance                   13         8
          autonomie                                  17        10  ✓
          confidentialité                            25        14  ✓
        accès aux droits                              –         –
          médiation numérique subie                  42        24  ✓
          non-recours                                16         8  ✓
          exclusion numérique                        21        14
          orientation vers d'autres structures       15         9  ✓
          pannes et bugs                             20        12  ✓
        moyens                                        –         –
          manque de ressources                       55        34  ✓
          manque de formation                         7         5  ✓
          équipement                                 34        20
        avenir                                        –         –
          perte de sens                              24        18
          inquiétude                                 32        21
          propositions                               30        16  ✓
          intelligence artificielle                  15         9  ✓
      """#)
    expectScreen(
      try study.show("codebook", "--coder", "anna", "--format", "table", "--lang", "en"),
      #"""
        code                                    codings  answers  rule
        conditions de travail                         1        1
          surcharge administrative                   12       12  ✓
          gain de temps                               7        7  ✓
          injonction à la réactivité                  9        8  ✓
          débordement sur la vie privée               7        6  ✓
        relation d'aide                               –        –
          perte de lien                              16       15  ✓
          lien maintenu à distance                    8        8
          autonomie                                   9        9  ✓
          confidentialité                            16       13  ✓
        accès aux droits                              –        –
          médiation numérique subie                  27       24  ✓
          non-recours                                 9        7  ✓
          exclusion numérique                        12       12
          orientation vers d'autres structures        8        8  ✓
          pannes et bugs                             11       11  ✓
        moyens                                        –        –
          manque de ressources                       29       29  ✓
          manque de formation                         4        4  ✓
          équipement                                 19       17
        avenir                                        –        –
          perte de sens                              16       16
          inquiétude                                 12       12
          propositions                               19       15  ✓
          intelligence artificielle                   8        8  ✓
      """#)
    expectScreen(
      try study.show("codebook", "show", "perte de lien", "--format", "table"),
      #"""
      perte de lien  (perte-de-lien)
        29 codages, 17 réponses
        définition  La relation s’appauvrit ou disparaît : on se voit moins, on se regarde moins, on ne se
                    parle plus qu’à travers un écran ou une plateforme.
        inclure     Visites, accueils et paroles informelles qui se perdent, regard pris par l’écran, voix
                    enregistrée à la place de quelqu’un. Vaut pour les personnes, les familles, les
                    partenaires et l’équipe.
        exclure     Le doute sur le métier lui-même va à « perte de sens » ; la personne qu’on ne voit
                    plus parce qu’elle a renoncé à ses droits, à « non-recours ». Attention à « lien »
                    pris au sens de connexion ou d’adresse web.
        exemples    on se regarde même plus, on regarde la petite roue qui tourne
                    j’ai quelqu’un et un écran, et c’est l’écran qui décide de l’ordre des questions
                    On n’a plus le temps d’être avec les gens.
        règle       "perte de lien" OR (perdre NEAR/4 lien) OR "moins de visites" OR (regarder NEAR/4
                    (écran OR tablettes OR roue)) OR "se regarde même plus" OR "se parle plus" OR "nous
                    parle plus" OR (lire NEAR/2 "son écran") OR (guichet NEAR/3 remplacer) OR (borne
                    NEAR/4 faire) OR (humain NEAR/3 (moins OR perte)) OR "voit plus" OR "raconte plus" OR
                    "rencontré physiquement" OR (accueil NEAR/3 moins) OR déshumanis* OR (seuls NEAR/3
                    "chez nous")
        mémo        Étendu à l’équipe après lecture de « ON EST SEULS CHEZ NOUS AVEC LES ENFANTS ET UN MOT
                    DE PASSE ». À scinder si les réponses sur l’isolement professionnel deviennent
                    nombreuses.
      """#)
    expectScreen(
      try study.show("codebook", "check"),
      #"""
      Rien à signaler : 25 codes
      """#)
  }

  @Test("A codebook written and read again is the same")
  func codebookRoundTrip() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("codebook", "export", "codes.csv"),
      #"""
      Livre de codes écrit : codes.csv
      """#)
    expectScreen(
      try study.show("codebook", "import", "codes.csv"),
      #"""
      Livre de codes : 0 code ajouté, 25 inchangé(s)
      """#)
    let yaml = try study.show("codebook", "export")
    try study.folder.write(yaml, to: "codes.yaml")
    expectScreen(
      try study.show("codebook", "import", "codes.yaml"),
      #"""
      Livre de codes : 0 code ajouté, 25 inchangé(s)
      """#)
    #expect(try study.show("codebook", "export") == yaml)
  }

  @Test("Coding by hand: an answer, a quote, a range; seen, undone, done again, taken away")
  func hand() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("code", "autonomie", "R100/q2"),
      #"""
      R100/q2 · autonomie · test · 0-91 codé « Je suis plus en 1ère ligne mais je remplace quand il manqu…
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
      Annulé : codage de R003/q3 0-22 · inquiétude
      """#)
    expectScreen(
      try study.show("undo", "--lang", "en"),
      #"""
      Undone: coding of R003/q1 564-605 · perte de lien
      """#)
    expectScreen(
      try study.show("redo"),
      #"""
      Rétabli : codage de R003/q1 564-605 · perte de lien
      """#)
    expectScreen(
      try study.show("uncode", "perte de lien", "R003/q1", "--coder", "claire"),
      #"""
      R003/q1 · perte de lien · claire · 564-605 retiré « Les plus fragiles, eux, n’ont pas réservé »
      """#)
    expectScreen(
      try study.show("history", "--format", "table"),
      #"""
        n°  date                 codeur  acte
        11  2026-01-01 00:00:00  claire  retrait de 1 codage · R003/q1 · perte de lien
        10  2026-01-01 00:00:00          rétablissement de l'acte 6
         9  2026-01-01 00:00:00          annulation de l'acte 6
         8  2026-01-01 00:00:00          annulation de l'acte 7
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
        no.  date                 coder   act
         11  2026-01-01 00:00:00  claire  removal of 1 coding · R003/q1 · perte de lien
         10  2026-01-01 00:00:00          redoing of act 6
          9  2026-01-01 00:00:00          undoing of act 6
          8  2026-01-01 00:00:00          undoing of act 7
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
    var undone: [String] = []
    while try study.run(["undo"]).code == 0 { undone.append("") }
    #expect(undone.count == 4)
    #expect(try study.run(["undo"]).stderr == "error: rien à annuler\n")
    expectScreen(
      try study.show("info"),
      #"""
      numerique.verbatim · 0 répondant · 0 réponse
        codage        0 code, 0 codage, 0 réponses codées sur 0
        index         à renouveler (cela se fera de soi-même)
      """#)
    while try study.run(["redo"]).code == 0 { undone.removeLast() }
    #expect(undone.isEmpty)
    let acts = "numerique.verbatim"
    #expect(try study.show("info") == before)
    #expect(try study.show("check", "-p", acts).hasPrefix("Projet intact"))
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
          R008/q3  Aucune borne ne fait le premier quart d'heure.
        non-recours
          R003/q2  Une fois sur trois, d’après la puéricultrice, personne n’y arrive.
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
        autonomie                                   21       21        –       –                5
        confidentialité                             27       31        –       –               11
        médiation numérique subie                   21       21        –       –               10
        non-recours                                 12       14        –       –                7
        orientation vers d'autres structures        15       16        –       –                7
        pannes et bugs                              18       20        –       –                9
        manque de ressources                        33       36        –       –               20
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
        autonomie                                  21      –        –    21             5
        confidentialité                            27      –        –    31            11
        médiation numérique subie                  21      –        –    21            10
        non-recours                                12      –        –    14             7
        orientation vers d'autres structures       15      –        –    16             7
        pannes et bugs                             18      –        –    20             9
        manque de ressources                       33      –        –    36            20
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
          R008/q3  borne ne fait
          R014/q3  SEULS CHEZ NOUS
      15 codages en plus, 13 en moins
      """#)
    expectScreen(
      try study.show("coders", "--format", "table"),
      #"""
        codeur    codages  réponses  main  règle  import
        anna          259       116     –      –     259
        bastien       212       114     –      –     212
        autocode      314       207     –    314       –
      """#)
  }

  @Test("Coders and who codes")
  func coders() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("coders", "add", "Chloé"),
      #"""
      Codeur ajouté : Chloé
      """#)
    expectScreen(
      try study.show("coders", "add", "Chloé", "--lang", "en"),
      #"""
      There already: Chloé
      """#)
    expectScreen(
      try study.show("coders", "use", "Chloé"),
      #"""
      Qui code : Chloé
      """#)
    expectScreen(
      try study.show("code", "autonomie", "R100/q2"),
      #"""
      R100/q2 · autonomie · Chloé · 0-91 codé « Je suis plus en 1ère ligne mais je remplace quand il manq…
      """#)
    expectScreen(
      try study.show("code", "autonomie", "R101/q1", environment: ["VERBATIM_CODER": "dora"]),
      #"""
      R101/q1 · autonomie · dora · 0-205 codé « C’est mon premier emploi dans ce secteur, je trouve l’app…
      """#)
    expectScreen(
      try study.show("coders", "list", "--format", "table"),
      #"""
        codeur   codages  réponses  main  règle  import
        anna         259       116     –      –     259
        bastien      212       114     –      –     212
        Chloé          1         1     1      –       –  code
        dora           1         1     1      –       –
      """#)
    expectScreen(
      try study.show("coders", "--format", "csv"),
      #"""
      coder,codings,answers,hand,rule,import,current
      anna,259,116,0,0,259,0
      bastien,212,114,0,0,212,0
      Chloé,1,1,1,0,0,1
      dora,1,1,1,0,0,0
      """#)
  }

  @Test("Memos on what there is")
  func memos() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("memo", "add", "Revoir le codage de cette réponse.", "--answer", "R010/q1"),
      #"""
      Mémo écrit.
      """#)
    _ = try study.show("memo", "add", "Trop large ?", "--code", "perte de lien")
    _ = try study.show("memo", "add", "Enquête close le 12 mars.", "--lang", "en")
    expectScreen(
      try study.show("memo", "--format", "table"),
      #"""
        n°  sur                                             codeur   mémo
         1  R003/q1 · lien maintenu à distance              anna     Lien familial à distance, et non lie…
         2  R005/q2 · médiation numérique subie             anna     Refus explicite : codé malgré tout, …
         3  R011/q1 · intelligence artificielle             anna     Décision automatisée, même sans le m…
         4  R014/q3 · perte de lien                         anna     Solitude professionnelle plus que li…
         5  R018/q1 · conditions de travail                 anna     Aucun code enfant ne convient au poi…
         6  R023/q1 · orientation vers d'autres structures  anna     Orientation subie : le CCAS reçoit l…
         7  R025/q2 · médiation numérique subie             anna     C'est le métier du médiateur : « sub…
         8  R029/q1 · perte de sens                         anna     Formule forte : à citer dans le rapp…
         9  R034/q1 · perte de sens                         anna     Jeu de mots sur « courir après » : é…
        10  R036/q1 · pannes et bugs                        anna     « Lien » au sens de connexion ! Atte…
        11  R001/q3 · inquiétude                            bastien  Le gain de temps n'est pas nié : la …
        12  R002/q1 · perte de lien                         bastien  La durée d'entretien : cadence, ou r…
        13  R007/q2 · non-recours                           bastien  Renoncement provisoire, mais raconté…
        14  R012/q2 · relation d'aide                       bastien  Faire avec les familles : ni autonom…
        15  R016/q1 · surcharge administrative              bastien  Anna y verrait de la perte de sens ;…
        16  R019/q2 · exclusion numérique                   bastien  Les pièces sont là, c'est la langue …
        17  R024/q1 · perte de lien                         bastien  Le même récit porte les deux codes :…
        18  R033/q2 · autonomie                             bastien  Il reste à côté sans faire à la plac…
        19  R034/q3 · intelligence artificielle             bastien  Ironie : difficile de dire s'il s'in…
        20  R044/q2 · perte de lien                         bastien  C'est l'envers du code : le lien rev…
        21  R044/q3 · perte de sens                         bastien  Reconnaissance plus que sens : cas l…
        22  R010/q1                                         test     Revoir le codage de cette réponse.
        23  perte de lien                                   test     Trop large ?
        24  le projet                                       test     Enquête close le 12 mars.
      """#)
    expectScreen(
      try study.show("memo", "list", "--code", "perte de lien", "--format", "table", "--lang", "en"),
      #"""
        no.  on             coder  memo
         23  perte de lien  test   Trop large ?
      """#)
    expectScreen(
      try study.show("count", "memo:codage", "--format", "table"),
      #"""
      1 réponse · 1 répondant (0,8 %)
      """#)
    let number = try #require(
      try study.show("memo", "list", "--answer", "R010/q1", "--format", "tsv").split(separator: "\n").last?
        .split(separator: "\t").first)
    expectScreen(
      try study.show("memo", "remove", String(number)),
      #"""
      Mémo retiré.
      """#)
    expectScreen(
      try study.show("memo", "--answer", "R010/q1", "--format", "table"),
      #"""
      Aucun mémo.
      """#)
  }
}

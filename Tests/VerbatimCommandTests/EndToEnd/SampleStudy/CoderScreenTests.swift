import Testing

@Suite("The sample study: coders and memos") struct CoderScreenTests {
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
      1 réponse · 1 répondant sur 132 (0,8 % ; IC 95 % : 0,1 – 4,2)
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

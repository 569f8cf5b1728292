import Testing

@Suite("The sample study: rules and their versions") struct RuleScreenTests {
  @Test("A changed rule shows what it would add and take away, and each wording is kept")
  func versions() throws {
    let study = try SampleStudy()
    _ = try study.show("autocode", "gain de temps", "perte de lien")
    _ = try study.show("codebook", "set", "gain de temps", "--rule", "gagner OU dicter OU rapide")
    expectScreen(
      try study.show("autocode", "gain de temps", "--dry-run", "--show", "--format", "table"),
      #"""
        code           réponses  ajoutés  retirés  gardés  aussi à la main
        gain de temps         8        4       10       4                2
        gain de temps
          + R016/q2  Nous l’avons écrit ensemble, elle dictait, je tapais, je lui relisais chaque phrase,…
          + R050/q2  Lorsqu’il s’agit d’une curatelle, j’essaie de faire avec la personne, sur rendez-vou…
          + R117/q1  Je dicte au téléphone, il met des bêtises, j'ai peur que la cheffe pense que c'est m…
          + R130/q1  La coordination y a gagné, je ne le nie pas : une sortie se prépare en deux jours qu…
          − R021/q1  À part ça, le cahier de liaison numérique est plutôt bien, je peux lire ce que les c…
          − R022/q1  La dématérialisation des signalements internes a permis une réduction significative …
          − R036/q1  Deux ans plus tard, je reconnais que les ordonnances sont lisibles, que l'infirmière…
          − R039/q1  Agenda partagé, relances automatiques, compte rendu généré en deux clics : je récupè…
          − R057/q1  Soyons clairs : un planning qui me prenait deux jours en prend deux heures.
          − R058/q1  Gain de temps sur la réunion (visio avec l'ASE, le CMP et l'école en 45 min au lieu …
          − R078/q2  Mais les familles s’épargnent une journée de route, et plusieurs m’appellent désorma…
          − R089/q1  gain de temps, point
          − R114/q1  Les plannings et les consignes sont sur le téléphone, c'est plus clair qu'avant il f…
          − R124/q1  Au crédit, un gain réel sur les convocations et l’archivage (le courrier représentai…
      gain de temps : règle modifiée (version 2 ; la dernière appliquée : 1)
      Rien n'a été codé (--dry-run) : 4 codages en plus, 10 en moins
      """#)
    let segments = try study.show("autocode", "gain de temps", "--dry-run", "--show", "--format", "csv")
    #expect(segments.hasPrefix("code,change,respondent,question,start,end,segment\n"))
    #expect(segments.contains(",removed,R") && segments.contains(",added,R"))
    _ = try study.show("autocode", "gain de temps")
    expectScreen(
      try study.show("rules", "gain de temps", "perte de lien", "autonomie", "--format", "table"),
      #"""
        code           version  appliquée (UTC)   codages  règle
        gain de temps       1   2026-01-01 00:00        4  (gagner NEAR/4 (temps OR tps OR heure)) OR "ga…
        gain de temps       2*  2026-01-01 00:00        4  gagner OU dicter OU rapide
        perte de lien       1*  2026-01-01 00:00       13  "perte de lien" OR (perdre NEAR/4 lien) OR "mo…
        autonomie           –*  pas encore              –  (faire NEAR/8 (seul OR seule)) OR débrouiller …
      * : la règle d'aujourd'hui.
      """#)
    expectScreen(
      try study.show("rules", "list", "gain de temps", "--format", "jsonl"),
      #"""
      {"code":"gain de temps","version":1,"current":0,"first_applied":"2026-01-01T00:00:00Z","codings":4,"rule":"(gagner NEAR/4 (temps OR tps OR heure)) OR \"gain de temps\" OR \"gain réel\" OR (récupérer NEAR/4 (heures OR journée)) OR (épargner NEAR/8 (heures OR journée)) OR (réduction NEAR/4 délais) OR (prendre NEAR/4 \"deux heures\") OR (lire NEAR/8 veille) OR (\"on cherche\" NEAR/2 moins) OR \"plus clair\""}
      {"code":"gain de temps","version":2,"current":1,"first_applied":"2026-01-01T00:00:00Z","codings":4,"rule":"gagner OU dicter OU rapide"}
      """#)
    expectScreen(
      try study.show("autocode", "gain de temps", "--format", "jsonl"),
      #"""
      {"code":"gain de temps","answers":8,"added":0,"removed":0,"kept":8,"also_by_hand":2,"refused":0,"version":2,"last_version":2,"rule":"gagner OU dicter OU rapide"}
      """#)
  }

  @Test("A narrowed rule is applied once, as an act that can be undone, and is told no more then")
  func narrowed() throws {
    let study = try SampleStudy()
    _ = try study.show("autocode", "gain de temps")
    _ = try study.show("codebook", "set", "gain de temps", "--rule", "\"gain de temps\"")
    expectScreen(
      try study.show("autocode", "gain de temps")
        + study.show("autocode", "gain de temps")
        + study.show("rules", "gain de temps", "--format", "table")
        + study.show("history", "--limit", "2", "--format", "table")
        + study.show("undo", "--lang", "en")
        + study.show("rules", "gain de temps", "--format", "table"),
      #"""
        code           réponses  ajoutés  retirés  gardés  aussi à la main
        gain de temps         2        –       12       2                –
      gain de temps : règle modifiée (version 2 ; la dernière appliquée : 1)
      0 codage en plus, 12 en moins
        code           réponses  ajoutés  retirés  gardés  aussi à la main
        gain de temps         2        –        –       2                –
      0 codage en plus, 0 en moins
        code           version  appliquée (UTC)   codages  règle
        gain de temps       1   2026-01-01 00:00        2  (gagner NEAR/4 (temps OR tps OR heure)) OR "ga…
        gain de temps       2*  2026-01-01 00:00        –  "gain de temps"
      * : la règle d'aujourd'hui.
        n°  date (UTC)           codeur    acte
         7  2026-01-01 00:00:00  autocode  règle de gain de temps, version 2 : +0 −12
         6  2026-01-01 00:00:00  test      code modifié : gain de temps (règle)
      Undone: rule of gain de temps, version 2: +0 −12 · coder: autocode
        code           version  appliquée (UTC)   codages  règle
        gain de temps       1   2026-01-01 00:00       14  (gagner NEAR/4 (temps OR tps OR heure)) OR "ga…
        gain de temps       –*  pas encore              –  "gain de temps"
      * : la règle d'aujourd'hui.
      """#)
  }

  @Test("Precision and recall against a coder")
  func scores() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("rules", "score", "--coder", "anna", "--format", "table"),
      #"""
        code                          règle  codeur  les deux  précision   IC 95 %  rappel   IC 95 %    F1
        surcharge administrative         10      12         9       90 %   60 – 98    75 %   47 – 91  0,82
        gain de temps                     6       7         5       83 %   44 – 97    71 %   36 – 92  0,77
        injonction à la réactivité        4       8         4      100 %  51 – 100    50 %   22 – 78  0,67
        débordement sur la vie priv…      5       6         5      100 %  57 – 100    83 %   44 – 97  0,91
        perte de lien                     7      15         7      100 %  65 – 100    47 %   25 – 70  0,64
        autonomie                         6       9         5       83 %   44 – 97    56 %   27 – 81  0,67
        confidentialité                  11      13        11      100 %  74 – 100    85 %   58 – 96  0,92
        médiation numérique subie        10      24        10      100 %  72 – 100    42 %   24 – 61  0,59
        non-recours                       7       7         6       86 %   49 – 97    86 %   49 – 97  0,86
        orientation vers d'autres s…      7       8         6       86 %   49 – 97    75 %   41 – 93  0,80
        pannes et bugs                    9      11         9      100 %  70 – 100    82 %   52 – 95  0,90
        manque de ressources             20      29        20      100 %  84 – 100    69 %   51 – 83  0,82
        manque de formation               4       4         4      100 %  51 – 100   100 %  51 – 100  1,00
        propositions                     14      15        13       93 %   69 – 99    87 %   62 – 96  0,90
        intelligence artificielle         9       8         8       89 %   57 – 98   100 %  68 – 100  0,94
        Ensemble                        129     176       122       95 %              69 %            0,80
      Unité : réponse. Codeur : anna, sur les 116 réponses parcourues (de 377).
      """#)
    expectScreen(
      try study.show(
        "rules", "score", "gain de temps", "confidentialité", "--coder", "bastien", "--unit", "character",
        "--format",
        "table", "--lang", "en"),
      #"""
        code              rule  coder   both  precision  recall    F1
        gain de temps      895    960    803        90%     84%  0.87
        confidentialité  1,778  1,630  1,212        68%     74%  0.71
        All              2,673  2,590  2,015        75%     78%  0.77
      Unit: character. Coder: bastien, on the 114 answers gone through (of 377).
      """#)
    expectScreen(
      try study.show(
        "rules", "score", "gain de temps", "--coder", "anna", "--where", "question:q1", "--format", "jsonl"),
      #"""
      {"code":"gain de temps","unit":"answer","coder":"anna","n":41,"found":5,"wanted":7,"both":5,"precision":1,"precision_low":0.5655175352168251,"precision_high":1,"recall":0.7142857142857143,"recall_low":0.35893445183261935,"recall_high":0.9177810759959433,"f1":0.8333333333333334,"rule":"(gagner NEAR/4 (temps OR tps OR heure)) OR \"gain de temps\" OR \"gain réel\" OR (récupérer NEAR/4 (heures OR journée)) OR (épargner NEAR/8 (heures OR journée)) OR (réduction NEAR/4 délais) OR (prendre NEAR/4 \"deux heures\") OR (lire NEAR/8 veille) OR (\"on cherche\" NEAR/2 moins) OR \"plus clair\""}
      """#)
    let unsaid = try study.run(["rules", "score"])
    #expect(unsaid.code == 64 && unsaid.stderr.contains("anna, bastien"))
  }
}

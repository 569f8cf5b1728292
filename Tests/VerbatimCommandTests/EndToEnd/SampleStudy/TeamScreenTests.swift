import Foundation
import Testing

@Suite("The sample study: a team") struct TeamScreenTests {
  static let seen = Binary.package + "/Corpora/numerique/vues.csv"

  /// The sample study with what its coders read.
  private func study() throws -> SampleStudy {
    let study = try SampleStudy()
    _ = try study.show("import", Self.seen, "--as", "seen")
    return study
  }

  @Test("Giving answers to coders, and how far they have come")
  func assigning() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("coders", "progress", "--format", "table"),
      #"""
        codeur   données  faites    restent  vues  codées  vues sans code  codées, non vues
        anna           –       –          –     –     116               –               116
        bastien        –       –          –     –     114               –               114
      Codées, non vues : codages importés ; dire ce qui a été parcouru : verbatim import VUES.csv --as seen
      """#)
    expectScreen(
      try study.show("import", Self.seen, "--as", "seen"),
      #"""
      Importé : 256 réponses vues · codeur : anna, bastien
      """#)
    expectScreen(
      try study.show(
        "coders", "assign", "--coders", "anna,bastien", "--overlap", "20%", "--by", "territoire", "--where",
        "NON seen:anna", "--dry-run"),
      #"""
        codeur   réponses  seul  en commun  métropole  périurbain  rural  ville moyenne  sans réponse
        anna          150   100         50         48          28     36             30             8
        bastien       149    99         50         48          27     36             31             7
      249 réponses réparties, dont 50 en commun. Graine : 1. Rien n'a été donné (--dry-run).
      """#)
    expectScreen(
      try study.show(
        "coders", "assign", "--coders", "anna,bastien", "--overlap", "10", "--seed", "7", "--where",
        "question:q1",
        "--lang", "en"),
      #"""
        coder    answers  alone  shared
        anna          71     61      10
        bastien       71     61      10
      132 answers given, 10 of them shared. Seed: 7.
      """#)
    expectScreen(
      try study.show("coders", "assign", "--coders", "anna,bastien", "--where", "question:q1 OR question:q2"),
      #"""
        codeur   réponses  seul  en commun  déjà
        anna           62    62          –    71
        bastien        61    61          –    71
      123 réponses réparties, dont 0 en commun ; 132 réponses déjà données restent comme elles sont. Graine : 1.
      """#)
    expectScreen(
      try study.show("coders", "progress", "--format", "table"),
      #"""
        codeur   données  faites                   restent  vues  codées  vues sans code  codées, non vues
        anna         133      48  ███░░░░░░░ 36 %       85   128     116              12                 –
        bastien      132      40  ███░░░░░░░ 30 %       92   128     114              14                 –
      """#)
    expectScreen(
      try study.show("coders", "unassign", "--coders", "bastien", "--where", "question:q2"),
      #"""
      Reprises : 41 réponses ; 20 réponses déjà parcourues restent
      """#)
    expectScreen(
      try study.show("coders", "mark", "R100/q1", "R001/q1", "--coder", "anna"),
      #"""
      Parcourues : 1 réponse · anna (1 réponse déjà)
      """#)
    expectScreen(
      try study.show("coders", "mark", "R100/q1", "--coder", "anna", "--unseen", "--lang", "en"),
      #"""
      Not gone through: 1 answer · anna
      """#)
    expectScreen(
      try study.show(
        "coders", "seen", "--coder", "bastien", "--where",
        "groupe:Encadrement ET question:q3", "--format", "table"),
      #"""
        réponse  codeur   codages  date (UTC)
        R004/q3  bastien        2  2025-03-10
        R017/q3  bastien        3  2025-03-10
        R022/q3  bastien        2  2025-03-10
        R023/q3  bastien        2  2025-03-10
        R026/q3  bastien        2  2025-03-10
        R027/q3  bastien        3  2025-03-10
        R036/q3  bastien        2  2025-03-10
        R040/q3  bastien        2  2025-03-10
        R042/q3  bastien        2  2025-03-10
      """#)
    expectScreen(
      try study.show("coders", "progress", "--format", "jsonl"),
      #"""
      {"coder":"anna","assigned":133,"assigned_seen":48,"left":85,"seen":128,"coded":116,"seen_uncoded":12,"coded_unseen":0,"last":"2025-03-04"}
      {"coder":"bastien","assigned":91,"assigned_seen":40,"left":51,"seen":128,"coded":114,"seen_uncoded":14,"coded_unseen":0,"last":"2025-03-10"}
      """#)
    expectScreen(
      try study.show("export", "--as", "seen", "--coder", "anna", "--where", "question:q1 ET ancienneté>=30"),
      #"""
      respondent,question,coder,date
      R013,q1,anna,2025-03-04
      R027,q1,anna,2025-03-04
      R028,q1,anna,2025-03-04
      """#)
    expectScreen(
      try study.show("history", "--limit", "5", "--format", "table"),
      #"""
        n°  date (UTC)           codeur  acte
        10  2026-01-01 00:00:00  anna    1 réponse à revoir
         9  2026-01-01 00:00:00  anna    parcours de 1 réponse
         8  2026-01-01 00:00:00  test    reprise de 41 réponses à bastien
         7  2026-01-01 00:00:00  test    répartition de 123 réponses
         6  2026-01-01 00:00:00  test    répartition de 132 réponses
      """#)
  }

  @Test("Agreement of the two coders")
  func agreement() throws {
    let study = try study()
    expectScreen(
      try study.show("agreement", "--coders", "anna,bastien", "--format", "table"),
      #"""
      Accord : anna et bastien · unité : réponse · 128 réponses
        code                                  anna  bastien  accord  kappa  IC 95 %       alpha   AC1
        conditions de travail                    1        –  99,2 %  0,00*  0,00 – 0,00    0,00  0,99
        surcharge administrative                12       17  94,5 %   0,73  0,51 – 0,89    0,73  0,93
        gain de temps                            7        8  97,7 %   0,79  0,48 – 1,00    0,79  0,97
        injonction à la réactivité               8        7  97,7 %   0,79  0,48 – 1,00    0,79  0,97
        débordement sur la vie privée            6        6  98,4 %   0,83  0,48 – 1,00    0,83  0,98
        relation d'aide                          –        1  99,2 %  0,00*  0,00 – 0,00    0,00  0,99
        perte de lien                           15       13  95,3 %   0,76  0,55 – 0,93    0,76  0,94
        lien maintenu à distance                 8        5  97,7 %   0,76  0,43 – 1,00    0,76  0,97
        autonomie                                9        8  97,7 %   0,81  0,56 – 1,00    0,81  0,97
        confidentialité                         13        9  95,3 %   0,70  0,44 – 0,89    0,70  0,94
        médiation numérique subie               24       14  92,2 %   0,69  0,51 – 0,86    0,69  0,90
        non-recours                              7        7  98,4 %   0,85  0,49 – 1,00    0,85  0,98
        exclusion numérique                     12        9  94,5 %   0,64  0,34 – 0,87    0,64  0,94
        orientation vers d'autres structures     8        7  97,7 %   0,79  0,48 – 1,00    0,79  0,97
        pannes et bugs                          11        9  96,9 %   0,78  0,51 – 0,96    0,78  0,96
        manque de ressources                    29       26  89,8 %   0,70  0,52 – 0,85    0,70  0,85
        manque de formation                      4        3  97,7 %   0,56  −0,02 – 1,00   0,56  0,98
        équipement                              17       15  93,8 %   0,71  0,48 – 0,88    0,72  0,92
        perte de sens                           16        8  90,6 %   0,45  0,17 – 0,69    0,45  0,89
        inquiétude                              12       20  92,2 %   0,65  0,42 – 0,83    0,64  0,90
        propositions                            15       11  95,3 %   0,74  0,52 – 0,92    0,74  0,94
        intelligence artificielle                8        7  97,7 %   0,79  0,48 – 1,00    0,79  0,97
        tous réunis                            242      210  95,9 %   0,72  0,68 – 0,76    0,72  0,95
        moyenne des codes                                    95,9 %   0,66                 0,66  0,95
      * l'un des codeurs ne l'a donné nulle part (ou partout) : le kappa vaut alors 0 par construction.
      IC : 1 000 rééchantillonnages des réponses, graine 1. « Tous réunis » empile tous les jugements
      réponse × code.
      Réponses parcourues : anna 128, bastien 128.
      """#)
    expectScreen(
      try study.show(
        "agreement", "--coders", "anna,bastien", "--unit", "character", "--code", "perte de lien", "--code",
        "non-recours", "--measure", "percent", "--measure", "u-alpha", "--bootstrap", "200", "--seed", "5",
        "--format", "table", "--lang", "en"),
      #"""
      Agreement: anna and bastien · unit: character · 128 answers (32,064 characters)
        code            anna  bastien  agreement  95 % CI      u-alpha  95 % CI
        perte de lien    746    2,054      94.7%  92.2 – 97.4     0.37  0.27 – 0.46
        non-recours      404    1,142      96.9%  94.7 – 98.9     0.35  0.21 – 0.53
        all together   1,150    3,196      95.8%  94.7 – 97.3     0.36  0.28 – 0.45
        mean of codes                      95.8%                  0.36
      CI: 200 resamples of answers, seed 5. 'All together' stacks all judgements answer × code.
      Answers gone through: anna 128, bastien 128.
      """#)
    expectScreen(
      try study.show(
        "agreement", "--coders", "anna,bastien", "--code", "relation d'aide", "--bootstrap", "0", "--format",
        "json"),
      #"""
      [
        {"level":"code","code":"relation d'aide","coders":"anna,bastien","unit":"answer","answers":128,"units":128,"n_anna":0,"n_bastien":1,"percent":0.9921875,"percent_low":null,"percent_high":null,"cohen_kappa":0,"cohen_kappa_low":null,"cohen_kappa_high":null,"brennan_prediger":0.984375,"brennan_prediger_low":null,"brennan_prediger_high":null,"gwet_ac1":0.9921262264325039,"gwet_ac1_low":null,"gwet_ac1_high":null,"fleiss_kappa":-0.00392156862745098,"fleiss_kappa_low":null,"fleiss_kappa_high":null,"krippendorff_alpha":0,"krippendorff_alpha_low":null,"krippendorff_alpha_high":null,"codes":null,"undefined":null,"constant_coders":"anna","base":"seen","replicates":0,"seed":1},
        {"level":"pooled","code":null,"coders":"anna,bastien","unit":"answer","answers":128,"units":128,"n_anna":0,"n_bastien":1,"percent":0.9921875,"percent_low":null,"percent_high":null,"cohen_kappa":0,"cohen_kappa_low":null,"cohen_kappa_high":null,"brennan_prediger":0.984375,"brennan_prediger_low":null,"brennan_prediger_high":null,"gwet_ac1":0.9921262264325039,"gwet_ac1_low":null,"gwet_ac1_high":null,"fleiss_kappa":-0.00392156862745098,"fleiss_kappa_low":null,"fleiss_kappa_high":null,"krippendorff_alpha":0,"krippendorff_alpha_low":null,"krippendorff_alpha_high":null,"codes":null,"undefined":null,"constant_coders":"anna","base":"seen","replicates":0,"seed":1},
        {"level":"mean","code":null,"coders":"anna,bastien","unit":"answer","answers":128,"units":128,"n_anna":null,"n_bastien":null,"percent":0.9921875,"percent_low":null,"percent_high":null,"cohen_kappa":0,"cohen_kappa_low":null,"cohen_kappa_high":null,"brennan_prediger":0.984375,"brennan_prediger_low":null,"brennan_prediger_high":null,"gwet_ac1":0.9921262264325039,"gwet_ac1_low":null,"gwet_ac1_high":null,"fleiss_kappa":-0.00392156862745098,"fleiss_kappa_low":null,"fleiss_kappa_high":null,"krippendorff_alpha":0,"krippendorff_alpha_low":null,"krippendorff_alpha_high":null,"codes":1,"undefined":null,"constant_coders":null,"base":"seen","replicates":0,"seed":1}
      ]
      """#)
    _ = try study.show("coders", "add", "claire")
    expectScreen(
      try study.show(
        "agreement", "--coders", "anna,bastien,claire", "--code", "perte de sens", "--all-answers",
        "--question",
        "q3", "--bootstrap", "0", "--format", "table"),
      #"""
      Accord : anna, bastien, claire · unité : réponse · 122 réponses
        code           anna  bastien  claire  accord  alpha  kappa de Fleiss   AC1
        perte de sens     9        5       –  95,1 %   0,33             0,33  0,95
        paire             réponses  accord  alpha  kappa de Fleiss   AC1  kappa
        anna – bastien         122  96,7 %   0,70             0,70  0,96   0,70
        anna – claire          122  92,6 %  −0,03            −0,04  0,92   0,00
        bastien – claire       122  95,9 %  −0,02            −0,02  0,96   0,00
      Toutes les réponses comptent comme parcourues par tous (--all-answers).
      """#)
  }

  @Test("Without what was read, only coded answers count, and that is said")
  func codingsAlone() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "agreement", "--coders", "anna,bastien", "--code", "non-recours", "--bootstrap", "0", "--format",
        "table"),
      #"""
      Accord : anna et bastien · unité : réponse · 114 réponses
        code         anna  bastien  accord  kappa  alpha   AC1
        non-recours     7        7  98,2 %   0,85   0,85  0,98
      Réponses parcourues : anna 116, bastien 114. Pour anna, bastien, seules comptent les réponses
      codées, rien ne disant ce qui a été lu et laissé sans code (import --as seen, coders mark).
      """#)
  }

  @Test("Disagreements, settled one by one and at once")
  func settling() throws {
    let study = try study()
    expectScreen(
      try study.show(
        "disagreements", "--coders", "anna,bastien", "--code", "perte de sens", "--where", "groupe:Insertion",
        "--format", "table"),
      #"""
      R011/q1 · perte de sens
        anna     –  à cet endroit : intelligence artificielle
        bastien  0-158  « Le logiciel fixe les rendez-vous, édite les convocations et déclenche tout seul…
      R035/q1 · perte de sens
        anna     –
        bastien  54-115  « je suis donc celle qui se tient debout entre les deux bornes. »
      2 désaccords sur 36 réponses parcourues par deux au moins
      Réponses parcourues : anna 36, bastien 36.
      Pour en régler un : verbatim settle RÉPONSE CODE --as CODEUR|none --memo "…"
      """#)
    expectScreen(
      try study.show(
        "settle", "R034/q1", "perte de sens", "--as", "anna", "--memo", "Le sens se perd dans le matériel.",
        "--coder", "claire"),
      #"""
      R034/q1 · perte de sens · consensus · 0-62 réglé « Je courais après les gamins, je cours maintenant…
      """#)
    expectScreen(
      try study.show("settle", "R040/q3", "perte de sens", "--as", "none", "--lang", "en"),
      #"""
      R040/q3 · perte de sens · consensus · settled: code not given
      """#)
    expectScreen(
      try study.show("settle", "R040/q3", "perte de sens", "--as", "none"),
      #"""
      R040/q3 · perte de sens · consensus · déjà réglé ainsi : code non donné
      """#)
    expectScreen(
      try study.show(
        "settle", "R035/q1", "perte de sens", "--quote", "je suis donc celle qui se tient debout"),
      #"""
      R035/q1 · perte de sens · consensus · 54-92 réglé « je suis donc celle qui se tient debout »
      """#)
    expectScreen(
      try study.show("settle", "--agreed", "--coders", "anna,bastien", "--dry-run", "--lang", "en"),
      #"""
      Taken over by 'consensus': 185 codings (2 codings there already); 50 answers without disagreement — nothing was written (--dry-run)
      Left to settle: 113 disagreements; to see them: verbatim disagreements --coders anna,bastien
      """#)
    expectScreen(
      try study.show("settle", "--agreed", "--coders", "anna,bastien"),
      #"""
      Repris au nom de « consensus » : 185 codages (2 codages déjà là) ; 50 réponses sans désaccord
      Reste à régler : 113 désaccords ; pour les voir : verbatim disagreements --coders anna,bastien
      """#)
    expectScreen(
      try study.show(
        "disagreements", "--coders", "anna,bastien", "--code", "perte de sens", "--settled", "--limit", "5",
        "--format", "table", "--lang", "en"),
      #"""
      R003/q1 · perte de sens
        anna     621-668  'aucune colonne du tableau ne compte les absents'
        bastien  –  in that place: exclusion numérique
      R003/q3 · perte de sens
        anna     120-175  'Ce qui ne se saisit pas finira par ne plus être financé'
        bastien  –  in that place: inquiétude
      R011/q1 · perte de sens
        anna     –  in that place: intelligence artificielle
        bastien  0-158  'Le logiciel fixe les rendez-vous, édite les convocations et déclenche tout seul …
      R016/q1 · perte de sens
        anna     144-205  'une matinée dans une famille ne tient pas dans 500 caractères'
        bastien  –  in that place: surcharge administrative
      R021/q3 · perte de sens
        anna     11-67  'qu’on arrête de nous confondre avec des femmes de ménage'
        bastien  –  in that place: propositions
      12 disagreements in 128 answers gone through by two at least; 3 settled, 9 to settle — 5 shown; all:
      --limit 0
      Answers gone through: anna 128, bastien 128.
      To settle one: verbatim settle ANSWER CODE --as CODER|none --memo "…"
      """#)
    expectScreen(
      try study.show(
        "disagreements", "--coders", "anna,bastien", "--code", "manque de formation", "--unit", "character",
        "--format", "csv"),
      #"""
      respondent,question,code,kind,anna,anna_ranges,anna_memo,anna_instead,bastien,bastien_ranges,bastien_memo,bastien_instead,settled,settled_ranges,settled_memo,text
      R012,q3,manque de formation,presence,on forme tout le monde à la CAA,3-34,,,,,,propositions,,,,"Si on forme tout le monde à la CAA, y compris les chauffeurs/euses de taxi et la cantine, je signe pour trente ans :)"
      R013,q2,manque de formation,presence,"je n'ai ni le temps ni, il faut l'avouer, la compétence",216-271,,,,,,manque de ressources,,,,"Les travailleurs et travailleuses de l'ESAT, je les envoie à la médiathèque, qui a une permanence le jeudi. Pour les CV, je m'y mets avec eux, on relit à haute voix. L'AAH à renouveler, c'est le SAVS ou les parents, je n'ai ni le temps ni, il faut l'avouer, la compétence."
      R016,q3,manque de formation,presence,,,,propositions,Je souhaiterais que la formation de TISF soit revue avec les professionnel‧le‧s de terrain.,100-191,,,,,,"Inquiétant, puisque la CAF réduit nos heures d’année en année, et pourtant les demandes augmentent. Je souhaiterais que la formation de TISF soit revue avec les professionnel‧le‧s de terrain."
      """#)
    expectScreen(
      try study.show(
        "disagreements", "--coders", "anna,bastien", "--code", "manque de formation", "-o", "desaccords.csv"),
      #"""
      Écrit : desaccords.csv (3 désaccords)
      """#)
    expectScreen(
      try study.show("history", "--limit", "5", "--format", "table"),
      #"""
        n°  date (UTC)           codeur  acte
         9  2026-01-01 00:00:00  test    reprise des accords de anna, bastien : 185 codages
         8  2026-01-01 00:00:00  test    désaccord réglé : R035/q1 · perte de sens
         7  2026-01-01 00:00:00  test    désaccord réglé : R040/q3 · perte de sens
         6  2026-01-01 00:00:00  claire  désaccord réglé : R034/q1 · perte de sens
         5  2026-01-01 00:00:00          parcours de 256 réponses
      """#)
  }

  @Test("A copy is merged: what comes, what contradicts itself, and once more")
  func merging() throws {
    let study = try study()
    _ = try study.show("backup", "copie.verbatim")
    let here = ["-p", "numerique.verbatim"]
    let there = ["-p", "copie.verbatim"]
    _ = try study.show(
      ["code", "autonomie", "R100/q2", "--range", "0-20", "--coder", "anna"] + here)
    _ = try study.show(["code", "autonomie", "R100/q2", "--range", "10-30", "--coder", "anna"] + there)
    _ = try study.show(["code", "autonomie", "R101/q1", "--coder", "chloé", "--memo", "à voir"] + there)
    expectScreen(
      try study.show(["merge", "copie.verbatim", "--dry-run"] + here),
      #"""
                             ajoutés  identiques  en conflit
        questions                  –           3           –
        variables                  –           5           –
        répondants                 –         132           –
        réponses                   –         377           –
        codes                      –          25           –
        codeurs                    1           2           –
        codages                    1         471           1
        mémos                      1          21           –
        réponses parcourues        1         257           –
        ≠ R100/q2 · autonomie : anna 0-20, et anna (2) 10-30
      Rien n'a été changé (--dry-run).
      """#)
    expectScreen(
      try study.show(["merge", "copie.verbatim", "--lang", "en"] + here),
      #"""
                              added  identical  conflicting
        questions                 –          3            –
        variables                 –          5            –
        respondents               –        132            –
        answers                   –        377            –
        codes                     –         25            –
        coders                    1          2            –
        codings                   1        471            1
        memos                     1         21            –
        answers gone through      1        257            –
        ≠ R100/q2 · autonomie: anna 0-20, and anna (2) 10-30
      Merged. To undo: verbatim undo
      """#)
    expectScreen(
      try study.show(["merge", "copie.verbatim", "--format", "csv"] + here),
      #"""
      status,kind,count,subject,field,kept,beside
      identical,question,3,,,,
      identical,variable,5,,,,
      identical,respondent,132,,,,
      identical,answer,377,,,,
      identical,code,25,,,,
      identical,coder,3,,,,
      identical,coding,472,,,,
      identical,memo,22,,,,
      identical,seen,258,,,,
      """#)
    expectScreen(
      try study.show(["merge", "copie.verbatim"] + here),
      #"""
                             ajoutés  identiques  en conflit
        questions                  –           3           –
        variables                  –           5           –
        répondants                 –         132           –
        réponses                   –         377           –
        codes                      –          25           –
        codeurs                    –           3           –
        codages                    –         472           –
        mémos                      –          22           –
        réponses parcourues        –         258           –
      Rien de nouveau : tout était déjà là.
      """#)
    expectScreen(
      try study.show(["codings", "--answer", "R100/q2", "--format", "table"] + here),
      #"""
        réponse  code       codeur    passage  texte
        R100/q2  autonomie  anna      0-20     Je suis plus en 1ère
        R100/q2  autonomie  anna (2)  10-30    us en 1ère ligne mai
      2 codages
      """#)
    expectScreen(
      try study.show(["undo"] + here),
      #"""
      Annulé : fusion de copie.verbatim : 2 codages · codeur : test
      """#)
  }

  @Test("What is asked for wrongly is said in a line, with what to do")
  func errors() throws {
    let study = try study()
    func error(_ arguments: String...) throws -> String {
      let run = try study.run(arguments)
      #expect(run.stdout == "" && run.code != 0)
      return "\(run.code) " + run.stderr
    }
    try study.folder.write(Data("rien de tel".utf8), to: "autre.txt")
    expectScreen(
      try [
        error("agreement", "--coders", "anna"), error("agreement", "--coders", "anna,bastian"),
        error("agreement", "--coders", "anna,bastien", "--where", "groupe:Nulle"),
        error("agreement", "--coders", "anna,bastien", "--where", "R100"),
        error("disagreements", "--coders", "anna,bastien", "--code", "perte de liens"),
        error("settle", "R001/q1", "perte de sens"), error("settle", "R001/q1"),
        error("settle", "R001/q1", "perte de sens", "--as", "carla"),
        error("settle", "R001/q1", "perte de sens", "--as", "anna", "--range", "0-3"),
        error("settle", "R001/q1", "perte de sens", "--range", "0-99999"),
        error("settle", "--agreed"), error("coders", "assign", "--coders", "anna", "--overlap", "3"),
        error("coders", "assign", "--coders", "anna,bastien", "--overlap", "300%"), error("coders", "mark"),
        error("merge", "absent.verbatim"), error("merge", "autre.txt"),
        error("import", "autre.txt", "--as", "seen"),
      ].joined(),
      #"""
      64 error: il faut au moins deux codeurs
      Précisez --coders NOM,NOM. La liste : verbatim coders
      65 error: aucun codeur « bastian »
      Vouliez-vous dire « bastien » ?
      65 error: requête:8: aucun répondant dont groupe soit « Nulle »
      Attendu : groupe:"Aide à domicile", groupe:Éducation, groupe:Encadrement, groupe:Insertion, groupe:"Travail social".
      65 error: aucune réponse parcourue par deux de ces codeurs : anna, bastien
      Où en est chacun : verbatim coders progress
      65 error: aucun code « perte de liens »
      Vouliez-vous dire « perte de lien » ?
      64 error: il manque la décision : --as, --quote ou --range
      64 error: il manque le code
      65 error: aucun codeur « carla »
      La liste : verbatim coders ; pour en ajouter un : verbatim coders add NOM
      64 error: --as et --range s'excluent
      65 error: R001/q1 · perte de sens : aucun des codeurs n'y a donné ce code (anna : gain de temps, confidentialité, intelligence artificielle ; bastien : gain de temps, intelligence artificielle)
      Pour le donner quand même : verbatim settle RÉPONSE CODE --new --as whole (ou --quote, --range)
      64 error: il manque --coders
      64 error: il faut au moins deux codeurs
      Précisez --coders NOM,NOM. La liste : verbatim coders
      64 error: la valeur '300%' ne convient pas à '--overlap <n|n%>'
      Utilisation : verbatim coders assign [--project <fichier>] [--lang <fr|en>] [--color <auto|always|never>] [--format <format>] [--output <fichier>] --coders <nom,…> [--overlap <n|n%>] [--pairs] [--by <variable>] [--seed <n>] [--dry-run] [--where <requête>]
      64 error: il manque une réponse, ou --where REQUÊTE
      66 error: absent.verbatim : ce fichier n'existe pas
      65 error: autre.txt : ce fichier n'est pas un projet Verbatim
      Un projet se crée par : verbatim import ENQUETE.csv -p NOM.verbatim
      65 error: autre.txt: des noms de colonnes, mais aucune ligne
      """#)
  }
}

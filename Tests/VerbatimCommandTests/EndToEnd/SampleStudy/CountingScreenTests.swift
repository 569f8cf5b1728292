import Testing

@Suite("The sample study: concordances and counts") struct CountingScreenTests {
  @Test("The words before or after a hit, a variable and a code order a concordance")
  func kwicOrders() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("kwic", "temps", "--sort", "right", "--limit", "5", "--format", "table"),
      #"""
       1  R028/q1  …S GOSSES ON LES VOIT QUAND IL RESTE DU ⟦TEMPS⟧
       2  R034/q3  …e la grille est incomplète. Pendant ce ⟦temps⟧-là peut-être qu'on nous laissera fair…
       3  R110/q2  …rs je rappelle les gens après, sur mon ⟦temps⟧, et je leur laisse mon adresse (lucas…
       4  R035/q2  …ve bonne. Sur d’autres sites, faute de ⟦temps⟧, on fait tout à la place des assuré(e…
       5  R089/q1                                  gain de ⟦temps⟧, point
      29 occurrences · 28 réponses · 25 répondants (18,9 %) — lignes 1 à 5 ; la suite : --from 5, tout : --limit 0
      """#)
    expectScreen(
      try study.show("kwic", "temps", "--sort", "left", "--limit", "5", "--page", "2", "--format", "table"),
      #"""
        6  R076/q3  …es tournées pour qu'on perde moins de ⟦temps⟧ dans les bouchons. S'ils servent à no…
        7  R119/q3  …r, avec une camionnette équipée et du ⟦temps⟧ devant eux, voilà ce que je demandera…
        8  R124/q1  …et le bureau, et une fragmentation du ⟦temps⟧ de travail que nos outils de mesure n…
        9  R008/q3  …me chose là-bas, "ça vous libérera du ⟦temps⟧ pour le client", et au final on était…
       10  R047/q2  …pulsion annoncée. Les trois quarts du ⟦temps⟧ cela se passe bien ; le dernier quart…
      29 occurrences · 28 réponses · 25 répondants (18,9 %) — lignes 6 à 10 ; la suite : --page 3, tout : --limit 0
      """#)
    expectScreen(
      try study.show(
        "kwic", "temps", "--sort", "groupe,right", "--limit", "4", "--variables", "groupe", "--lang", "en",
        "--format", "table"),
      #"""
       1  R076/q3  Aide à domicile  …ées pour qu'on perde moins de ⟦temps⟧ dans les bouchons. S'ils serv…
       2  R114/q1  Aide à domicile  … télégestion ne compte pas le ⟦temps⟧ où l'on reste assise près de …
       3  R028/q1  Éducation        …ON LES VOIT QUAND IL RESTE DU ⟦TEMPS⟧
       4  R034/q3  Éducation        …le est incomplète. Pendant ce ⟦temps⟧-là peut-être qu'on nous lais…
      29 hits · 28 answers · 25 respondents (18.9%) — lines 1 to 4; more: --from 4, all: --limit 0
      """#)
    expectScreen(
      try study.show(
        "kwic", "temps", "--sort", "code", "--coder", "anna", "--limit", "4", "--format", "table"),
      #"""
       1  R040/q1  surcharge administrative  …ne part croissante de mon ⟦temps⟧ à expliquer des couleurs.…
       2  R001/q1  gain de temps                Franchement je gagne un ⟦temps⟧ fou : je dicte mes notes …
       3  R028/q1  perte de lien             …ES VOIT QUAND IL RESTE DU ⟦TEMPS⟧
       4  R042/q3  perte de lien             …ient de moins en moins le ⟦temps⟧ d'en avoir une.
      29 occurrences · 28 réponses · 25 répondants (18,9 %) — lignes 1 à 4 ; la suite : --from 4, tout : --limit 0
      """#)
    expectScreen(
      try study.show("kwic", "être", "--code", "perte de lien", "--coder", "anna", "--context", "4"),
      #"""
      respondent	question	start	end	left	hit	right	codes
      R014	q3	3	6	ON 	EST	 SEULS CHEZ NOUS AVEC	perte de lien
      """#)
  }

  @Test("Hits at random, and a sample of them, by a seed")
  func kwicRandom() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("kwic", "temps", "--sort", "random", "--seed", "7", "--limit", "3", "--format", "table"),
      #"""
       1  R001/q3  …on c'est : est-ce qu'on nous rendra le ⟦temps⟧ gagné, ou est-ce qu'on nous donnera di…
       2  R119/q3  …ur, avec une camionnette équipée et du ⟦temps⟧ devant eux, voilà ce que je demanderai…
       3  R035/q3  … minutes, c’est-à-dire quatre fois mon ⟦temps⟧ moyen, et cela figure dans mes statist…
      29 occurrences · 28 réponses · 25 répondants (18,9 %) — lignes 1 à 3 ; la suite : --from 3, tout : --limit 0 — au hasard (graine 7)
      """#)
    expectScreen(
      try study.show("kwic", "temps", "--sample", "3", "--seed", "3", "--lang", "en", "--format", "table"),
      #"""
       1  R007/q3  …e de travailleur·euse social·e à plein ⟦temps⟧ dans l’accueil, et pas une borne tacti…
       2  R075/q1  … « bonjour, asseyez-vous, prenez votre ⟦temps⟧ » en tigrinya. Pour le récit de vie, n…
       3  R076/q3  …les tournées pour qu'on perde moins de ⟦temps⟧ dans les bouchons. S'ils servent à nou…
      29 hits · 28 answers · 25 respondents (18.9%) — 3 drawn at random (seed 3)
      """#)
    expectScreen(
      try study.show("kwic", "temps", "--sample", "2", "--context", "12c", "--format", "json"),
      #"""
      [
        {"respondent":"R058","question":"q1","start":8,"end":13,"left":"Gain de ","hit":"temps","right":" sur la réun"},
        {"respondent":"R081","question":"q1","start":98,"end":103,"left":"rs. Dans le ","hit":"temps","right":" que je mets"}
      ]
      """#)
  }

  @Test("A query by a variable, plain and weighted, and by question")
  func countShares() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("count", "temps", "--by", "groupe", "--format", "table"),
      #"""
        groupe           occurrences  réponses   n  base  part  IC 95 %    pour 10 000
        Aide à domicile            2         2   2    21  10 %   3 – 29            7,0
        Éducation                  7         7   6    28  21 %  10 – 40           18,6
        Encadrement                4         4   4    18  22 %   9 – 45           14,7
        Insertion                 10         9   8    25  32 %  17 – 52           26,4
        Travail social             6         6   5    40  12 %   5 – 26           11,4
        Ensemble                  29        28  25   132  19 %  13 – 26           15,8
      χ² = 5,3 (ddl 4), p = 0,257, V de Cramér = 0,20. Effectifs attendus faibles (au moins un sous 5) :
      χ² approximatif.
      29 occurrences · 28 réponses · 25 répondants sur 132 (18,9 % ; IC 95 % : 13,2 – 26,5)
      Base : part de tous les répondants. Occurrences pour 10 000 mots et signes. ↑ ↓ : résidu ajusté d'au
      moins 1,96.
      """#)
    expectScreen(
      try study.show("count", "temps", "--by", "groupe", "--weighted", "--lang", "en", "--format", "table"),
      #"""
        groupe           hits  answers   n  base  share   95% CI    per 10,000
        Aide à domicile     2        2   2    21    10%   3 – 30           7.0
        Éducation           7        7   6    28    22%  10 – 41          18.6
        Encadrement         4        4   4    18    23%   9 – 47          14.7
        Insertion          10        9   8    25    29%  15 – 49          26.4
        Travail social      6        6   5    40    14%   6 – 29          11.4
        All                29       28  25   132    19%  13 – 27          15.8
      χ² = 3.8 (df 4), p = 0.440, Cramér's V = 0.17. Small expected counts (at least one under 5): χ² is
      approximate.
      29 hits · 28 answers · 25 respondents of 132 (19.1% weighted; 95% CI: 13.1 – 26.9)
      Base: share of all respondents. Hits per 10,000 words and marks. Weighted shares; n and base
      unweighted. χ² on weights of mean 1, without the sampling design: p is a guide only. ↑ ↓: adjusted
      residual of at least 1.96.
      """#)
    expectScreen(
      try study.show("count", "temps", "--by", "ancienneté", "--format", "table"),
      #"""
        ancienneté     occurrences  réponses   n  base  part  IC 95 %    pour 10 000
        0–5                      7         7   5    31  16 %   7 – 33           18,8
        6–11                     8         8   7    32  22 %  11 – 39           16,8
        12–19                    6         5   5    32  16 %   7 – 32           11,8
        20–36                    7         7   7    32  22 %  11 – 39           16,3
        (sans valeur)            1         1   1     5  20 %   4 – 62           19,0
        Ensemble                29        28  25   132  19 %  13 – 26           15,8
      χ² = 0,8 (ddl 4), p = 0,945, V de Cramér = 0,08. Effectifs attendus faibles (au moins un sous 5) :
      χ² approximatif.
      29 occurrences · 28 réponses · 25 répondants sur 132 (18,9 % ; IC 95 % : 13,2 – 26,5)
      Base : part de tous les répondants. Occurrences pour 10 000 mots et signes. « (sans valeur) » compte
      dans le χ² comme une modalité ; sans elle : crosstab --leave-out-missing. ↑ ↓ : résidu ajusté d'au
      moins 1,96.
      """#)
    expectScreen(
      try study.show(
        "count", "temps", "--by", "ancienneté", "--breaks", "5,10,20", "--base", "answered", "--where",
        "question:q2", "--format", "table"),
      #"""
        ancienneté     occurrences  réponses  n  base  part  IC 95 %    pour 10 000
        <5                       2         2  2    24   8 %   2 – 26           17,1
        5–9                      0         0  0    26   0 %   0 – 13            0,0
        10–19                    1         1  1    40   2 %   0 – 13            5,2
        ≥20                      3         3  3    29  10 %   4 – 26           22,0
        (sans valeur)            0         0  0     4   0 %   0 – 49            0,0
        Ensemble                 6         6  6   123   5 %   2 – 10            9,4
      χ² = 4,5 (ddl 4), p = 0,341, V de Cramér = 0,19. Effectifs attendus faibles (au moins un sous 5) :
      χ² approximatif.
      6 occurrences · 6 réponses · 6 répondants sur 123 (4,9 % ; IC 95 % : 2,3 – 10,2)
      Base : part des répondants qui ont répondu. Occurrences pour 10 000 mots et signes. « (sans
      valeur) » compte dans le χ² comme une modalité ; sans elle : crosstab --leave-out-missing. ↑ ↓ :
      résidu ajusté d'au moins 1,96.
      """#)
    expectScreen(
      try study.show("count", "temps", "--by", "question", "--format", "table"),
      #"""
        question  occurrences  réponses   n  base  part  IC 95 %    pour 10 000
        q1                 13        12  12   132   9 %   5 – 15           16,6
        q2                  6         6   6   132   5 %   2 – 10            9,4
        q3                 10        10  10   132   8 %   4 – 13           23,8
        Ensemble           29        28  25   132  19 %  13 – 26           15,8
      29 occurrences · 28 réponses · 25 répondants sur 132 (18,9 % ; IC 95 % : 13,2 – 26,5)
      Base : part de tous les répondants. Occurrences pour 10 000 mots et signes.
      """#)
    expectScreen(
      try study.show("count", "code:\"perte de lien\"", "--by", "territoire", "--format", "csv"),
      #"""
      category,hits,answers,respondents,base,share,lower,upper,tokens,per_10000
      métropole,,3,3,38,0.07894736842105263,0.02721459550698771,0.20799371457771457,5826,
      périurbain,,6,4,24,0.16666666666666666,0.06678676328632951,0.3585307064969906,3401,
      rural,,5,5,34,0.14705882352941177,0.06449441444782457,0.3012805649545216,4084,
      ville moyenne,,2,2,30,0.06666666666666667,0.018477023791270378,0.2132345836261692,4369,
      ,,1,1,6,0.16666666666666666,0.03005336974830658,0.5635028221864702,702,
      *,,17,15,132,0.11363636363636363,0.07008550377598652,0.17903916784112006,18382,
      """#)
    expectScreen(
      try study.show("count", "temps", "--by", "question", "--weighted", "--format", "jsonl"),
      #"""
      {"question":"q1","hits":13,"answers":12,"respondents":12,"base":132,"share":0.09618084807638304,"lower":0.055706918932294874,"upper":0.16104599998729374,"tokens":7821,"per_10000":16.621915356092572,"weighted_respondents":13.7,"weighted_base":142.44}
      {"question":"q2","hits":6,"answers":6,"respondents":6,"base":132,"share":0.035944959281100815,"lower":0.014704160764743658,"upper":0.08521530969048594,"tokens":6352,"per_10000":9.445843828715365,"weighted_respondents":5.12,"weighted_base":142.44}
      {"question":"q3","hits":10,"answers":10,"respondents":10,"base":132,"share":0.08122718337545634,"lower":0.04474388154963544,"upper":0.14300492953439553,"tokens":4209,"per_10000":23.758612497030175,"weighted_respondents":11.57,"weighted_base":142.44}
      {"question":"*","hits":29,"answers":28,"respondents":25,"base":132,"share":0.19109800617803988,"lower":0.13146736906149586,"upper":0.26938674137768875,"tokens":18382,"per_10000":15.776302905015777,"weighted_respondents":27.22,"weighted_base":142.44}
      """#)
    expectScreen(
      try study.show("count", "temps", "--weighted", "--format", "table"),
      #"""
      29 occurrences · 28 réponses · 25 répondants sur 132 (19,1 % pondérés ; IC 95 % : 13,1 – 26,9)
      """#)
    expectScreen(
      try study.show("count", "temps", "--where", "question:q3", "--base", "answered", "--format", "json"),
      #"""
      {"query":"temps","hits":10,"answers":10,"respondents":10,"all_answers":122,"all_respondents":122,"share":0.08196721311475409,"lower":0.04513084279038606,"upper":0.14432547028895257}
      """#)
  }

  @Test("A query's hits by form, part of speech, code and coder")
  func countParts() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("count", "perdre OU gagner", "--by", "form", "--format", "table"),
      #"""
        forme    occurrences    part  réponses  répondants
        perdu              3  21,4 %         3           3
        gagne              2  14,3 %         2           2
        gagné              2  14,3 %         2           2
        perd               2  14,3 %         2           2
        gagner             1   7,1 %         1           1
        perdais            1   7,1 %         1           1
        perde              1   7,1 %         1           1
        perdent            1   7,1 %         1           1
        perdre             1   7,1 %         1           1
      14 occurrences · 14 réponses · 13 répondants sur 132 (9,8 % ; IC 95 % : 5,8 – 16,1)
      Part des 14 occurrences.
      """#)
    expectScreen(
      try study.show("count", "\"perdre *\"", "--by", "pos", "--lang", "en", "--format", "table"),
      #"""
        part of speech  hits  share  answers  respondents
        VERB DET           3  33.3%        3            3
        VERB ADV           2  22.2%        2            2
        VERB PUNCT         2  22.2%        2            2
        VERB NUM           1  11.1%        1            1
        VERB PRON          1  11.1%        1            1
      9 hits · 9 answers · 9 respondents of 132 (6.8%; 95% CI: 3.6 – 12.5)
      Share of the 9 hits.
      """#)
    expectScreen(
      try study.show(
        "count", "temps OU lien OU perdre", "--by", "code", "--coder", "anna", "--format", "table"),
      #"""
        code                      occurrences    part  réponses  répondants
        perte de lien                       2   4,8 %         2           2
        manque de ressources                2   4,8 %         2           2
        surcharge administrative            1   2,4 %         1           1
        gain de temps                       1   2,4 %         1           1
        pannes et bugs                      1   2,4 %         1           1
        manque de formation                 1   2,4 %         1           1
        propositions                        1   2,4 %         1           1
        (aucun code)                       33  78,6 %        30          28
      42 occurrences · 39 réponses · 35 répondants sur 132 (26,5 % ; IC 95 % : 19,7 – 34,6)
      Part des 42 occurrences. Codeur : anna. Une occurrence compte pour chaque code dont un segment la
      contient.
      """#)
    expectScreen(
      try study.show("count", "temps", "--by", "coder", "--format", "table"),
      #"""
        codeur      occurrences    part  réponses  répondants
        bastien              12  41,4 %        12          10
        anna                  7  24,1 %         7           7
        (personne)           17  58,6 %        16          15
      29 occurrences · 28 réponses · 25 répondants sur 132 (18,9 % ; IC 95 % : 13,2 – 26,5)
      Part des 29 occurrences. Une occurrence compte pour chaque codeur dont un segment la contient.
      """#)
    expectScreen(
      try study.show(
        "count", "question:q2", "--by", "code", "--coder", "anna", "--top", "3", "--format", "table"),
      #"""
        code                         part  réponses  répondants
        médiation numérique subie  15,4 %        19          19
        exclusion numérique         7,3 %         9           9
        manque de ressources        7,3 %         9           9
      123 réponses · 123 répondants sur 132 (93,2 % ; IC 95 % : 87,5 – 96,4)
      Part des 123 réponses. Codeur : anna. Une réponse peut porter plusieurs codes. 3 sur 14 ; tout :
      --top 0.
      """#)
    expectScreen(
      try study.show("count", "perdre", "--by", "lemma", "--format", "json"),
      #"""
      [
        {"lemma":"perdre","hits":9,"answers":9,"respondents":9,"share":1}
      ]
      """#)
  }

  @Test("The words beside a hit")
  func collocates() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("collocates", "temps", "--top", "6", "--format", "table"),
      #"""
        lemme    f   F  attendu  spécificité     G²  logDice  distance
        gain     2   4      0,1         +2,9  +11,3      7,9       2,0
        gagner   2   5      0,1         +2,7  +10,2      7,9       1,5
        asseoir  2  10      0,1         +2,0   +7,1      7,8       5,0
        part     2  10      0,1         +2,0   +7,1      7,8       3,5
        moins    3  31      0,5         +2,0   +6,4      8,3       2,7
        falloir  3  36      0,5         +1,8   +5,6      8,3       2,7
      Unité : fenêtre de 5 à gauche et 5 à droite. t = 275 positions autour de 29 occurrences
      (28 réponses), T = 18 382 mots et signes. 6 mots sur 32 ; tous : --top 0.
      """#)
    expectScreen(
      try study.show(
        "collocates", "temps", "--left", "3", "--pos", "VERB", "--min", "1", "--sort", "npmi", "--top", "4",
        "--lang", "en", "--format", "table"),
      #"""
        lemma      f  F  expected  specificity     G²  logDice   NPMI  distance
        convertir  1  1       0.0         +2.3  +10.8      8.6  +0.55       2.0
        libérer    1  2       0.0         +2.0   +8.0      8.6  +0.48       2.0
        allumer    1  4       0.0         +1.7   +6.3      8.5  +0.41       3.0
        gagner     1  5       0.0         +1.6   +5.8      8.5  +0.38       2.0
      Unit: window of 3 on the left and 0 on the right. t = 85 positions around 29 hits (28 answers), T =
      18,382 words and marks. 4 of 11 words; all: --top 0.
      """#)
    expectScreen(
      try study.show(
        "collocates", "code:\"perte de lien\" lien", "--unit", "sentence", "--by", "form", "--sort",
        "distance", "--top", "3", "--format", "table"),
      #"""
        forme  f    F  attendu  spécificité    G²  logDice  distance
        de     3  479      2,1         +0,4  +0,3      7,5       8,0
        a      2  229      1,0         +0,6  +0,7      7,7       8,5
        le     6  437      1,9         +1,9  +5,6      8,6      10,0
      Unité : phrase. t = 82 positions autour de 2 occurrences (2 réponses), T = 18 382 mots et signes. 3
      mots sur 11 ; tous : --top 0.
      """#)
    let nothing = try study.run(["collocates", "zzz", "--format", "table"])
    #expect(nothing.stderr == "« zzz » n'est dans aucune réponse\n")
    expectScreen(
      nothing.stdout,
      #"""
      Aucun mot.
      Unité : fenêtre de 5 à gauche et 5 à droite. t = 0 positions autour de 0 occurrence (0 réponse), T =
      18 382 mots et signes.
      """#)
    expectScreen(
      try study.show(
        "collocates", "temps", "--window", "3", "--top", "2", "--where", "question:q1", "--format", "json"),
      #"""
      [
        {"lemma":"gain","f":2,"F":4,"t":72,"T":7821,"mean_distance":2,"expected":0.03682393555811277,"lafon":3.3049248260430555,"g2_signed":13.297970714876461,"chi2":105.68834514385915,"dice":0.05263157894736842,"log_dice":9.752072486556415,"jaccard":0.02702702702702703,"cosine":0.11785113019775793,"pmi":5.7632123668144,"npmi":0.4829586879763152,"t_score":1.3881751078299769,"z_score":10.230436155685549},
        {"lemma":"de","f":8,"F":351,"t":72,"T":7821,"mean_distance":1.25,"expected":3.231300345224396,"lafon":1.8283923011952536,"g2_signed":5.374874729114263,"chi2":7.436711309137601,"dice":0.037825059101654845,"log_dice":9.27548614688005,"jaccard":0.01927710843373494,"cosine":0.05032342373975981,"pmi":1.3078851465098396,"npmi":0.13166888748457692,"t_score":1.685989931666889,"z_score":2.6528415240063254}
      ]
      """#)
  }

  @Test("The words specific of values, questions and codes")
  func specificities() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("specificities", "--by", "groupe", "--pos", "NOUN", "--top", "2", "--format", "table"),
      #"""
          lemme       S   f   F  attendu
        Aide à domicile  t = 2 848, 1 mot en plus, 0 en moins
          fille    +2,2   5   9      1,4
        Éducation  t = 3 761, 2 mots en plus, 0 en moins
          parent   +3,5  10  16      3,3
          j        +2,7   5   6      1,2
        Encadrement  t = 2 720, 2 mots en plus, 0 en moins
          niveau   +2,5   3   3      0,4
          service  +2,1   7  17      2,5
        Insertion  t = 3 794, 0 mot en plus, 0 en moins
        Travail social  t = 5 259, 1 mot en plus, 0 en moins
          quart    +2,2   4   4      1,1
      T = 18 382 mots et signes. Spécificité de Lafon, |S| d'au moins 2,0.
      """#)
    expectScreen(
      try study.show(
        "specificities", "--by", "question", "--of", "form", "--top", "2", "--threshold", "3", "--lang", "en",
        "--format", "table"),
      #"""
          form         S   f    F  expected
        q1  t = 7,821, 2 words more, 1 less frequent
          donc      +3.4  24   33      14.0
          jours     +3.2  11   12       5.1
          vers      −3.4   0   14       6.0
        q2  t = 6,352, 4 words more, 3 less frequent
          leur      +4.1  26   40      13.8
          services  +3.7   8    8       2.8
          plus      −4.0  17   99      34.2
          moins     −5.7   0   31      10.7
        q3  t = 4,209, 8 words more, 3 less frequent
          moins     +6.1  20   31       7.1
          aura      +4.9   9   10       2.3
          le        −4.3  67  437     100.1
          a         −5.3  26  229      52.4
      T = 18,382 words and marks. Lafon's specificity, |S| of at least 3.0.
      """#)
    expectScreen(
      try study.show(
        "specificities", "--by", "code", "--coder", "anna", "--where", "coder:anna", "--top", "2", "--code",
        "confidentialité", "--code", "perte de lien", "--format", "table"),
      #"""
          lemme        S  f   F  attendu
        confidentialité  t = 187, 8 mots en plus, 0 en moins
          mot       +4,5  4   8      0,2
          entrer    +3,7  3   5      0,1
        perte de lien  t = 151, 4 mots en plus, 0 en moins
          ne        +2,8  7  79      1,7
          raconter  +2,5  2   4      0,1
      T = 6 818 mots et signes. Spécificité de Lafon, |S| d'au moins 2,0. Codeur : anna.
      """#)
    expectScreen(
      try study.show(
        "specificities", "--by", "ancienneté", "--breaks", "10", "--query", "temps", "--format", "table"),
      #"""
        ancienneté        S   f  attendu       t  pour 10 000
        <10            +0,5  13     11,1   7 049         18,4
        ≥10            −0,6  15     17,0  10 806         13,9
        (sans valeur)  +0,2   1      0,8     527         19,0
      F = 29 occurrences, T = 18 382 mots et signes.
      """#)
    expectScreen(
      try study.show("specificities", "--by", "question", "--pos", "VERB", "--top", "1", "--format", "csv"),
      #"""
      question,lemma,f,F,t,T,expected,specificity
      q1,dire,48,83,7821,18382,35.314057229898815,2.4523785528930127
      q1,faire,30,108,7821,18382,45.95082145577195,-2.98156393277489
      q2,faire,64,108,6352,18382,37.31998694374932,6.892186485761945
      q2,rester,1,22,6352,18382,7.602219562615602,-2.952051057782938
      q3,rester,14,22,4209,18382,5.037427918616038,4.294256333783934
      q3,faire,14,108,4209,18382,24.729191600478728,-2.1696070868130404
      """#)
    expectScreen(
      try study.show(
        "specificities", "--by", "groupe", "--query", "\"perte de *\" OU lien", "--format", "json"),
      #"""
      [
        {"category":"Aide à domicile","query":"\"perte de *\" OU lien","f":2,"F":4,"t":2848,"T":18382,"expected":0.6197366989446197,"specificity":0.9356024437388895},
        {"category":"Éducation","query":"\"perte de *\" OU lien","f":1,"F":4,"t":3761,"T":18382,"expected":0.8184093134588184,"specificity":0.222009357437539},
        {"category":"Encadrement","query":"\"perte de *\" OU lien","f":1,"F":4,"t":2720,"T":18382,"expected":0.5918833641605918,"specificity":0.32511946713143314},
        {"category":"Insertion","query":"\"perte de *\" OU lien","f":0,"F":4,"t":3794,"T":18382,"expected":0.8255902513328256,"specificity":-0.40162490135107354},
        {"category":"Travail social","query":"\"perte de *\" OU lien","f":0,"F":4,"t":5259,"T":18382,"expected":1.1443803721031445,"specificity":-0.5854953488511758}
      ]
      """#)
  }

  @Test("Pairs of words by a measure")
  func pairs() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "cooccurrences", "words", "--pos", "NOUN", "--sort", "lafon", "--top", "4", "--format", "table"),
      #"""
        mots              n            attendu  Jaccard     G²  spécificité
        mot × passe      11  ▇▇▇▇▇▇▇▇      0,6     0,58  +68,5        +15,1
        nuit × couloir    4  ▇▇▇           0,1     0,40  +30,9         +6,6
        écran × capture   6  ▇▇▇▇          0,5     0,23  +28,4         +6,5
        séjour × titre    3  ▇▇            0,0     0,60  +26,0         +5,7
      Unité : réponse (n = 377). 522 mots comptés. 4 paires sur 1 634 ; toutes : --top 0.
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "words", "--by", "form", "--unit", "sentence", "--min", "5", "--min-pair", "3",
        "--sort", "g2", "--top", "4", "--where", "question:q2", "--lang", "en", "--format", "table"),
      #"""
        words               n            expected  Jaccard      G²
        est × c'           41  ▇▇▇▇▇▇▇▇       9.3     0.59  +141.0
        france × services   8  ▇▇             0.2     0.89   +67.9
        j' × ai            14  ▇▇▇            2.2     0.36   +43.3
        pas × n'           23  ▇▇▇▇           6.7     0.33   +42.5
      Unit: sentence (n = 308). 166 words counted. 4 of 2,231 pairs; all: --top 0.
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "words", "--pos", "NOUN", "--unit", "window:3", "--sort", "logdice", "--top", "2",
        "--format", "csv"),
      #"""
      word_a,word_b,n_a,n_b,n_ab,n,unit,expected,jaccard,g2_signed,cosine,pmi,lafon,chi2,dice,log_dice,npmi,t_score,z_score
      droite,haut,2,2,2,1218,window:3,0.003284072249589491,1,29.64398719959099,1,9.250298417906333,5.869907870862943,1218,1,14,1,1.4118913726155036,34.84254990772417
      espace,libre-service,3,2,2,1218,window:3,0.0049261083743842365,0.6666666666666666,25.82490218982211,0.8164965809277261,8.665335917185176,5.392786616143278,811.3322368421052,0.8,13.678071905112638,0.936762850851513,1.410730277736708,28.425427456915653
      """#)
  }

  @Test("A variable of numbers in classes")
  func classes() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "crosstab", "confidentialité", "--by", "ancienneté", "--coder", "anna", "--where", "coder:anna",
        "--format", "table"),
      #"""
      confidentialité
        ancienneté      n  base  part  IC 95 %
        0–5             3    31  10 %   3 – 25     ├─●────┤
        6–11            5    32  16 %   7 – 32      ├──●────┤
        12–19           2    32   6 %   2 – 20     ├●───┤
        20–36           2    32   6 %   2 – 20     ├●───┤
        (sans valeur)   0     5   0 %   0 – 43    ●────────────┤
        Ensemble       12   132   9 %   5 – 15      ├●─┤
      χ² = 2,8 (ddl 4), p = 0,593, V de Cramér = 0,15. Effectifs attendus faibles (au moins un sous 5) :
      χ² approximatif.
      Base : part de tous les répondants, même sans réponse retenue par --where (ceux qui en ont une :
      --base answered). Codeur : anna. « (sans valeur) » compte dans le χ² comme une modalité ; sans
      elle : --leave-out-missing. ↑ ↓ : résidu ajusté d'au moins 1,96.
      """#)
    expectScreen(
      try study.show(
        "crosstab", "confidentialité", "perte de lien", "--by", "ancienneté", "--coder", "anna", "--breaks",
        "5,10,20", "--where", "coder:anna", "--format", "table"),
      #"""
        code                <5    5–9  10–19   ≥20  (sans valeur)  Ensemble   n     V      p
        confidentialité  12 %   11 %   10 %   6 %            0 %        9 %  12  0,09  1,000
        perte de lien    15 %    7 %   10 %   9 %            0 %       10 %  13  0,11  1,000
        base               26     28     41    32              5        132
      Base : part de tous les répondants, même sans réponse retenue par --where (ceux qui en ont une :
      --base answered). Codeur : anna. « (sans valeur) » compte dans le χ² comme une modalité ; sans
      elle : --leave-out-missing. p corrigés (Holm). ↑ ↓ : résidu ajusté d'au moins 1,96.
      """#)
  }
}

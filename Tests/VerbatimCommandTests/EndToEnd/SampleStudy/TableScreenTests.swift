import Testing

@Suite("The sample study: tables") struct TableScreenTests {
  @Test("Which codes go together, unit by unit")
  func codes() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("cooccurrences", "codes", "--coder", "anna", "--top", "6", "--format", "table"),
      #"""
        codes                                             réponses            attendu  Jaccard     G²
        manque de ressources × propositions                      8  ▇▇▇▇▇▇▇▇      1,2     0,22  +23,4
        médiation numérique subie × manque de ressources         6  ▇▇▇▇▇▇        1,8     0,13   +7,4
        perte de lien × perte de sens                            5  ▇▇▇▇▇         0,6     0,19  +14,8
        médiation numérique subie × exclusion numérique          5  ▇▇▇▇▇         0,8     0,16  +13,0
        médiation numérique subie × équipement                   5  ▇▇▇▇▇         1,1     0,14   +9,3
        perte de sens × inquiétude                               5  ▇▇▇▇▇         0,5     0,22  +17,4
      Unité : réponse (n = 377). Codeur : anna. 6 paires sur 84 ; toutes : --top 0. Attention : codage
      dans 116 réponses sur 377 ; les autres comptent comme sans code (--where coder:anna).
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "codes", "--coder", "bastien", "--unit", "sentence", "--top", "4", "--format",
        "table", "--lang",
        "en"),
      #"""
        codes                                         sentences            expected  Jaccard    G²
        manque de ressources × propositions                   3  ▇▇▇▇▇▇▇▇       0.5     0.07  +6.2
        débordement sur la vie privée × propositions          2  ▇▇▇▇▇          0.2     0.08  +6.4
        médiation numérique subie × pannes et bugs            2  ▇▇▇▇▇          0.4     0.06  +3.8
        manque de ressources × inquiétude                     2  ▇▇▇▇▇          0.8     0.04  +1.5
      Unit: sentence (n = 917). Coder: bastien. 4 of 30 pairs; all: --top 0. Note: codings in 114 answers
      of 377; the others count as without a code (--where coder:bastien).
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "codes", "--coder", "anna", "--coder", "bastien", "--unit", "overlap", "--top", "5",
        "--format",
        "table"),
      #"""
        codes                                     réponses            attendu  Jaccard     G²
        manque de ressources × propositions              8  ▇▇▇▇▇▇▇▇      1,4     0,19  +19,4
        surcharge administrative × perte de sens         5  ▇▇▇▇▇         0,9     0,16  +11,6
        perte de lien × inquiétude                       4  ▇▇▇▇          0,9     0,12   +6,6
        médiation numérique subie × équipement           4  ▇▇▇▇          1,3     0,10   +4,5
        perte de sens × inquiétude                       3  ▇▇▇           1,0     0,08   +3,0
      Unité : recouvrement (n = 377). Codeur : anna, bastien. 5 paires sur 51 ; toutes : --top 0.
      Attention : codage dans 116 réponses sur 377 ; les autres comptent comme sans code.
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "codes", "--coder", "anna", "--unit", "window:10", "--count", "pairs", "--top", "4",
        "--format",
        "table"),
      #"""
        codes                                                       paires            attendu  Jaccard  G²
        manque de ressources × propositions                              8  ▇▇▇▇▇▇▇▇        –     0,20   –
        médiation numérique subie × orientation vers d'autres str…       3  ▇▇▇             –     0,09   –
        exclusion numérique × équipement                                 3  ▇▇▇             –     0,11   –
        orientation vers d'autres structures × manque de ressourc…       3  ▇▇▇             –     0,09   –
      Unité : fenêtre de 10 mots (n = 377). Codeur : anna. 4 paires sur 48 ; toutes : --top 0. Attention :
      codage dans 116 réponses sur 377 ; les autres comptent comme sans code (--where coder:anna).
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "codes", "--coder", "anna", "--minimum", "3", "--where", "question:q1", "--format",
        "csv"),
      #"""
      code_a,code_b,n_a,n_b,n_ab,n,unit,expected,jaccard,g2_signed,cosine,pmi,lafon,chi2,dice,log_dice,npmi,t_score,z_score
      surcharge administrative,injonction à la réactivité,10,8,3,132,answer,0.6060606060606061,0.2,6.403473536878854,0.33541019662496846,2.3074285251922473,1.8370976446874576,10.891221575885778,0.3333333333333333,12.415037499278844,0.4226499544962143,1.3821415535145587,3.075070829438016
      """#)
  }

  @Test("Codes against codes as a matrix")
  func matrix() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "cooccurrences", "codes", "--coder", "anna", "--matrix", "--code", "perte de lien", "--code",
        "confidentialité",
        "--code", "médiation numérique subie", "--format", "table"),
      #"""
           code                        1   2   3
        1  perte de lien              15   1   1
        2  confidentialité             1  13   3
        3  médiation numérique subie   1   3  24
      Diagonale : n du code. Unité : réponse (n = 377). Codeur : anna. Attention : codage dans
      116 réponses sur 377 ; les autres comptent comme sans code (--where coder:anna).
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "codes", "--coder", "anna", "--matrix", "--code", "perte de lien", "--code",
        "confidentialité",
        "--format", "csv"),
      #"""
      code,perte de lien,confidentialité
      perte de lien,15,1
      confidentialité,1,13
      """#)
  }

  @Test("Which words go together, and with which codes")
  func words() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("cooccurrences", "words", "--pos", "NOUN", "--top", "6", "--format", "table"),
      #"""
        mots               n            attendu  Jaccard     G²
        mot × passe       11  ▇▇▇▇▇▇▇▇      0,6     0,58  +68,5
        an × dossier       8  ▇▇▇▇▇▇        3,3     0,12   +6,4
        téléphone × code   8  ▇▇▇▇▇▇        2,0     0,15  +14,5
        an × jour          7  ▇▇▇▇▇         3,8     0,10   +2,9
        an × mois          7  ▇▇▇▇▇         3,2     0,11   +4,5
        an × mot           7  ▇▇▇▇▇         2,2     0,12   +8,9
      Unité : réponse (n = 377). 522 mots comptés. 6 paires sur 1 634 ; toutes : --top 0.
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "words", "--pos", "NOUN,VERB", "--unit", "window:5", "--top", "5", "--format",
        "table", "--lang",
        "en"),
      #"""
        words                n            expected  Jaccard     G²
        mot × passe         12  ▇▇▇▇▇▇▇▇       0.3     0.16  +73.5
        avoir × an          10  ▇▇▇▇▇▇▇        6.3     0.02   +2.0
        poser × question     8  ▇▇▇▇▇          0.2     0.15  +52.2
        avoir × dossier      6  ▇▇▇▇           4.0     0.01   +0.9
        avoir × ordinateur   6  ▇▇▇▇           1.6     0.02   +8.0
      Unit: window of 5 words (n = 6,475 pairs of positions). 780 words counted. 5 of 366 pairs; all:
      --top 0.
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "code-words", "--coder", "anna", "--code", "confidentialité", "--pos", "NOUN",
        "--top", "6",
        "--format", "table"),
      #"""
        code × mot                  n            attendu  Jaccard     G²
        confidentialité × aidant    2  ▇▇▇▇          0,1     0,15  +13,8
        confidentialité × divorce   2  ▇▇▇▇          0,1     0,15  +13,8
        confidentialité × jugement  2  ▇▇▇▇          0,1     0,15  +13,8
        confidentialité × carnet    2  ▇▇▇▇          0,1     0,14  +10,0
        confidentialité × grâce     2  ▇▇▇▇          0,1     0,14  +10,0
        confidentialité × droit     4  ▇▇▇▇▇▇▇▇      0,6     0,15   +9,9
      Unité : réponse (n = 377). Codeur : anna.
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "code-words", "--coder", "anna", "--code", "confidentialité", "--unit", "overlap",
        "--pos",
        "NOUN", "--top", "3", "--format", "csv"),
      #"""
      code,word,n_a,n_b,n_ab,n,unit,expected,jaccard,g2_signed,cosine,pmi,lafon,chi2,dice,log_dice,npmi,t_score,z_score
      confidentialité,mot,40,19,4,3212,overlap,0.23661270236612703,0.07272727272727272,16.277756264099672,0.14509525002200233,4.079400569186367,4.155493743356011,60.973166516628694,0.13559322033898305,11.11735695063816,0.4227683972875895,1.8816936488169365,7.736773573909545
      confidentialité,passe,40,13,3,3212,overlap,0.16189290161892902,0.06,12.729658513338924,0.1315587028960544,4.211850865210016,3.3283082881864603,50.58635730785863,0.11320754716981132,10.857042046157957,0.4184944319461478,1.638581897239299,7.053665755756124
      confidentialité,carnet,40,5,2,3212,overlap,0.062266500622665005,0.046511627906976744,10.984911261270522,0.1414213562373095,5.00539998774259,2.830606492588654,61.15790082460696,0.08888888888888889,10.508146903670326,0.47002343678331066,1.370184497542052,7.765453399552576
      """#)
  }

  @Test("A code by group, plain and weighted")
  func oneCode() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "crosstab", "médiation numérique subie", "--by", "groupe", "--coder", "anna", "--format", "table"),
      #"""
      médiation numérique subie
        groupe            n  base  part  IC 95 %
        Aide à domicile   4    21  19 %   8 – 40       ├───●─────┤
        Éducation         3    28  11 %   4 – 27      ├─●────┤
        Encadrement       3    18  17 %   6 – 39       ├──●──────┤
        Insertion         9    25  36 %  20 – 55  ↑        ├────●─────┤
        Travail social    2    40   5 %   1 – 17  ↓  ├─●──┤
        Ensemble         21   132  16 %  11 – 23        ├─●─┤
      χ² = 11,8 (ddl 4), p = 0,019, V de Cramér = 0,30. Effectifs attendus faibles (au moins un sous 5) :
      χ² approximatif.
      Base : part de tous les répondants. Codeur : anna. Attention : codage dans 116 réponses sur 377 ;
      les autres comptent comme sans code (--where coder:anna --base answered). ↑ ↓ : résidu ajusté d'au
      moins 1,96.
      """#)
    expectScreen(
      try study.show(
        "crosstab", "médiation numérique subie", "--by", "groupe", "--coder", "anna", "--weighted",
        "--format", "table",
        "--lang", "en"),
      #"""
      médiation numérique subie
        groupe            n  base  share   95% CI
        Aide à domicile   4    21    20%   8 – 42       ├───●──────┤
        Éducation         3    28    12%   4 – 29      ├──●────┤
        Encadrement       3    18    15%   5 – 38       ├──●──────┤
        Insertion         9    25    39%  22 – 59  ↑         ├────●─────┤
        Travail social    2    40     6%   2 – 19  ↓   ├●───┤
        All              21   132    17%  11 – 25         ├●──┤
      χ² = 12.4 (df 4), p = 0.015, Cramér's V = 0.31. Small expected counts (at least one under 5): χ² is
      approximate.
      Base: share of all respondents. Coder: anna. Weighted shares; n and base unweighted. χ² on weights
      of mean 1, without the sampling design: p is a guide only. Note: codings in 116 answers of 377; the
      others count as without a code (--where coder:anna --base answered). ↑ ↓: adjusted residual of at
      least 1.96.
      """#)
    expectScreen(
      try study.show(
        "crosstab", "médiation numérique subie", "--by", "territoire", "--coder", "anna", "--of", "answers",
        "--base",
        "answered", "--format", "table"),
      #"""
      médiation numérique subie
        territoire      n  base  part  IC 95 %
        métropole       6   109   6 %   3 – 11      ├●─┤
        périurbain      3    69   4 %   1 – 12     ├●──┤
        rural          11    98  11 %   6 – 19  ↑    ├●──┤
        ville moyenne   4    83   5 %   2 – 12      ●──┤
        (sans valeur)   0    18   0 %   0 – 18     ●────┤
        Ensemble       24   377   6 %    4 – 9      ├●┤
      χ² = 6,0 (ddl 4), p = 0,196, V de Cramér = 0,13. Effectifs attendus faibles (au moins un sous 5) :
      χ² approximatif.
      Base : part des réponses. Codeur : anna. « (sans valeur) » compte dans le χ² comme une modalité ;
      sans elle : --leave-out-missing. Attention : codage dans 116 réponses sur 377 ; les autres comptent
      comme sans code (--where coder:anna). ↑ ↓ : résidu ajusté d'au moins 1,96.
      """#)
    expectScreen(
      try study.show(
        "crosstab", "confidentialité", "--by", "territoire", "--coder", "anna", "--weighted", "--format",
        "csv"),
      #"""
      code,category,n,base,weighted_n,weighted_base,share,lower,upper,adjusted_residual,chi2,df,p,p_holm,cramers_v
      confidentialité,métropole,6,38,5.04,34.38,0.14659685863874344,0.0654702914170614,0.29636990376291567,1.5874016515192177,,,,,
      confidentialité,périurbain,1,24,1.53,24.39,0.06273062730627306,0.014153582840073203,0.23781267710449824,-0.3342299498146888,,,,,
      confidentialité,rural,0,34,0,45.61999999999999,0,0,0.10507491835954841,-2.3272311355737068,,,,,
      confidentialité,ville moyenne,5,30,4.84,31.169999999999998,0.15527751042669233,0.06525131795972341,0.3261704592284407,1.6839743974151726,,,,,
      confidentialité,,0,6,0,6.880000000000001,0,0,0.3928197619162701,-0.763788044878931,,,,,
      confidentialité,*,12,132,11.41,142.43999999999997,0.08010390339792195,0.0439361315423475,0.1416339672160078,,8.45603260181014,4,0.07623120488826397,0.07623120488826397,0.2531024556262072
      """#)
  }

  @Test("Several codes by group")
  func severalCodes() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "crosstab", "perte de lien", "manque de ressources", "confidentialité", "--by", "groupe", "--coder",
        "bastien",
        "--format", "table"),
      #"""
        code          Aide à domici…  Éducation  Encadrement  Insertion  Travail social  Ensemble   n     V      p
        perte de li…           10 %       11 %         11 %       12 %             5 %        9 %  12  0,10  1,000
        manque de r…           19 %       14 %         44 %↑      24 %             0 %↓      17 %  22  0,38  0,002
        confidentia…            5 %        7 %         11 %       12 %             2 %        7 %   9  0,15  1,000
        base                     21         28           18         25              40        132
      Base : part de tous les répondants. Codeur : bastien. p corrigés (Holm). Attention : codage dans
      114 réponses sur 377 ; les autres comptent comme sans code (--where coder:bastien --base answered).
      ↑ ↓ : résidu ajusté d'au moins 1,96.
      """#)
    expectScreen(
      try study.show(
        "crosstab", "relation d'aide", "moyens", "--with-children", "--by", "groupe", "--coder", "anna",
        "--leave-out-missing", "--format", "table"),
      #"""
        code          Aide à domici…  Éducation  Encadrement  Insertion  Travail social  Ensemble   n     V        p
        relation d'…           10 %       39 %↑        39 %       32 %             5 %↓      23 %  30  0,36    0,002
        moyens                 29 %       29 %         44 %↑      40 %↑            0 %↓      24 %  32  0,40  < 0,001
        base                     21         28           18         25              40        132
      Base : part de tous les répondants. Codeur : anna. p corrigés (Holm). Attention : codage dans
      116 réponses sur 377 ; les autres comptent comme sans code (--where coder:anna --base answered). ↑
      ↓ : résidu ajusté d'au moins 1,96.
      """#)
  }
}

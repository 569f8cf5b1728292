import Testing

@Suite("The sample study: the codebook") struct CodebookScreenTests {
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
}

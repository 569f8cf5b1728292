import Testing

@Suite("The sample study: the whole job") struct DemoScreenTests {
  @Test("The whole job in one command")
  func demo() throws {
    let folder = try TemporaryFolder()
    // Where the build folder is elsewhere, the sample is looked for from the current folder.
    try folder.link("Corpora", to: Binary.package + "/Corpora")
    try folder.link("Codebooks", to: Binary.package + "/Codebooks")
    let run = try Binary.run(["demo", "--folder", "essai"], in: folder)
    #expect(run.stderr == "")
    #expect(run.code == 0)
    expectScreen(
      run.stdout,
      #"""

      $ verbatim import Corpora/numerique/reponses.csv
      reponses.csv · 132 lignes · UTF-8 · séparateur ;
        identifiant   id
        pondération   poids
        variables     groupe (5)  métier (18)  ancienneté (nombre)  structure (6)  territoire (4)
        questions     q1  « Qu'est-ce que le numérique a changé dans votre pratique quotidi…  132 réponses
                      q2  « Comment accompagnez-vous les personnes dans leurs démarches en …  123 réponses
                      q3  « Comment voyez-vous votre métier dans les années à venir ? »  122 réponses
      Importé dans essai/numerique.verbatim : 377 réponses, 132 répondants
      Indexé : 18 382 mots et signes
      Pour continuer : verbatim codebook import CODES.yaml -p essai/numerique.verbatim   ou   verbatim repl -p essai/numerique.verbatim

      $ verbatim codebook import Codebooks/numerique.yaml
      Livre de codes : 25 codes ajoutés

      $ verbatim kwic temps NEAR/4 gagner
       1  R001/q1                      Franchement je ⟦gagne un temps⟧ fou : je dicte mes notes de visit…
       2  R001/q3  …est : est-ce qu'on nous rendra le ⟦temps gagné⟧, ou est-ce qu'on nous donnera di…
      2 occurrences · 2 réponses · 1 répondant (0,8 %)

      $ verbatim autocode
        code                                  réponses  ajoutés  retirés  gardés  aussi à la main
        surcharge administrative                    24       26        –       –                –
        gain de temps                               14       14        –       –                –
        injonction à la réactivité                   9        9        –       –                –
        débordement sur la vie privée               13       14        –       –                –
        perte de lien                               13       13        –       –                –
        autonomie                                   20       20        –       –                –
        confidentialité                             27       31        –       –                –
        médiation numérique subie                   21       21        –       –                –
        non-recours                                 12       14        –       –                –
        orientation vers d'autres structures        15       16        –       –                –
        pannes et bugs                              18       20        –       –                –
        manque de ressources                        34       37        –       –                –
        manque de formation                         17       18        –       –                –
        propositions                                28       28        –       –                –
        intelligence artificielle                   27       31        –       –                –
      312 codages en plus, 0 en moins

      $ verbatim code "perte de lien" R003/q1 --quote "aucune colonne du tableau ne compte les absents" --coder claire
      R003/q1 · perte de lien · claire · 621-668 codé « aucune colonne du tableau ne compte les absents »

      $ verbatim import Corpora/numerique/codages-anna.csv --as codings
      Importé : 259 codages · codeur : anna

      $ verbatim import Corpora/numerique/codages-bastien.csv --as codings
      Importé : 212 codages · codeur : bastien

      $ verbatim codebook show
        code                                    codages  réponses  règle
        conditions de travail                         1         1
          surcharge administrative                   55        32  ✓
          gain de temps                              29        17  ✓
          injonction à la réactivité                 25        14  ✓
          débordement sur la vie privée              28        15  ✓
        relation d'aide                               1         1
          perte de lien                              43        24  ✓
          lien maintenu à distance                   13         8
          autonomie                                  37        25  ✓
          confidentialité                            56        30  ✓
        accès aux droits                              –         –
          médiation numérique subie                  63        35  ✓
          non-recours                                30        13  ✓
          exclusion numérique                        21        14
          orientation vers d'autres structures       31        17  ✓
          pannes et bugs                             40        21  ✓
        moyens                                        –         –
          manque de ressources                       92        48  ✓
          manque de formation                        25        18  ✓
          équipement                                 34        20
        avenir                                        –         –
          perte de sens                              24        18
          inquiétude                                 32        21
          propositions                               58        31  ✓
          intelligence artificielle                  46        28  ✓

      $ verbatim cooccurrences codes --unit answer --coder anna --top 8
        codes                                             réponses            attendu  Jaccard     G²
        manque de ressources × propositions                      8  ▇▇▇▇▇▇▇▇      1,2     0,22  +23,4
        médiation numérique subie × manque de ressources         6  ▇▇▇▇▇▇        1,8     0,13   +7,4
        perte de lien × perte de sens                            5  ▇▇▇▇▇         0,6     0,19  +14,8
        médiation numérique subie × exclusion numérique          5  ▇▇▇▇▇         0,8     0,16  +13,0
        médiation numérique subie × équipement                   5  ▇▇▇▇▇         1,1     0,14   +9,3
        perte de sens × inquiétude                               5  ▇▇▇▇▇         0,5     0,22  +17,4
        perte de lien × inquiétude                               4  ▇▇▇▇          0,5     0,17  +12,1
        lien maintenu à distance × exclusion numérique           4  ▇▇▇▇          0,3     0,25  +18,1
      Unité : réponse (n = 377). Codeur : anna. 8 paires sur 84 ; toutes : --top 0. Attention : codage
      dans 116 réponses sur 377 ; les autres comptent comme sans code (--where coder:anna).

      $ verbatim crosstab "médiation numérique subie" --by groupe --coder autocode --weighted
      médiation numérique subie
        groupe            n  base  part  IC 95 %
        Aide à domicile   4    21  18 %   7 – 40      ├───●──────┤
        Éducation         3    28  11 %   4 – 28     ├─●─────┤
        Encadrement       1    18   5 %   1 – 26    ├─●─────┤
        Insertion         6    25  27 %  13 – 47        ├───●──────┤
        Travail social    6    40  15 %   7 – 29      ├──●───┤
        Ensemble         20   132  16 %  10 – 23       ├─●─┤
      χ² = 4,4 (ddl 4), p = 0,356, V de Cramér = 0,18. Effectifs attendus faibles (au moins un sous 5) :
      χ² approximatif.
      Base : part de tous les répondants. Codeur : autocode. Parts pondérées ; n et base sans pondération.
      χ² sur poids de moyenne 1, sans plan de sondage : p indicatif. ↑ ↓ : résidu ajusté d'au moins 1,96.

      $ verbatim excerpts --code "perte de lien" --coder anna --limit 3 --with groupe,territoire
      # Extraits

      ## perte de lien (3 extraits sur 16)

      > …quand la personne parle d'autre chose avant de dire pourquoi elle vient. **Aucune borne ne fait le premier quart d'heure**. Si on nous le laisse je signe pour trente ans, sinon je saurai le voir venir,…

      — R008 · q3 · groupe : Travail social · territoire : périurbain · anna

      > **ON EST SEULS CHEZ NOUS AVEC LES ENFANTS** ET UN MOT DE PASSE

      — R014 · q3 · groupe : Éducation · anna · mémo : Solitude professionnelle plus que lien avec la famille. Élargir la définition à l'équipe ?

      > …21 à 9 jours en moyenne sur mon secteur). En contrepartie, la part d'assuré·es **n'ayant jamais rencontré physiquement un professionnel du service** a fortement progressé.

      — R022 · q1 · groupe : Encadrement · territoire : métropole · anna

      $ verbatim excerpts --coder anna --to extraits.html
      Écrit : essai/extraits.html (259 extraits)

      $ verbatim history --limit 3
        n°  date (UTC)           codeur  acte
         6  2026-01-01 00:00:00          import de codages-bastien.csv : 212 codages
         5  2026-01-01 00:00:00          import de codages-anna.csv : 259 codages
         4  2026-01-01 00:00:00  claire  codage de R003/q1 621-668 · perte de lien

      Le projet est là : essai/numerique.verbatim
      Pour y travailler : verbatim repl -p essai/numerique.verbatim
      """#)
  }
}

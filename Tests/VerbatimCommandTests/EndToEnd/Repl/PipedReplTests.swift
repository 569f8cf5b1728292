import Testing

@Suite("The REPL in a pipe") struct PipedReplTests {
  @Test("Who codes can be said for the whole session, and for one command otherwise")
  func coder() throws {
    let study = try SampleStudy()
    let run = try study.run(
      ["repl", "--coder", "Anna"],
      input: """
        code autonomie R049/q2
        code autonomie R049/q2 --coder dora
        coder R050/q1
        confidentialité
        fin
        history --limit 4 --format table
        """)
    #expect(run.stderr == "")
    #expect(run.code == 0)
    expectScreen(
      run.stdout,
      #"""
      R049/q2 · autonomie · anna · 0-91 codé « Je ne les accompagne plus, hélas ; je signe des convention…
      R049/q2 · autonomie · dora · 0-91 codé « Je ne les accompagne plus, hélas ; je signe des convention…
      R050/q1 · 1 réponse · codeur : anna
      ─ R050 · q1 ──── 1 / 1 · 0 vue ─ Travail social · mandataire judiciaire · 11 · association · vill… ─
        Qu'est-ce que le numérique a changé dans votre pratique quotidienne ?
        Soixante-deux mesures, donc soixante-deux espaces CAF, autant de comptes ameli, d’espaces fiscaux
        et de banques en ligne, chacun avec son identifiant. ⟨Le service a acheté un coffre-fort de mots
        de passe l’an dernier ; auparavant, c’était un classeur rouge dans un placard qui fermait mal, et
        je n’en dormais pas toujours bien.⟩¹
          ¹ confidentialité  proposé par règle : o accepter, n refuser
        + confidentialité  toute la réponse
      « coder » seul reprend votre liste.
        n°  date (UTC)           codeur  acte
         7  2026-01-01 00:00:00  anna    codage de R050/q1 0-326 · confidentialité
         6  2026-01-01 00:00:00  dora    codage de R049/q2 0-91 · autonomie
         5  2026-01-01 00:00:00  anna    codage de R049/q2 0-91 · autonomie
         4  2026-01-01 00:00:00          import de codages-bastien.csv : 212 codages
      """#)
  }

  @Test("Lines are done one after another, as they would be typed")
  func lines() throws {
    let study = try SampleStudy()
    let run = try study.run(
      ["repl"],
      input: """
        # une remarque
        count lien --format table

        show R052/q2
        code autonomie "à l’aise"
        show R049/q2
        code "manque de ressources"
        show
        undo
        undo
        codings --origin hand --format table
        kwic "perte de lien" --format table
        help
        """)
    #expect(run.stderr == "")
    #expect(run.code == 0)
    expectScreen(
      run.stdout,
      #"""
      4 occurrences · 4 réponses · 4 répondants sur 132 (3,0 % ; IC 95 % : 1,2 – 7,5)
      R052/q2  Insertion · conseiller en insertion professionnelle · 20 · association · métropole
        Comment accompagnez-vous les personnes dans leurs démarches en ligne ?
        Ils sont à l'aise sur tout sauf sur ce qui compte : joindre un PDF, écrire "Madame, Monsieur",
        comprendre "quotient familial". On fait ça en petit groupe le mercredi, et tou·te·s repartent avec
        leur dossier C2S déposé.
      R052/q2 · autonomie · test · 9-17 codé « à l'aise »
      Vous codez au nom de « test », l'utilisateur du système ; pour un autre nom : verbatim coders use NOM
      R049/q2  Encadrement · directeur d'établissement · 27 · association · métropole
        Comment accompagnez-vous les personnes dans leurs démarches en ligne ?
        Je ne les accompagne plus, hélas ; je signe des conventions avec ceux qui les accompagnent.
      R049/q2 · manque de ressources · test · 0-91 codé « Je ne les accompagne plus, hélas ; je signe des…
      R049/q2  Encadrement · directeur d'établissement · 27 · association · métropole
        Comment accompagnez-vous les personnes dans leurs démarches en ligne ?
        ⟦Je ne les accompagne plus, hélas ; je signe des conventions avec ceux qui les accompagnent.⟧¹
          ¹ manque de ressources  (test, 0-91)
      Annulé : codage de R049/q2 0-91 · manque de ressources · codeur : test
      Annulé : codage de R052/q2 9-17 · autonomie · codeur : test
      0 codage
      0 occurrence · 0 réponse · 0 répondant (0,0 %)
        coder REQUÊTE            coder réponse après réponse, comme : coder uncoded question:q1
        coder, next              reprendre où l'on s'était arrêté
        code CODE "passage"      coder un passage de la réponse lue (sans passage : toute la réponse)
        undo, redo               annuler, rétablir
        help COMMANDE            l'aide d'une commande
        quit                     sortir
      Les commandes :
        demo · new · import · info · check · backup · reindex · history · undo · redo · search · show · kwic · count · frequencies · collocates · specificities · analyze · coding · codebook · code · uncode · autocode · rules · codings · coders · memo · cooccurrences · crosstab · excerpts · export · merge · agreement · disagreements · settle
      """#)
  }

  @Test("An error stops nothing; the code is the first one's")
  func errors() throws {
    let place = try BadInput()
    let run = try Binary.run(
      ["repl"], in: place.folder,
      input: """
        kwic lien ET (
        code xyz R1/q1
        kwik lien
        work
        code charge R3/q1 --coder dora
        quit
        code charge R1/q2 --coder dora
        """)
    #expect(run.code == 65)
    expectScreen(
      run.stderr,
      #"""
      error: requête:9: parenthèse jamais fermée
      Attendu : un mot, une "expression", un filtre ou une parenthèse.
      error: aucun code « xyz »
      La liste : verbatim codebook
      error: aucune commande « kwik »
      Vouliez-vous dire « kwic » ?
      error: aucun code ne s'appelle ainsi
      Les codes : ? LETTRES
      """#)
    expectScreen(
      run.stdout,
      #"""
      uncoded · 3 réponses · codeur : test
      ─ R1 · q2 ───────────────────────────────────────────────────────────────── 1 / 3 · 0 vue ─ A · 31 ─
        Avec patience.
      La place est gardée : « coder » reprend ici.
      R1/q2 · charge · dora · 0-14 codé « Avec patience. »
      """#)
  }

  @Test("Passages in French quotes, codes of one word or more, parts by offsets")
  func quotes() throws {
    let place = try BadInput()
    let run = try Binary.run(
      ["repl"], in: place.folder,
      input: """
        show R1/q1
        code perte\u{20}de
        code "perte de lien" « toute la journée »
        code charge --range 0-2
        code charge R2/q2 --quote "les formulaires"
        uncode charge --range 0-2
        memo add "à revoir" --answer R1/q1
        show R1/q1
        """)
    expectScreen(
      run.stderr,
      #"""
      error: aucun code « perte »
      Vouliez-vous dire « perte de lien » ?
      """#)
    expectScreen(
      run.stdout,
      #"""
      R1/q1  A · 31
        ⟦Je remplis des tableaux toute la journée, et encore des tableaux.⟧¹
          ¹ charge  (anna, 0-65)
      R1/q1 · perte de lien · test · 24-40 codé « toute la journée »
      Vous codez au nom de « test », l'utilisateur du système ; pour un autre nom : verbatim coders use NOM
      R1/q1 · charge · test · 0-2 codé « Je »
      R2/q2 · charge · test · 11-26 codé « les formulaires »
      R1/q1 · charge · test · 0-2 retiré « Je »
      Mémo écrit.
      R1/q1  A · 31
        ⟦Je remplis des tableaux ⟦toute la journée⟧², et encore des tableaux.⟧¹
          ¹ charge  (anna, 0-65)
          ² perte de lien  (test, 24-40)
          mémo : à revoir
      """#)
  }

  @Test("The REPL needs a project, and a help is there for each command")
  func needs() throws {
    let empty = try BadInput(study: false)
    try empty.expect("repl", error: "aucun projet dans ce dossier", code: 66)
    let place = try BadInput()
    let run = try Binary.run(["repl"], in: place.folder, input: "help kwic\nrepl\nanalyze --help\n")
    #expect(run.code == 0)
    #expect(run.stdout.contains("UTILISATION : verbatim kwic"))
    #expect(run.stdout.contains("UTILISATION : verbatim analyze"))
  }
}

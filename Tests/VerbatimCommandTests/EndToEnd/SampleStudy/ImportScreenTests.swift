import Testing

@Suite("The sample study: import") struct ImportScreenTests {
  @Test("Codings and answers gone through are no survey, unless they are said to be")
  func codings() throws {
    let study = try SampleStudy()
    let run = try study.run(["import", SampleStudy.anna, "-p", "autre.verbatim"])
    #expect(
      run.stderr == """
        error: \(SampleStudy.anna) : des codages et non une enquête, d'après les colonnes
        Vouliez-vous dire : verbatim import \(SampleStudy.anna) --as codings (une enquête : --as survey)

        """)
    #expect(run.code == 64)
    try study.folder.write("id;codeur\nR001;anna\n", to: "vues.csv")
    let seen = try study.run(["import", "vues.csv", "--lang", "en"])
    #expect(
      seen.stderr == """
        error: vues.csv: answers gone through and no survey, by its columns
        Did you mean: verbatim import vues.csv --as seen (a survey: --as survey)

        """)
    try study.folder.write("id;code;codeur;memo\n1;a;b;Une réponse\n2;c;d;Une autre réponse\n", to: "e.csv")
    #expect(try study.run(["import", "e.csv", "-p", "e.verbatim"]).code == 64)
    #expect(try study.run(["import", "e.csv", "-p", "e.verbatim", "--as", "survey"]).code == 65)
    #expect(try study.run(["import", "e.csv", "-p", "f.verbatim", "--answers", "memo"]).code == 0)
  }

  @Test("A survey is imported with nothing said but its name; again, it adds nothing")
  func survey() throws {
    let folder = try TemporaryFolder()
    func show(_ arguments: String...) throws -> String {
      try Binary.run(arguments, in: folder).stdout
    }
    expectScreen(
      try show("import", SampleStudy.survey, "-p", "numerique.verbatim"),
      #"""
      reponses.csv · 132 lignes · UTF-8 · séparateur ;
        identifiant   id
        pondération   poids
        variables     groupe (5)  métier (18)  ancienneté (nombre)  structure (6)  territoire (4)
        questions     q1  « Qu'est-ce que le numérique a changé dans votre pratique quotidi…  132 réponses
                      q2  « Comment accompagnez-vous les personnes dans leurs démarches en …  123 réponses
                      q3  « Comment voyez-vous votre métier dans les années à venir ? »  122 réponses
      Importé dans numerique.verbatim : 377 réponses, 132 répondants
      Indexé : 18 382 mots et signes
      Pour continuer : verbatim codebook import CODES.yaml -p numerique.verbatim   ou   verbatim repl -p numerique.verbatim
      """#)
    expectScreen(
      try show("import", SampleStudy.survey),
      #"""
      reponses.csv · 132 lignes · UTF-8 · séparateur ;
        identifiant   id
        pondération   poids
        variables     groupe (5)  métier (18)  ancienneté (nombre)  structure (6)  territoire (4)
        questions     q1  « Qu'est-ce que le numérique a changé dans votre pratique quotidi…  132 réponses
                      q2  « Comment accompagnez-vous les personnes dans leurs démarches en …  123 réponses
                      q3  « Comment voyez-vous votre métier dans les années à venir ? »  122 réponses
      Rien de nouveau : tout est déjà dans numerique.verbatim.
      """#)
    expectScreen(
      try show("codebook", "import", SampleStudy.codebook),
      #"""
      Livre de codes : 25 codes ajoutés
      """#)
    expectScreen(
      try show("codebook", "import", SampleStudy.codebook),
      #"""
      Livre de codes : 0 code ajouté, 25 inchangé(s)
      """#)
    expectScreen(
      try show("import", SampleStudy.anna, "--as", "codings"),
      #"""
      Importé : 259 codages · codeur : anna
      """#)
    expectScreen(
      try show("import", SampleStudy.anna, "--as", "codings"),
      #"""
      Importé : 0 codage (259 codages déjà là) · codeur : anna
      """#)
    #expect(try folder.names == ["numerique.verbatim"])
  }

  @Test("A dry run shows the guess and makes no file")
  func dryRun() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(["import", SampleStudy.survey, "--dry-run", "--lang", "en"], in: folder)
    expectScreen(
      run.stdout,
      #"""
      reponses.csv · 132 lines · UTF-8 · delimiter ;
        identifier    id
        weight        poids
        variables     groupe (5)  métier (18)  ancienneté (number)  structure (6)  territoire (4)
        questions     q1  'Qu'est-ce que le numérique a changé dans votre pratique quotidienne ?'
                      q2  'Comment accompagnez-vous les personnes dans leurs démarches en ligne ?'
                      q3  'Comment voyez-vous votre métier dans les années à venir ?'
      Nothing was imported (--dry-run).
      """#)
    #expect(try folder.names == [])
  }

  @Test("Columns can be named: a question less, a variable less, no weight")
  func chosenColumns() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      [
        "import", SampleStudy.survey, "-p", "choisi.verbatim", "--respondent", "id", "--answers", "q3,q1",
        "--variables",
        "groupe,territoire",
      ], in: folder)
    expectScreen(
      run.stdout,
      #"""
      reponses.csv · 132 lignes · UTF-8 · séparateur ;
        identifiant   id
        pondération   poids
        variables     groupe (5)  territoire (4)
        questions     q1  « Qu'est-ce que le numérique a changé dans votre pratique quotidi…  132 réponses
                      q3  « Comment voyez-vous votre métier dans les années à venir ? »  122 réponses
        ignorées      métier (non demandée)  ancienneté (non demandée)  structure (non demandée)
                      q2. Comment accompagnez-vous les personnes dans leurs démarches en ligne ? (non demandée)
      Importé dans choisi.verbatim : 254 réponses, 132 répondants
      Indexé : 12 030 mots et signes
      Pour continuer : verbatim codebook import CODES.yaml -p choisi.verbatim   ou   verbatim repl -p choisi.verbatim
      """#)
  }

  @Test("A project is created empty, and not over another")
  func new() throws {
    let folder = try TemporaryFolder()
    expectScreen(
      try Binary.run(["new", "vide"], in: folder).stdout,
      #"""
      Projet créé : vide.verbatim
      Pour continuer : verbatim import ENQUETE.csv -p vide.verbatim
      """#)
    let again = try Binary.run(["new", "vide.verbatim"], in: folder)
    #expect(again.stderr.hasPrefix("error: vide.verbatim : ce fichier existe déjà\n"))
    #expect(again.code == 73)
    expectScreen(
      try Binary.run(["info"], in: folder).stdout,
      #"""
      vide.verbatim · 0 répondant · 0 réponse · 0 mot ou signe
        codage        0 code, 0 codage, 0 réponse sur 0 avec un codage
      """#)
  }

  @Test("What the project holds, in both languages")
  func info() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("info"),
      #"""
      numerique.verbatim · 132 répondants · 377 réponses · 18 382 mots et signes
        pondération   132 répondants
        questions     q1    132 réponses  Qu'est-ce que le numérique a changé dans votre pratique quoti…
                      q2    123 réponses  Comment accompagnez-vous les personnes dans leurs démarches e…
                      q3    122 réponses  Comment voyez-vous votre métier dans les années à venir ?
        variables     groupe (5 modalités)  Travail social 40 · Éducation 28 · Insertion 25 · Aide à domi…
                      métier (18 modalités)  assistant de service social 24 · éducateur spécialisé 11 · a…
                      ancienneté (36 modalités, nombre)
                      structure (6 modalités)  association 49 · département 27 · commune ou CCAS 19 · éta…
                      territoire (4 modalités)  métropole 38 · rural 34 · ville moyenne 30 · périurbain 24
        codage        25 codes, 471 codages, 116 réponses sur 377 avec un codage
      """#)
    expectScreen(
      try study.show("info", "--lang", "en"),
      #"""
      numerique.verbatim · 132 respondents · 377 answers · 18,382 words and marks
        weight        132 respondents
        questions     q1     132 answers  Qu'est-ce que le numérique a changé dans votre pratique quoti…
                      q2     123 answers  Comment accompagnez-vous les personnes dans leurs démarches e…
                      q3     122 answers  Comment voyez-vous votre métier dans les années à venir ?
        variables     groupe (5 values)  Travail social 40 · Éducation 28 · Insertion 25 · Aide à domicil…
                      métier (18 values)  assistant de service social 24 · éducateur spécialisé 11 · auxi…
                      ancienneté (36 values, number)
                      structure (6 values)  association 49 · département 27 · commune ou CCAS 19 · établi…
                      territoire (4 values)  métropole 38 · rural 34 · ville moyenne 30 · périurbain 24
        coding        25 codes, 471 codings, 116 of 377 answers coded
      """#)
    expectScreen(
      try study.show("check"),
      #"""
      Projet intact : 377 réponses, 471 codages
      """#)
  }
}

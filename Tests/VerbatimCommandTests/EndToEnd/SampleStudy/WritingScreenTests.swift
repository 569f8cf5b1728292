import Testing

@Suite("The sample study: excerpts and files") struct WritingScreenTests {
  @Test("Excerpts to read and quote")
  func markdown() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "excerpts", "--code", "perte de lien", "--coder", "anna", "--limit", "2", "--with",
        "groupe,territoire"),
      #"""
      # Extraits

      ## perte de lien (2 extraits sur 16)

      > …quand la personne parle d'autre chose avant de dire pourquoi elle vient. **Aucune borne ne fait le premier quart d'heure**. Si on nous le laisse je signe pour trente ans, sinon je saurai le voir venir,…

      — R008 · q3 · groupe : Travail social · territoire : périurbain · anna

      > **ON EST SEULS CHEZ NOUS AVEC LES ENFANTS** ET UN MOT DE PASSE

      — R014 · q3 · groupe : Éducation · anna · mémo : Solitude professionnelle plus que lien avec la famille. Élargir la définition à l'équipe ?
      """#)
    expectScreen(
      try study.show(
        "excerpts", "--code", "confidentialité", "--coder", "bastien", "--limit", "1", "--context",
        "sentence", "--lang",
        "en", "--with", "métier"),
      #"""
      # Excerpts

      ## confidentialité (1 excerpt of 9)

      > …**Seulement le mot de passe est le même pour toute l’équipe, il est scotché sous le clavier, et les aidant·e·s familiaux qui passent peuvent lire ce qu’on écrit de leur mère ou du voisin.**…

      — R005 · q1 · métier: auxiliaire de vie sociale · bastien
      """#)
  }

  @Test("Excerpts as files: CSV, HTML, JSON Lines, Markdown")
  func files() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "excerpts", "--code", "non-recours", "--coder", "anna", "--limit", "2", "--with", "groupe", "--to",
        "e.csv"),
      #"""
      Écrit : e.csv (2 extraits sur 9)
      """#)
    expectScreen(
      try study.folder.read("e.csv").replacing("\r\n", with: "\n"),
      #"""
      respondent,question,code,coder,origin,start,end,before,segment,after,memo,groupe
      R003,q1,non-recours,anna,import,333,376,"regarde autrement. Cela dit, les rendez-vous se prennent désormais en ligne, et ",je remarque surtout qui nous ne voyons plus," : les familles en hôtel social, celles qui venaient sans prévenir, le mardi,",,Éducation
      R003,q2,non-recours,anna,import,99,164,"de secteur ou vers France Services, à 12 km, sans bus le mercredi. ","Une fois sur trois, d’après la puéricultrice, personne n’y arrive",.,,Éducation
      """#)
    _ = try study.show(
      "excerpts", "--code", "non-recours", "--coder", "anna", "--limit", "1", "--with", "groupe", "--to",
      "e.jsonl")
    expectScreen(
      try study.folder.read("e.jsonl"),
      #"""
      {"respondent":"R003","question":"q1","code":"non-recours","colour":"#00925a","coder":"anna","origin":"import","start":333,"end":376,"before":"regarde autrement. Cela dit, les rendez-vous se prennent désormais en ligne, et ","segment":"je remarque surtout qui nous ne voyons plus","after":" : les familles en hôtel social, celles qui venaient sans prévenir, le mardi,","memo":"","variables":{"groupe":"Éducation"}}
      """#)
    _ = try study.show(
      "excerpts", "--code", "non-recours", "--coder", "anna", "--limit", "1", "--with", "groupe", "--to",
      "e.html")
    expectScreen(
      try study.folder.read("e.html"),
      #"""
      <!DOCTYPE html>
      <html lang="fr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Extraits</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
        color: #1a1a1a; background: #ffffff; }
      h2 { font-size: 1rem; font-weight: normal; margin: 2.5rem 0 1rem; }
      h2 b { background: var(--code); color: var(--ink); padding: .2rem .6rem; border-radius: .3rem; }
      nav ul { list-style: none; padding: 0; }
      nav a, figcaption { color: inherit; }
      figure { margin: 1rem 0; padding-left: 1rem; border-left: .25rem solid var(--code); break-inside: avoid; }
      blockquote { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
      figcaption { font-size: .85rem; margin-top: .3rem; }
      mark { background: var(--tint); color: #1a1a1a; }
      @media (prefers-color-scheme: dark) {
        body { color: #eeeeee; background: #161616; }
        mark { background: var(--shade); color: #ffffff; }
      }
      #c1 { --code: #00925a; --ink: #000000; --tint: #bfe3d5; --shade: #00301e; }
      </style>
      </head>
      <body>
      <h1>Extraits</h1>
      <section id="c1">
      <h2><b>non-recours</b> 1 extrait sur 9</h2>
      <figure>
      <blockquote>…regarde autrement. Cela dit, les rendez-vous se prennent désormais en ligne, et <mark>je remarque surtout qui nous ne voyons plus</mark> : les familles en hôtel social, celles qui venaient sans prévenir, le mardi,…</blockquote>
      <figcaption><b>R003</b> · q1 · groupe : Éducation · anna</figcaption>
      </figure>
      </section>
      </body>
      </html>
      """#)
    expectScreen(
      try study.show("excerpts", "--coder", "anna", "--coder", "bastien", "--to", "tout.md", "--lang", "en"),
      #"""
      Written: tout.md (471 excerpts)
      """#)
    #expect(try study.folder.names == ["e.csv", "e.html", "e.jsonl", "numerique.verbatim", "tout.md"])
  }

  @Test("Codings written are read again as they were, in another project")
  func codings() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("export", "anna.csv", "--coder", "anna"),
      #"""
      Écrit : anna.csv (259 codages)
      """#)
    #expect(
      try study.folder.read("anna.csv").replacing("\r\n", with: "\n").hasPrefix(
        "respondent,question,code,start,end,coder,date,memo\n"))
    func show(_ arguments: String...) throws -> String {
      try study.show(arguments + ["-p", "autre.verbatim"])
    }
    _ = try show("import", SampleStudy.survey)
    expectScreen(
      try show("import", "anna.csv", "--as", "codings", "--create-codes"),
      #"""
      Importé : 259 codages · codeur : anna
      Codes créés : 21
      """#)
    _ = try show("export", "encore.csv")
    #expect(try study.folder.bytes("encore.csv") == study.folder.bytes("anna.csv"))
  }

  @Test("Backup, index, check")
  func keeping() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("backup", "copie.verbatim"),
      #"""
      Copie écrite : copie.verbatim
      """#)
    expectScreen(
      try study.show("info", "-p", "copie.verbatim"),
      #"""
      copie.verbatim · 132 répondants · 377 réponses · 18 382 mots et signes
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
      try study.show("reindex", "-p", "copie.verbatim", "--lang", "en"),
      #"""
      Indexed: 377 answers, 18,382 words and marks
      """#)
    expectScreen(
      try study.show("check", "-p", "copie.verbatim", "--lang", "en"),
      #"""
      The project is whole: 377 answers, 471 codings
      """#)
  }
}

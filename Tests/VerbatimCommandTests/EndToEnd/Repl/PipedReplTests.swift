import Testing

@Suite("The REPL in a pipe") struct PipedReplTests {
  @Test("Lines are done one after another, and the first error's code is the last word")
  func lines() throws {
    let study = try SampleStudy()
    let run = try study.run(
      ["repl"],
      input: """
        # une remarque
        count lien --format table

        uncoded question:q2
        next
        code autonomie "à l'aise"
        7
        code "manque de ressources"
        show
        previous
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
      placeholder PipedReplTests.swift 1
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
        next
        code charge R3/q1 --coder dora
        quit
        code charge R1/q2 --coder dora
        """)
    #expect(run.code == 65)
    expectScreen(
      run.stderr,
      #"""
      placeholder PipedReplTests.swift 2
      """#)
    expectScreen(
      run.stdout,
      #"""
      placeholder PipedReplTests.swift 3
      """#)
  }

  @Test("Passages in French quotes, codes of one word or more, parts by offsets")
  func quotes() throws {
    let place = try BadInput()
    let run = try Binary.run(
      ["repl"], in: place.folder, input: """
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
      placeholder PipedReplTests.swift 4
      """#)
    expectScreen(
      run.stdout,
      #"""
      placeholder PipedReplTests.swift 5
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

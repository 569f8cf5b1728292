import Testing

@Suite("The sample study: import") struct ImportScreenTests {
  @Test("A survey is imported with nothing said but its name; again, it adds nothing")
  func survey() throws {
    let folder = try TemporaryFolder()
    func show(_ arguments: String...) throws -> String {
      try Binary.run(arguments, in: folder).stdout
    }
    expectScreen(
      try show("import", SampleStudy.survey, "-p", "numerique.verbatim"),
      #"""
      placeholder ImportScreenTests.swift 1
      """#)
    expectScreen(
      try show("import", SampleStudy.survey),
      #"""
      placeholder ImportScreenTests.swift 2
      """#)
    expectScreen(
      try show("codebook", "import", SampleStudy.codebook),
      #"""
      placeholder ImportScreenTests.swift 3
      """#)
    expectScreen(
      try show("codebook", "import", SampleStudy.codebook),
      #"""
      placeholder ImportScreenTests.swift 4
      """#)
    expectScreen(
      try show("import", SampleStudy.anna, "--as", "codings"),
      #"""
      placeholder ImportScreenTests.swift 5
      """#)
    expectScreen(
      try show("import", SampleStudy.anna, "--as", "codings"),
      #"""
      placeholder ImportScreenTests.swift 6
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
      placeholder ImportScreenTests.swift 7
      """#)
    #expect(try folder.names == [])
  }

  @Test("Columns can be named: a question less, a variable less, no weight")
  func chosenColumns() throws {
    let folder = try TemporaryFolder()
    let run = try Binary.run(
      [
        "import", SampleStudy.survey, "-p", "choisi", "--respondent", "id", "--answers", "q3,q1", "--variables",
        "groupe,territoire",
      ], in: folder)
    expectScreen(
      run.stdout,
      #"""
      placeholder ImportScreenTests.swift 8
      """#)
  }

  @Test("A project is created empty, and not over another")
  func new() throws {
    let folder = try TemporaryFolder()
    expectScreen(
      try Binary.run(["new", "vide"], in: folder).stdout,
      #"""
      placeholder ImportScreenTests.swift 9
      """#)
    let again = try Binary.run(["new", "vide.verbatim"], in: folder)
    #expect(again.stderr.hasPrefix("error: vide.verbatim : ce fichier existe déjà\n"))
    #expect(again.code == 73)
    expectScreen(
      try Binary.run(["info"], in: folder).stdout,
      #"""
      placeholder ImportScreenTests.swift 10
      """#)
  }

  @Test("What the project holds, in both languages")
  func info() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("info"),
      #"""
      placeholder ImportScreenTests.swift 11
      """#)
    expectScreen(
      try study.show("info", "--lang", "en"),
      #"""
      placeholder ImportScreenTests.swift 12
      """#)
    expectScreen(
      try study.show("check"),
      #"""
      placeholder ImportScreenTests.swift 13
      """#)
  }

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
      placeholder ImportScreenTests.swift 14
      """#)
  }
}

import Testing

@Suite("The sample study: coding") struct CodingScreenTests {
  @Test("The tree of codes, one code, and what is odd")
  func codebook() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("codebook", "show", "--format", "table"),
      #"""
      placeholder CodingScreenTests.swift 1
      """#)
    expectScreen(
      try study.show("codebook", "--coder", "anna", "--format", "table", "--lang", "en"),
      #"""
      placeholder CodingScreenTests.swift 2
      """#)
    expectScreen(
      try study.show("codebook", "show", "perte de lien", "--format", "table"),
      #"""
      placeholder CodingScreenTests.swift 3
      """#)
    expectScreen(
      try study.show("codebook", "check"),
      #"""
      placeholder CodingScreenTests.swift 4
      """#)
  }

  @Test("A codebook written and read again is the same")
  func codebookRoundTrip() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("codebook", "export", "codes.csv"),
      #"""
      placeholder CodingScreenTests.swift 5
      """#)
    expectScreen(
      try study.show("codebook", "import", "codes.csv"),
      #"""
      placeholder CodingScreenTests.swift 6
      """#)
    let yaml = try study.show("codebook", "export")
    try study.folder.write(yaml, to: "codes.yaml")
    expectScreen(
      try study.show("codebook", "import", "codes.yaml"),
      #"""
      placeholder CodingScreenTests.swift 7
      """#)
    #expect(try study.show("codebook", "export") == yaml)
  }

  @Test("Coding by hand: an answer, a quote, a range; seen, undone, done again, taken away")
  func hand() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("code", "autonomie", "R100/q2"),
      #"""
      placeholder CodingScreenTests.swift 8
      """#)
    expectScreen(
      try study.show("code", "autonomie", "R100/q2"),
      #"""
      placeholder CodingScreenTests.swift 9
      """#)
    expectScreen(
      try study.show(
        "code", "perte de lien", "R003/q1", "--quote", "Les plus fragiles, eux, n'ont pas réservé", "--coder", "claire",
        "--memo", "À relire ensemble."),
      #"""
      placeholder CodingScreenTests.swift 10
      """#)
    expectScreen(
      try study.show("code", "inquiétude", "R003/q3", "--range", "0-22", "--lang", "en"),
      #"""
      placeholder CodingScreenTests.swift 11
      """#)
    expectScreen(
      try study.show("codings", "--answer", "R003/q1", "--coder", "claire", "--format", "table"),
      #"""
      placeholder CodingScreenTests.swift 12
      """#)
    expectScreen(
      try study.show("codings", "--origin", "hand", "--format", "csv"),
      #"""
      placeholder CodingScreenTests.swift 13
      """#)
    expectScreen(
      try study.show("undo"),
      #"""
      placeholder CodingScreenTests.swift 14
      """#)
    expectScreen(
      try study.show("undo", "--lang", "en"),
      #"""
      placeholder CodingScreenTests.swift 15
      """#)
    expectScreen(
      try study.show("redo"),
      #"""
      placeholder CodingScreenTests.swift 16
      """#)
    expectScreen(
      try study.show("uncode", "perte de lien", "R003/q1", "--coder", "claire"),
      #"""
      placeholder CodingScreenTests.swift 17
      """#)
    expectScreen(
      try study.show("history", "--format", "table"),
      #"""
      placeholder CodingScreenTests.swift 18
      """#)
    expectScreen(
      try study.show("history", "--limit", "4", "--format", "table", "--lang", "en"),
      #"""
      placeholder CodingScreenTests.swift 19
      """#)
    expectScreen(
      try study.show("check"),
      #"""
      placeholder CodingScreenTests.swift 20
      """#)
  }

  @Test("Everything can be undone, down to the empty project, and done again")
  func undoAll() throws {
    let study = try SampleStudy()
    let before = try study.show("info")
    var undone: [String] = []
    while try study.run(["undo"]).code == 0 { undone.append("") }
    #expect(undone.count == 4)
    #expect(try study.run(["undo"]).stderr == "error: rien à annuler\n")
    expectScreen(
      try study.show("info"),
      #"""
      placeholder CodingScreenTests.swift 21
      """#)
    while try study.run(["redo"]).code == 0 { undone.removeLast() }
    #expect(undone.isEmpty)
    let acts = "numerique.verbatim"
    #expect(try study.show("info") == before)
    #expect(try study.show("check", "-p", acts).hasPrefix("Projet intact"))
  }

  @Test("Rules: what they would code, what they code, and nothing the second time")
  func autocode() throws {
    let study = try SampleStudy()
    let before = try study.folder.bytes("numerique.verbatim")
    expectScreen(
      try study.show("autocode", "--dry-run", "perte de lien", "non-recours"),
      #"""
      placeholder CodingScreenTests.swift 22
      """#)
    #expect(try study.folder.bytes("numerique.verbatim") == before)
    expectScreen(
      try study.show("autocode"),
      #"""
      placeholder CodingScreenTests.swift 23
      """#)
    let coded = try study.folder.bytes("numerique.verbatim")
    expectScreen(
      try study.show("autocode", "--lang", "en"),
      #"""
      placeholder CodingScreenTests.swift 24
      """#)
    #expect(try study.folder.bytes("numerique.verbatim") == coded)
    expectScreen(
      try study.show("autocode", "perte de lien", "--unit", "hit", "--samples", "2", "--format", "table"),
      #"""
      placeholder CodingScreenTests.swift 25
      """#)
    expectScreen(
      try study.show("coders", "--format", "table"),
      #"""
      placeholder CodingScreenTests.swift 26
      """#)
  }

  @Test("Coders and who codes")
  func coders() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("coders", "add", "Chloé"),
      #"""
      placeholder CodingScreenTests.swift 27
      """#)
    expectScreen(
      try study.show("coders", "add", "Chloé", "--lang", "en"),
      #"""
      placeholder CodingScreenTests.swift 28
      """#)
    expectScreen(
      try study.show("coders", "use", "Chloé"),
      #"""
      placeholder CodingScreenTests.swift 29
      """#)
    expectScreen(
      try study.show("code", "autonomie", "R100/q2"),
      #"""
      placeholder CodingScreenTests.swift 30
      """#)
    expectScreen(
      try study.show("code", "autonomie", "R101/q1", environment: ["VERBATIM_CODER": "dora"]),
      #"""
      placeholder CodingScreenTests.swift 31
      """#)
    expectScreen(
      try study.show("coders", "list", "--format", "table"),
      #"""
      placeholder CodingScreenTests.swift 32
      """#)
    expectScreen(
      try study.show("coders", "--format", "csv"),
      #"""
      placeholder CodingScreenTests.swift 33
      """#)
  }

  @Test("Memos on what there is")
  func memos() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("memo", "add", "Revoir le codage de cette réponse.", "--answer", "R010/q1"),
      #"""
      placeholder CodingScreenTests.swift 34
      """#)
    _ = try study.show("memo", "add", "Trop large ?", "--code", "perte de lien")
    _ = try study.show("memo", "add", "Enquête close le 12 mars.", "--lang", "en")
    expectScreen(
      try study.show("memo", "--format", "table"),
      #"""
      placeholder CodingScreenTests.swift 35
      """#)
    expectScreen(
      try study.show("memo", "list", "--code", "perte de lien", "--format", "table", "--lang", "en"),
      #"""
      placeholder CodingScreenTests.swift 36
      """#)
    expectScreen(
      try study.show("count", "memo:codage", "--format", "table"),
      #"""
      placeholder CodingScreenTests.swift 37
      """#)
    let number = try #require(try study.show("memo", "list", "--answer", "R010/q1", "--format", "tsv").split(separator: "\n").last?.split(separator: "\t").first)
    expectScreen(
      try study.show("memo", "remove", String(number)),
      #"""
      placeholder CodingScreenTests.swift 38
      """#)
    expectScreen(
      try study.show("memo", "--answer", "R010/q1", "--format", "table"),
      #"""
      placeholder CodingScreenTests.swift 39
      """#)
  }
}

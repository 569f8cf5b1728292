import Testing

@Suite("The sample study: excerpts and files") struct WritingScreenTests {
  @Test("Excerpts to read and quote")
  func markdown() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "excerpts", "--code", "perte de lien", "--coder", "anna", "--limit", "2", "--with", "groupe,territoire"),
      #"""
      placeholder WritingScreenTests.swift 1
      """#)
    expectScreen(
      try study.show(
        "excerpts", "--code", "confidentialité", "--coder", "bastien", "--limit", "1", "--context", "sentence", "--lang",
        "en", "--with", "métier"),
      #"""
      placeholder WritingScreenTests.swift 2
      """#)
  }

  @Test("Excerpts as files: CSV, HTML, JSON Lines, Markdown")
  func files() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "excerpts", "--code", "non-recours", "--coder", "anna", "--limit", "2", "--with", "groupe", "--to", "e.csv"),
      #"""
      placeholder WritingScreenTests.swift 3
      """#)
    expectScreen(
      try study.folder.read("e.csv").replacing("\r\n", with: "\n"),
      #"""
      placeholder WritingScreenTests.swift 4
      """#)
    _ = try study.show(
      "excerpts", "--code", "non-recours", "--coder", "anna", "--limit", "1", "--with", "groupe", "--to", "e.jsonl")
    expectScreen(
      try study.folder.read("e.jsonl"),
      #"""
      placeholder WritingScreenTests.swift 5
      """#)
    _ = try study.show(
      "excerpts", "--code", "non-recours", "--coder", "anna", "--limit", "1", "--with", "groupe", "--to", "e.html")
    expectScreen(
      try study.folder.read("e.html"),
      #"""
      placeholder WritingScreenTests.swift 6
      """#)
    expectScreen(
      try study.show("excerpts", "--coder", "anna", "--coder", "bastien", "--to", "tout.md", "--lang", "en"),
      #"""
      placeholder WritingScreenTests.swift 7
      """#)
    #expect(try study.folder.names == ["e.csv", "e.html", "e.jsonl", "numerique.verbatim", "tout.md"])
  }

  @Test("Codings written are read again as they were, in another project")
  func codings() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("export", "anna.csv", "--coder", "anna"),
      #"""
      placeholder WritingScreenTests.swift 8
      """#)
    #expect(try study.folder.read("anna.csv").replacing("\r\n", with: "\n").hasPrefix("respondent,question,code,start,end,coder,date,memo\n"))
    func show(_ arguments: String...) throws -> String {
      try study.show(arguments + ["-p", "autre.verbatim"])
    }
    _ = try show("import", SampleStudy.survey)
    expectScreen(
      try show("import", "anna.csv", "--as", "codings", "--create-codes"),
      #"""
      placeholder WritingScreenTests.swift 9
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
      placeholder WritingScreenTests.swift 10
      """#)
    expectScreen(
      try study.show("info", "-p", "copie.verbatim"),
      #"""
      placeholder WritingScreenTests.swift 11
      """#)
    expectScreen(
      try study.show("reindex", "-p", "copie.verbatim", "--lang", "en"),
      #"""
      placeholder WritingScreenTests.swift 12
      """#)
    expectScreen(
      try study.show("check", "-p", "copie.verbatim", "--lang", "en"),
      #"""
      placeholder WritingScreenTests.swift 13
      """#)
  }
}

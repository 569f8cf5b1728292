import Testing

@Suite("The sample study: reading and counting words") struct ReadingScreenTests {
  @Test("Answers that a query finds, with what was said of whom")
  func search() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "search", "\"perte de lien\"", "OU", "déconnexion", "--with", "groupe,ancienneté", "--limit", "3", "--format",
        "table"),
      #"""
      placeholder ReadingScreenTests.swift 1
      """#)
    expectScreen(
      try study.show("search", "groupe:Encadrement ancienneté>=10 mail", "--format", "tsv", "--with", "métier"),
      #"""
      placeholder ReadingScreenTests.swift 2
      """#)
  }

  @Test("An answer with its codings, and all of a respondent's")
  func show() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("show", "R003/q1"),
      #"""
      placeholder ReadingScreenTests.swift 3
      """#)
    expectScreen(
      try study.show("show", "R002", "--lang", "en"),
      #"""
      placeholder ReadingScreenTests.swift 4
      """#)
  }

  @Test("Words in their context")
  func kwic() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("kwic", "tableau", "--format", "table", "--limit", "8"),
      #"""
      placeholder ReadingScreenTests.swift 5
      """#)
    expectScreen(
      try study.show(
        "kwic", "perdre BEFORE/6 (temps OU lien OU sens)", "--sort", "right", "--with", "groupe", "--format", "table"),
      #"""
      placeholder ReadingScreenTests.swift 6
      """#)
    expectScreen(
      try study.show("kwic", "=Siret OU CAF within code:\"pannes et bugs\"", "--context", "4w", "--lang", "en"),
      #"""
      placeholder ReadingScreenTests.swift 7
      """#)
  }

  @Test("How often, in how many answers, by how many respondents")
  func count() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("count", "lien", "--format", "table"),
      #"""
      placeholder ReadingScreenTests.swift 8
      """#)
    expectScreen(
      try study.show("count", "lien", "--format", "json", "--lang", "en"),
      #"""
      placeholder ReadingScreenTests.swift 9
      """#)
    expectScreen(
      try study.show("count", "code:\"perte de lien\"", "--format", "table", "--lang", "en"),
      #"""
      placeholder ReadingScreenTests.swift 10
      """#)
    expectScreen(
      try study.show("count", "uncoded", "--format", "json"),
      #"""
      placeholder ReadingScreenTests.swift 11
      """#)
    expectScreen(
      try study.show("count", "question:q1 SAUF coder:anna"),
      #"""
      placeholder ReadingScreenTests.swift 12
      """#)
  }

  @Test("The most frequent words")
  func frequencies() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("frequencies", "--pos", "NOUN", "--top", "10", "--format", "table"),
      #"""
      placeholder ReadingScreenTests.swift 13
      """#)
    expectScreen(
      try study.show("frequencies", "--by", "form", "--where", "question:q2", "--top", "5", "--format", "csv"),
      #"""
      placeholder ReadingScreenTests.swift 14
      """#)
  }

  @Test("Texts of any origin, word by word")
  func analyze() throws {
    let folder = try TemporaryFolder()
    let text = "J’ai aidé les usager·ère·s.\nAujourd'hui, RAS !\n\n"
    expectScreen(
      try Binary.run(["analyze"], in: folder, input: text).stdout,
      #"""
      placeholder ReadingScreenTests.swift 15
      """#)
    expectScreen(
      try Binary.run(["analyze", "--format", "conllu"], in: folder, input: text).stdout,
      #"""
      placeholder ReadingScreenTests.swift 16
      """#)
    expectScreen(
      try Binary.run(["analyze", "--format", "jsonl"], in: folder, input: text).stdout,
      #"""
      placeholder ReadingScreenTests.swift 17
      """#)
  }
}

import Testing

@Suite("The sample study: notes on queries")
struct QueryNotesTests {
  @Test("stand on standard error, so that files and pipes have the listing alone")
  func standardError() throws {
    let study = try SampleStudy()
    let note = "« travial » n'est dans aucune réponse ; vouliez-vous dire « travail » ?\n"
    for command in ["count", "kwic", "search", "collocates"] {
      for format in ["json", "csv", "table"] {
        let run = try study.run([command, "travial", "--format", format])
        #expect(run.stderr == note, "\(command) \(format)")
        #expect(run.code == 0 && !run.stdout.contains("travail"), "\(command) \(format)")
      }
    }
    #expect(try study.show("count", "travail", "--format", "json").hasPrefix("{\"query\":\"travail\""))
  }

  @Test("are given once a command, in the REPL as well")
  func repl() throws {
    let run = try SampleStudy().run(
      ["repl"], input: "count travail et temps\nkwic code:autonomie\ncount code:autonomie coder:anna\n")
    #expect(
      run.stderr == """
        « et » est cherché comme un mot ; pour l'opérateur : ET
        Cette requête trouve des réponses, non des mots : pour les lire, verbatim search
        coder:anna : les réponses où anna a codé, quel que soit le code ; les codes donnés par anna : --coder anna (count, kwic)

        """)
    #expect(run.code == 0)
  }

  @Test("are in the language that a line of the REPL asks for, as its listing is")
  func language() throws {
    let run = try SampleStudy().run(
      ["repl"],
      input: "count travial --format table --lang en\ncount travial --format table\ncout lien --lang=en\n")
    #expect(
      run.stderr == """
        'travial' is in no answer; did you mean 'travail'?
        « travial » n'est dans aucune réponse ; vouliez-vous dire « travail » ?
        error: no command 'cout'
        Did you mean 'count'?

        """)
    let words = run.stdout.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace)[1] }
    #expect(words == ["hits", "occurrence"])
  }

  @Test("A rule that names what is unknown is noted at import, and in the coding mode")
  func rules() throws {
    let study = try SampleStudy()
    try study.folder.write(
      "codes:\n  - name: essai\n    rule: lien AND code:\"perte de liens\"\n", to: "r.yaml")
    let run = try study.run(["codebook", "import", "r.yaml"])
    #expect(
      run.stderr
        == "r.yaml:3: règle de « essai » : requête:15: aucun code « perte de liens ». Vouliez-vous dire code:\"perte de lien\" ?\n"
    )
    #expect(run.code == 0)
    let coding = try study.run(["coding", "question:q1", "--coder", "zoé"], input: "q\n")
    #expect(
      coding.stdout.contains(
        "La règle de « essai » ne propose rien : requête:15: aucun code « perte de liens ». Vouliez-vous dire code:\"perte de lien\" ?\n"
      ))
  }

  @Test("A row a coder speaks of that coder's codes")
  func byCoder() throws {
    let study = try SampleStudy()
    let table = try study.show("count", "code:\"perte de lien\"", "--by", "coder", "--format", "csv")
    for coder in ["anna", "bastien"] {
      let hers = try study.show(
        "count", "code:\"perte de lien\"", "--coder", coder, "--format", "csv")
      let counts = hers.split(separator: "\n")[1].split(separator: ",", omittingEmptySubsequences: false)
      let row = table.split(separator: "\n").first { $0.hasPrefix(coder + ",") }
      #expect(row?.contains(",\(counts[2]),\(counts[3]),") ?? false, "\(coder): \(row ?? "–"), \(counts)")
    }
  }
}

import Testing

@testable import Workbench

struct AnnotatedImportTests {
  private static let corpus = """
    <text id="R1" groupe="A">
    <s>
    Les	le	DET:ART
    liens	LIEN	NOM
    .	.	SENT
    </s>
    <s>
    Fort	Fort	NAM
    bien	bien	ADV
    </s>
    </text>
    <text id="R2" groupe="B">
    fort	fort	ADV
    </text>

    """

  private func imported() throws -> TestStudy {
    let study = try TestStudy(nil)
    let path = try study.folder.write("corpus.txt", Self.corpus)
    let outcome = try AnnotatedImport(path).run(into: study.study)
    #expect(outcome.newAnswers == 2 && outcome.newRespondents == 2 && outcome.tokens == 6)
    return study
  }

  private func check(_ study: Study) throws {
    for (query, hits) in [
      ("[lemma=\"LIEN\"]", 1), ("[lemma=\"lien\"]", 0), ("[lemma=\"lien\" %c]", 1), ("[lemma=\"fort\"]", 1),
      ("[lemma=\"Fort\"]", 1), ("[pos=\"NOM\"]", 1), ("[pos=\"DET.*\"]", 1), ("[pos=\"ADV\"] </answer>", 2),
      ("[word=\"liens\"] [] </s>", 1), ("<s> []", 3), ("lien", 1), ("pos:DET", 1), ("pos:NOUN", 0),
      ("[word=\"Les\"] within groupe:A", 1), ("[] :: groupe:B", 1),
    ] {
      #expect(try study.counts(query)[0] == hits, "\(query)")
    }
  }

  @Test("Tokens, lemmas, parts of speech and sentences are those of the file")
  func annotations() throws {
    let study = try imported()
    #expect(try study.texts() == ["Les liens. Fort bien", "fort"])
    try check(study.study)
    #expect(try QueryCounting(study.study).count("[]").tokens == 6)
    #expect(try QueryCounting(study.study).count("lien").tokens == nil)
  }

  @Test("They stay when the index is made again, and go and come back with the import")
  func reindexing() throws {
    let study = try imported()
    #expect(try Checking(study.study).run().isClean)
    try study.makeIndexStale()
    try check(study.study)
    _ = try Indexing(study.study).rebuild()
    try check(study.study)
    _ = try study.study.project.undo()
    #expect(try study.texts() == [])
    _ = try study.study.project.redo()
    try check(study.reopened())
  }

  @Test("The same file again adds nothing; a survey beside it is analysed")
  func again() throws {
    let study = try imported()
    let path = try study.folder.write("corpus.txt", Self.corpus)
    #expect(try AnnotatedImport(path).run(into: study.study).hasChanged == false)
    try study.add("id;q1\nR9;Les liens se perdent.\n")
    #expect(try study.count("[lemma=\"lien\"]") == [1, 1, 1])
    #expect(try study.count("[lemma=\"lien\" %c]") == [2, 2, 2])
  }

  @Test("A part of speech that no token has is pointed out, with the file's own among the near ones")
  func tags() throws {
    let study = try imported()
    #expect(
      throws: QueryError(
        .unknownPartOfSpeech("NOMM"), at: TextRange(5, 11),
        expected: [.oneOf((PartOfSpeechTag.all + ["DET:ART", "NAM", "NOM", "SENT"]).sorted())],
        nearName: "pos=\"NOM\"")
    ) { try study.count("[pos=\"NOMM\"]") }
  }

  @Test(
    "pos: finds the file's own parts of speech, by the whole or the first part, in either case",
    arguments: [
      ("pos:NOM", 1), ("pos:nom", 1), ("pos:DET", 1), ("pos:DET:ART", 1), ("pos:\"det:art\"", 1),
      ("pos:ADV", 2),
      ("pos:SENT", 1), ("pos:X", 0), ("pos:NOUN", 0), ("\"pos:DET pos:NOM\"", 1),
      ("pos:NAM BEFORE/2 bien", 1),
    ])
  func ownTags(query: String, hits: Int) throws {
    #expect(try imported().study.counts(query)[0] == hits)
  }

  @Test("A pos: that no token has is pointed out with the near name")
  func unknownTag() throws {
    let study = try imported()
    let all = (PartOfSpeechTag.all + ["DET:ART", "NAM", "NOM", "SENT"]).sorted()
    #expect(
      throws: QueryError(
        .unknownPartOfSpeech("NAMM"), at: TextRange(9, 17), expected: [.oneOf(all)], nearName: "NAM")
    ) { try study.count("lien AND pos:NAMM") }
    #expect(
      throws: StudyError.unknownPartOfSpeech(name: "QQQQ", near: nil, known: all)
    ) { try WordCounting(study.study).frequencies(.init(partsOfSpeech: ["NOM", "QQQQ"])) }
    #expect(try WordCounting(study.study).partsOfSpeech() == all)
  }

  @Test("Words are counted by and of the file's own parts of speech; its punctuation is none of the words")
  func counting() throws {
    let study = try imported().study
    func rows(_ key: WordKey, _ parts: [String]? = nil) throws -> [String] {
      try WordCounting(study).frequencies(.init(key: key, partsOfSpeech: parts)).rows.map {
        "\($0.key) \($0.count)"
      }
    }
    #expect(try rows(.partOfSpeech) == ["ADV 2", "DET:ART 1", "NAM 1", "NOM 1"])
    #expect(try rows(.partOfSpeech, ["SENT", "adv"]) == ["ADV 2", "SENT 1"])
    #expect(try rows(.lemma, ["NOM", "DET"]) == ["le 1", "LIEN 1"])
    #expect(try rows(.form) == ["fort 2", "bien 1", "les 1", "liens 1"])
    let hits = try GroupedCounting(study).table(.init(.init("[]"), by: .word(.partOfSpeech)))
    #expect(hits.rows.map(\.name) == ["ADV", "DET:ART", "NAM", "NOM", "SENT"])
  }

  @Test("Characters that would become one are kept apart")
  func composition() throws {
    let study = try TestStudy(nil)
    let file = "<text>\n(\t(\tPUNCT\n\u{301}\tx\tX\ne\u{301}te\té\tNOUN\n</text>\n"
    _ = try AnnotatedImport(try study.folder.write("c.vrt", file)).run(into: study.study)
    #expect(try study.texts() == ["( \u{301} éte"] || study.texts() == ["(\u{301} éte"])
    #expect(try study.count("[word=\"éte\"]") == [1, 1, 1])
  }
}

import CodingModel
import Interchange
import Testing

struct VRTReaderTests {
  @Test("Texts are respondents' with their values; French spaces are put where the file says nothing")
  func texts() throws {
    let file = """
      <?xml version="1.0"?>
      <corpus>
      <text id="R1" question='q1' groupe="A &amp; B">
      <s>
      L'\tle\tDET
      ami\tami\tNOUN
      (\t(\tPUNCT
      vu\tvoir\tVERB
      )\t)\tPUNCT
      ,\t,\tPUNCT
      dit\tdire\tVERB
      -il\til\tPRON
      </s>
      <s>
      &lt;3\t&lt;3\tSYM
      </s>
      </text>
      <text>
      Oui\toui\tINTJ
      </text>
      </corpus>

      """
    #expect(
      try AnnotatedFile.read(file) == [
        "R1/q1 groupe=A & B:|L'/le/DETami/ami/NOUN (/(/PUNCTvu/voir/VERB)/)/PUNCT,/,/PUNCT dit/dire/VERB-il/il/PRON"
          + "| <3/<3/SYM", "2:|Oui/oui/INTJ",
      ])
  }

  @Test("A file without texts is one; <g/> says where there is no space")
  func glue() throws {
    let file = "<s>\na\ta\tX\n<g/>\n,\t,\tPUNCT\nb\tb\tX\n</s>\n<s>\n,\t,\tPUNCT\n</s>\n"
    #expect(try AnnotatedFile.read(file) == ["1:|a/a/X,/,/PUNCT b/b/X| ,/,/PUNCT"])
  }

  @Test("Columns are known by their names or by what they hold")
  func columns() throws {
    let treeTagger = "<text>\nLes\tDET:ART\tle\nliens\tNOM\tlien\nse\tPRO:PER\tse\n</text>\n"
    #expect(try AnnotatedFile.read(treeTagger) == ["1:|Les/le/DET:ART liens/lien/NOM se/se/PRO:PER"])
    #expect(
      try AnnotatedFile.read(treeTagger, columns: ["word", "lemma", "x"]) == [
        "1:|Les/DET:ART/X liens/NOM/X se/PRO:PER/X"
      ])
    let named =
      "<!-- #vrt positional-attributes: ref word pos/x lemma -->\n<text>\n1\tles\tx\tle\n2\tX\ty\tz\n</text>\n"
    #expect(try AnnotatedFile.read(named) == ["1:|les/le/x X/z/y"])
    #expect(try AnnotatedFile.read("<s>\nmot\n</s>\n") == ["1:|mot/mot/X"])
  }

  @Test(
    "What is wrong has its line and column",
    arguments: [
      ("<text>\na\tb\n<text>\n</text>\n", AnnotatedFileError(.nestedElement("text"), line: 3, column: 1)),
      ("<text>\na\tb\n", AnnotatedFileError(.unclosedElement("text"), line: 1, column: 1)),
      ("<text>\n<s>\na\tb\n</text>\n", AnnotatedFileError(.unclosedElement("s"), line: 2, column: 1)),
      ("<s>\na\tb\n<s>\n", AnnotatedFileError(.nestedElement("s"), line: 3, column: 1)),
      ("<s>\na\tb\n</s>\n</s>\n", AnnotatedFileError(.unopenedElement("s"), line: 4, column: 1)),
      ("<s>\na\tb\n</s>\n</text>\n", AnnotatedFileError(.unopenedElement("text"), line: 4, column: 1)),
      (
        "<text>\na\tb\nc\td\te\n</text>\n",
        AnnotatedFileError(.cellCount(expected: 2, found: 3), line: 3, column: 3)
      ),
      (
        "<text>\na\tb\nc\n</text>\n",
        AnnotatedFileError(.cellCount(expected: 2, found: 1), line: 3, column: 2)
      ),
      ("<text>\na\tb\n\tb\n</text>\n", AnnotatedFileError(.emptyCell, line: 3, column: 1)),
      ("<text>\na\tb\n</text>\nc\td\n", AnnotatedFileError(.tokenOutside, line: 4, column: 1)),
      ("<s>\na\tb\n</s>\n<text>\n", AnnotatedFileError(.tokenOutside, line: 2, column: 1)),
      ("<text id=R1>\na\tb\n</text>\n", AnnotatedFileError(.badTag, line: 1, column: 10)),
      ("<text id=\"R1>\na\tb\n</text>\n", AnnotatedFileError(.badTag, line: 1, column: 10)),
      ("<text é é>\na\tb\n</text>\n", AnnotatedFileError(.badTag, line: 1, column: 7)),
      ("<s>\n</s>\n", AnnotatedFileError(.noTokens)),
    ])
  func mistakes(_ file: String, _ error: AnnotatedFileError) {
    #expect(throws: error) { try AnnotatedFile.read(file) }
  }

  @Test("A line without end is refused")
  func longLine() {
    let file = "<s>\na\tb\n" + String(repeating: "x", count: AnnotatedReader.lineLimit + 1)
    #expect(throws: AnnotatedFileError(.lineTooLong, line: 3, column: 1)) { try AnnotatedFile.read(file) }
  }

  @Test("Bytes that are no text are refused, and surveys are none of these")
  func detection() throws {
    #expect(throws: AnnotatedFileError(.noTokens)) { try AnnotatedFile.read("id;q1\n1;<s>\n") }
    #expect(throws: AnnotatedFileError(.noTokens)) { try AnnotatedFile.read("<html>\n<body>\ntexte\n") }
  }

  @Test("Columns may be named by nothing, but not be too few")
  func namelessColumns() throws {
    func read(_ names: String) throws -> [String] {
      try AnnotatedFile.read(
        "<!-- #vrt positional-attributes: \(names) -->\n<text id=\"a\">\nchat\tchat\tN\n</text>\n")
    }
    #expect(try read("word / pos").count == 1)
    for names in ["//", "/", ""] { #expect(throws: AnnotatedFileError.self) { try read(names) } }
  }
}

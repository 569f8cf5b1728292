import Testing

@testable import VerbatimCommand
@testable import Workbench

@Suite struct AnalysisWriterTests {
  private let line = "J’ai vu. Les usager·ère·s"
  private var tokens: [TextAnalysis.Token] {
    [
      token(0, 2, "je", .pronoun, starts: true), token(2, 4, "avoir", .auxiliary), token(5, 7, "voir", .verb),
      token(7, 8, ".", .punctuation), token(9, 12, "le", .determiner, starts: true),
      token(13, 25, "usager", .noun, masculine: "usagers", feminine: "usagères"),
    ]
  }

  private func token(
    _ start: Int, _ end: Int, _ lemma: String, _ part: PartOfSpeech, starts: Bool = false,
    masculine: String? = nil,
    feminine: String? = nil, doublet: Int? = nil
  ) -> TextAnalysis.Token {
    TextAnalysis.Token(
      start: start, end: end,
      type: TokenType(
        word: "", form: "", lemma: lemma, partOfSpeech: part, kind: .word, masculine: masculine,
        feminine: feminine),
      startsSentence: starts, doublet: doublet)
  }

  @Test("Tabs between, a word a line, a blank line after each text")
  func tsv() {
    #expect(
      AnalysisWriter.text(line, tokens, 1, .tsv) == """
        0\t2\tJ’\tje\tPRON\t_\t_
        2\t4\tai\tavoir\tAUX\t_\t_
        5\t7\tvu\tvoir\tVERB\t_\t_
        7\t8\t.\t.\tPUNCT\t_\t_
        9\t12\tLes\tle\tDET\t_\t_
        13\t25\tusager·ère·s\tusager\tNOUN\tusagers\tusagères


        """)
    #expect(AnalysisWriter.text("", [], 2, .tsv) == "\n")
  }

  @Test("A sentence a block in CoNLL-U, genders in the last column")
  func conllu() {
    #expect(
      AnalysisWriter.text(line, tokens, 7, .conllu) == """
        # sent_id = 7-1
        # text = J’ai vu.
        1\tJ’\tje\tPRON\t_\t_\t_\t_\t_\tSpaceAfter=No
        2\tai\tavoir\tAUX\t_\t_\t_\t_\t_\t_
        3\tvu\tvoir\tVERB\t_\t_\t_\t_\t_\tSpaceAfter=No
        4\t.\t.\tPUNCT\t_\t_\t_\t_\t_\t_

        # sent_id = 7-2
        # text = Les usager·ère·s
        1\tLes\tle\tDET\t_\t_\t_\t_\t_\t_
        2\tusager·ère·s\tusager\tNOUN\t_\t_\t_\t_\t_\tMasc=usagers|Fem=usagères


        """)
    #expect(AnalysisWriter.text("", [], 2, .conllu) == "")
  }

  @Test("The words of a doublet name each other: by number in a sentence of CoNLL-U, by place in JSON")
  func doublets() {
    let words = [
      token(0, 1, "a", .noun, starts: true), token(2, 3, "b", .noun, starts: true, doublet: 3),
      token(4, 5, "et", .coordination), token(6, 7, "b", .noun, doublet: 1),
    ]
    let conllu = AnalysisWriter.text("a b + c", words, 1, .conllu)
    #expect(conllu.contains("1\tb\tb\tNOUN\t_\t_\t_\t_\t_\tDoublet=3\n"))
    #expect(conllu.contains("3\tc\tb\tNOUN\t_\t_\t_\t_\t_\tDoublet=1\n"))
    let json = AnalysisWriter.text("a b + c", words, 1, .jsonl)
    #expect(json.contains(#""starts_sentence":true,"doublet":3}"#) && json.contains(#""doublet":1}"#))
  }

  @Test("A text a line in JSON Lines")
  func jsonl() {
    #expect(
      AnalysisWriter.text("vu", [token(0, 2, "voi\"r", .verb, starts: true)], 3, .jsonl) == #"""
        {"line":3,"tokens":[{"start":0,"end":2,"surface":"vu","lemma":"voi\"r","upos":"VERB","masculine":null,"feminine":null,"starts_sentence":true,"doublet":null}]}

        """#)
    #expect(AnalysisWriter.text("", [], 4, .jsonl) == "{\"line\":4,\"tokens\":[]}\n")
  }
}

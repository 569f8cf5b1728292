import CodingModel
import Foundation
import Interchange
import Testing

/// Reading a file's text as a corpus annotated elsewhere.
struct AnnotatedFile {
  /// The texts as lines: `respondent/question name=value`, then `space word/lemma/tag` of each token, sentences
  /// parted by `|`.
  static func read(_ content: String, columns: [String]? = nil) throws -> [String] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("annotated-\(UUID().uuidString)")
      .path
    try Data(content.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var reader = try AnnotatedReader(path: path, columns: columns)
    var lines: [String] = []
    while let text = try reader.next() {
      var line = text.respondent + (text.question.map { "/" + $0 } ?? "")
      for (name, value) in text.values { line += " \(name)=\(value)" }
      line += ":"
      for token in text.tokens {
        if token.startsSentence { line += "|" }
        line += token.space.replacing("\n", with: "↵") + "\(token.word)/\(token.lemma)/\(token.tag)"
      }
      lines.append(line)
    }
    return lines
  }
}

struct CoNLLUReaderTests {
  private func word(_ id: String, _ form: String, _ lemma: String, _ tag: String, _ misc: String = "_")
    -> String
  {
    "\(id)\t\(form)\t\(lemma)\t\(tag)\t_\t_\t_\t_\t_\t\(misc)\n"
  }

  @Test("Texts begin with newdoc; written forms of several words are one token; spaces are as in the file")
  func documents() throws {
    let file =
      "# newdoc id = R1\n# sent_id = 1\n# text = Il va\n" + word("1", "Il", "lui", "PRON")
      + word("2", "va", "aller", "VERB", "SpaceAfter=No") + word("3", ".", ".", "PUNCT", "SpacesAfter=\\n")
      + "\n" + word("1-2", "du", "_", "_") + word("1", "de", "de", "ADP") + word("2", "le", "le", "DET")
      + word("2.1", "fait", "faire", "VERB") + word("3", "pain", "pain", "_")
      + "\n# newdoc\n" + word("1", "Oui", "oui", "INTJ")
    #expect(
      try AnnotatedFile.read(file) == [
        "R1:|Il/lui/PRON va/aller/VERB././PUNCT|↵du/de+le/ADP+DET pain/pain/_", "2:|Oui/oui/INTJ",
      ])
  }

  @Test("Without newdoc the sentences of a line that `analyze` wrote are a text, and others are texts each")
  func sentences() throws {
    let file =
      "# sent_id = 3-1\n" + word("1", "a", "a", "X") + "\n# sent_id = 3-2\n" + word("1", "b", "b", "X")
      + "\n# sent_id = 4-1\n" + word("1", "c", "c", "X") + "\n# sent_id = fr-ud_7\n"
      + word("1", "d", "d", "X")
      + "\n" + word("1", "e", "e", "X")
    #expect(
      try AnnotatedFile.read(file) == ["3:|a/a/X| b/b/X", "4:|c/c/X", "fr-ud_7:|d/d/X", "s5:|e/e/X"])
  }

  @Test(
    "What is wrong has its line and column",
    arguments: [
      (["1", "short"], AnnotatedFileError(.cellCount(expected: 10, found: 3), line: 2, column: 4)),
      (["1", "3"], AnnotatedFileError(.badID, line: 2, column: 1)),
      (["1", "1"], AnnotatedFileError(.badID, line: 2, column: 1)),
      (["1", "1-2"], AnnotatedFileError(.badID, line: 2, column: 1)),
      (["1", "x"], AnnotatedFileError(.badID, line: 2, column: 1)),
      (["1-3", "1", "2", ""], AnnotatedFileError(.badID, line: 4, column: 1)),
      (["1-3", "1", "2"], AnnotatedFileError(.badID, line: 3, column: 1)),
      (["1", "empty"], AnnotatedFileError(.emptyCell, line: 2, column: 2)),
      ([], AnnotatedFileError(.text(.empty))),
    ])
  func mistakes(_ ids: [String], _ error: AnnotatedFileError) {
    let lines = ids.map { id in
      switch id {
      case "": "\n"
      case "short": "2\ta\tb\n"
      case "empty": word("2", "", "a", "X")
      default: word(id, "a", "a", "X")
      }
    }
    #expect(throws: error) { try AnnotatedFile.read(lines.joined()) }
  }
}

import Foundation
import Interchange
import Testing

@Suite("Finding a file's delimiter")
struct DelimiterSnifferTests {
  @Test(
    "The delimiter is the one under which the rows are alike",
    arguments: [
      ("id,r\n1,a\n", ","),
      ("id;r\n1;a\n", ";"),
      ("id\tr\n1\ta\n", "\t"),
      ("id|r\n1|a\n", "|"),
      ("id;réponse\n1;Oui, non, peut-être\n2;Oui, non, jamais\n", ";"),
      ("id;q1. Le numérique, les gens, vous ?\n1;Oui, non, jamais\n2;Rien\n", ";"),
      ("id;q1. Le numérique, et vous ?\n1;Oui, voilà\n2;a;b\n", ";"),
      ("id,q1; et vous ?,c\n1,\"a;b\",d\n2,e,f\n", ","),
      ("id,réponse\n1,\"a;b;c\nd;e\"\n2,\"f;g\"\n", ","),
      ("id;réponse\n1;\"a,b\nc,d\n\"\n2;\"e,f\"\n", ";"),
      ("a,b,c\n1,2\n", ","),
      ("id\tr\n1\ta; b; c\n2\td; e; f\n", "\t"),
      ("id;liste\n1;a | b\n2;c | d\n", ";"),
    ])
  func delimiters(text: String, delimiter: Character) throws {
    #expect(try DelimitedReader(data: Data(text.utf8)).format.delimiter.character == delimiter)
  }

  @Test("A file of sentences has none")
  func sentences() throws {
    let text =
      "Qu'est-ce que le numérique, pour vous ?\nRien, ou presque\nTout\nUn outil, un de plus, c'est tout\n"
    #expect(try DelimitedReader(data: Data(text.utf8)).format.delimiter == .none)
  }

  @Test("Rows cut by the end of what is looked at do not mislead")
  func longFile() throws {
    let long = String(repeating: "des mots, des mots, ", count: 20_000)
    let text = "id;r\n1;\"\(long)\"\n2;\"\(long)\"\n"
    #expect(try DelimitedReader(data: Data(text.utf8)).format.delimiter == .semicolon)
  }

  @Test("Letters, digits, quotes and line ends can be no delimiter")
  func possibleDelimiters() {
    for character in "a9\"\né" as String { #expect(Delimiter(character) == nil) }
    #expect(Delimiter("^")?.character == "^")
    #expect(Delimiter.tab.character == "\t")
  }
}

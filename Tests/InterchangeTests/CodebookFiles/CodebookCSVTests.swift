import CodingModel
import Foundation
import Interchange
import Testing

private func read(_ text: String) throws(CodebookFileError) -> CodebookFile {
  try CodebookCSVReader.read(Data(text.utf8))
}

private func written(_ tree: CodebookTree) -> String {
  var output = ""
  CodebookCSVWriter.write(tree, to: &output)
  return output
}

@Suite("Codebooks as tables")
struct CodebookCSVTests {
  @Test("A table is read, in any order and language, with the places of codes and rules")
  func whole() throws {
    let file = try read(
      """
      Nom;Parent;Couleur;Définition;Exemples;Règle;Clé
      écran;perte-de-lien;#FF0000;;"un
      C:\\\\nom\\nsuite";lien;
      perte de lien;;;Le lien;;;perte-de-lien
      autre;perte de lien/écran;;;;;

      """)
    #expect(
      file.tree
        == CodebookTree(roots: [
          .init(
            key: "perte-de-lien", content: CodeContent(name: "perte de lien", definition: "Le lien"),
            children: [
              .init(
                content: CodeContent(
                  name: "écran", colour: Colour("#ff0000"), examples: ["un", "C:\\nom\nsuite"], rule: "lien"),
                children: [.init(content: CodeContent(name: "autre"))])
            ])
        ]))
    #expect(
      file.locations == [
        .init(code: FilePosition(line: 4, column: 1)),
        .init(code: FilePosition(line: 2, column: 1), rule: FilePosition(line: 2, column: 6)),
        .init(code: FilePosition(line: 5, column: 1)),
      ])
  }

  @Test("A codebook is written parents first, codes with codes under them given a key")
  func written_whole() {
    let tree = CodebookTree(
      title: "perdu", description: "aussi",
      roots: [
        .init(
          content: CodeContent(
            name: "Perte, de lien", colour: Colour("#010203"), examples: ["a\nb", "c\\d"]),
          children: [.init(key: "x", content: CodeContent(name: "écran", rule: "lien \"fort\"", memo: "m"))]),
        .init(content: CodeContent(name: "autre", definition: "d", inclusion: "i", exclusion: "e")),
      ])
    #expect(
      written(tree) == #"""
        key,name,parent,colour,definition,inclusion,exclusion,examples,rule,memo
        perte-de-lien,"Perte, de lien",,#010203,,,,"a\nb
        c\\d",,
        x,écran,perte-de-lien,,,,,,"lien ""fort""",m
        ,autre,,,d,i,e,,,

        """#)
  }

  @Test("Whatever is written reads back")
  func roundTrip() throws {
    var dice = Dice(5)
    for _ in 0..<300 {
      let tree = dice.codebook(Dice.printablePieces)
      // The title, empty examples and missing keys of parents are what a table does not keep.
      let text = written(tree)
      guard !tree.roots.isEmpty else { continue }
      let back = try read(text).tree
      #expect(written(back) == text)
      let names = back.flattened.map { $0.path.map(\.scalarValues) }
      #expect(names == tree.flattened.map { $0.path.map(\.scalarValues) })
      for (found, given) in zip(back.flattened, tree.flattened) {
        #expect(found.node.content.colour == given.node.content.colour)
        #expect(
          found.node.content.examples.map(\.scalarValues)
            == given.node.content.examples.filter { !$0.isEmpty }.map(\.scalarValues))
      }
    }
  }

  @Test(
    "Every mistake has its error and its place",
    arguments: [
      ("", 0, 0, .empty),
      ("name,parent\n", 0, 0, .text(.headerOnly)),
      ("parent,memo\na,b\n", 1, 1, .missingKey("name")),
      ("name,colur\na,b\n", 1, 2, .unknownKey("colur", near: ["colour"])),
      ("name,memo\na,b\n,c\n", 3, 1, .missingName),
      ("memo,name\nb,\u{200B}\n", 2, 2, .missingName),
      ("name\n\(String(repeating: "a", count: 201))\n", 2, 1, .longName(201)),
      ("name,memo\na\n", 2, 0, .text(.cellCount(line: 2, expected: 2, found: 1))),
      ("name,memo\na,\"b\n", 2, 2, .text(.unclosedQuote(line: 2, column: 2))),
      ("name,colour\na,rouge\n", 2, 2, .badColour("rouge")),
      ("name,parent\na,\na,\n", 3, 1, .duplicateName("a", firstLine: 2)),
      ("key,name\nx,a\nx,b\n", 3, 2, .duplicateID("x", firstLine: 2)),
      ("key,name\nà,a\n", 2, 2, .badID("à")),
      ("name,parent\nlien,\nb,lein\n", 3, 2, .unknownParent("lein", near: ["lien"])),
      ("name,parent\na,b\nb,a\n", 2, 1, .cycle(["a", "b"])),
    ] as [(String, Int, Int, CodebookFileError.Problem)])
  func mistakes(text: String, line: Int, column: Int, problem: CodebookFileError.Problem) {
    do {
      _ = try read(text)
      Issue.record("no error")
    } catch {
      #expect(error.problem == problem)
      #expect(error.position == FilePosition(line: line, column: column))
    }
  }

  @Test("A missing file is told from an unreadable one")
  func files() {
    do {
      _ = try CodebookCSVReader.read(path: "/nulle-part.csv")
      Issue.record("no error")
    } catch { #expect(error.problem == .file(.missing)) }
  }
}

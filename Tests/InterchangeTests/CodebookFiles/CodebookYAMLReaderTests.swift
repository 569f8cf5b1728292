import CodingModel
import Foundation
import Interchange
import Testing

private func error(_ text: String) -> CodebookFileError? {
  do { _ = try CodebookYAMLReader.read(text) } catch { return error }
  return nil
}

@Suite("Reading a codebook in YAML")
struct CodebookYAMLReaderTests {
  @Test("All of a code is read, with the places of codes and rules")
  func whole() throws {
    let text = """
      title: Le numérique
      description: |
        Pour l'enquête.
        En deux lignes.
      codes:
        - id: perte-de-lien   # stable
          name: perte de lien
          colour: "#C0392b"
          definition: Le lien se perd.
          inclusion: dit la perte
          exclusion: dit la distance
          examples: ["je ne vois plus personne", 'on perd: tout']
          rule: 'lien AND perdre'
          memo: à revoir
          codes:
            - name: yes
              color: "#000000"
              examples: un seul
            - 1.0
        -   name: surcharge
            rule: |
              a OR b

      """
    let file = try CodebookYAMLReader.read(text)
    #expect(
      file.tree
        == CodebookTree(
          title: "Le numérique", description: "Pour l'enquête.\nEn deux lignes.\n",
          roots: [
            .init(
              key: "perte-de-lien",
              content: CodeContent(
                name: "perte de lien", colour: Colour("#c0392b"), definition: "Le lien se perd.",
                inclusion: "dit la perte", exclusion: "dit la distance",
                examples: ["je ne vois plus personne", "on perd: tout"], rule: "lien AND perdre",
                memo: "à revoir"),
              children: [
                .init(content: CodeContent(name: "yes", colour: Colour("#000000"), examples: ["un seul"])),
                .init(content: CodeContent(name: "1.0")),
              ]),
            .init(content: CodeContent(name: "surcharge", rule: "a OR b\n")),
          ]))
    #expect(
      file.locations == [
        .init(code: FilePosition(line: 6, column: 5), rule: FilePosition(line: 13, column: 11)),
        .init(code: FilePosition(line: 16, column: 9)), .init(code: FilePosition(line: 19, column: 9)),
        .init(code: FilePosition(line: 20, column: 7), rule: FilePosition(line: 21, column: 13)),
      ])
  }

  @Test("Codes may name their parent by id, name or path, before or after it")
  func flat() throws {
    let text = """
      codes:
        - {name: c, parent: b}
        - {name: a}
        - {name: b, parent: a-1}
        - {id: a-1, name: d}
        - {name: e, parent: d/b/c}
        - {name: f, parent: un-nom}
        - {name: "Un nom"}
      """
    let tree = try CodebookYAMLReader.read(text).tree
    #expect(
      tree.flattened.map { $0.path.joined(separator: "/") } == [
        "a", "d", "d/b", "d/b/c", "d/b/c/e", "Un nom", "Un nom/f",
      ])
  }

  @Test("Empty values are as if left out; an empty list of codes is a codebook")
  func empties() throws {
    let tree = try CodebookYAMLReader.read(
      "title:\ncodes:\n  - name: a\n    rule: ''\n    memo: ~\n    codes:\n    examples: []\n"
    ).tree
    #expect(tree == CodebookTree(roots: [.init(content: CodeContent(name: "a"))]))
    #expect(try CodebookYAMLReader.read("codes: []").tree == CodebookTree())
  }

  @Test("Files in Windows-1252 and with a byte order mark are read")
  func encodings() throws {
    let text = "codes:\n  - name: Éducation spécialisée\n"
    let expected = CodebookTree(roots: [.init(content: CodeContent(name: "Éducation spécialisée"))])
    #expect(try CodebookYAMLReader.read(text.data(using: .windowsCP1252)!).tree == expected)
    #expect(try CodebookYAMLReader.read(Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8)).tree == expected)
    #expect(try withFile(Data(text.utf8)) { try CodebookYAMLReader.read(path: $0) }.tree == expected)
  }

  @Test(
    "Every mistake has its error and its place",
    arguments: [
      ("", 0, 0, .empty),
      ("# rien\n", 0, 0, .empty),
      ("title: x\n", 1, 1, .missingKey("codes")),
      ("- a\n- b\n", 1, 1, .wrongType(key: "", expected: .mapping)),
      ("codes: perte\n", 1, 8, .wrongType(key: "codes", expected: .list)),
      ("codes:\n  - name: a\n   name: b\n", 3, 4, .syntax(detail: "did not find expected '-' indicator")),
      ("codes:\n  - name: a: b\n", 2, 12, .syntax(detail: "mapping values are not allowed in this context")),
      (
        "codes:\n  - name: a\n    rule: \"lien\" AND perdre\n", 3, 18,
        .syntax(detail: "did not find expected key")
      ),
      ("codes:\n  - name: 'a\n", 3, 1, .syntax(detail: "found unexpected end of stream")),
      ("codes:\n\t- name: a\n", 2, 1, .syntax(detail: "found character that cannot start any token")),
      ("codes:\n  - name: a\u{1}\n", 2, 12, .syntax(detail: "control characters are not allowed")),
      ("codes: []\n---\ncodes: []\n", 2, 1, .syntax(detail: "but found another document")),
      ("codes:\n  - name: a\n    defintion: b\n", 3, 5, .unknownKey("defintion", near: ["definition"])),
      ("codes:\n  - nom: a\n", 2, 5, .unknownKey("nom", near: ["name"])),
      ("codes:\n  - name: a\n    couleur: b\n", 3, 5, .unknownKey("couleur", near: ["colour"])),
      ("titre: x\ncodes: []\n", 1, 1, .unknownKey("titre", near: ["title"])),
      ("codes:\n  - name: a\n    1: b\n", 3, 5, .unknownKey("1", near: [])),
      ("codes:\n  - name: a\n    name: b\n", 2, 5, .repeatedKey("name")),
      ("codes:\n  - name: a\n    colour: '#ffffff'\n    color: '#ffffff'\n", 4, 5, .repeatedKey("color")),
      ("codes:\n  - id: a\n", 2, 5, .missingName),
      ("codes:\n  - name: '  '\n", 2, 5, .missingName),
      ("codes:\n  - \u{200B}\u{AD}\n", 2, 5, .missingName),
      (
        "codes:\n  - name: a\n    codes:\n      - \(String(repeating: "é", count: 201))\n", 4, 9,
        .longName(201)
      ),
      ("codes:\n  - l'aide\n  - l’aide\n", 3, 5, .duplicateName("l’aide", firstLine: 2)),
      ("codes:\n  - a\n  - \n", 3, 4, .wrongType(key: "codes", expected: .mapping)),
      ("codes:\n  - name: [a]\n", 2, 11, .wrongType(key: "name", expected: .text)),
      ("codes:\n  - name: a\n    examples: {b: c}\n", 3, 15, .wrongType(key: "examples", expected: .text)),
      ("codes:\n  - name: a\n    examples: [[b]]\n", 3, 16, .wrongType(key: "examples", expected: .text)),
      ("codes:\n  - [a]\n", 2, 5, .wrongType(key: "codes", expected: .mapping)),
      ("codes:\n  - name: a\n  - name: b\n  - name: a\n", 4, 5, .duplicateName("a", firstLine: 2)),
      ("codes:\n  - name: a\n    codes: [b, c, b]\n", 3, 19, .duplicateName("b", firstLine: 3)),
      (
        "codes:\n  - {name: a, codes: [b]}\n  - {name: b, parent: a}\n", 3, 5,
        .duplicateName("b", firstLine: 2)
      ),
      ("codes:\n  - {name: a, id: x}\n  - {name: b, id: x}\n", 3, 5, .duplicateID("x", firstLine: 2)),
      ("codes:\n  - {name: a, id: à b}\n", 2, 5, .badID("à b")),
      ("codes:\n  - name: a\n    colour: red\n", 3, 13, .badColour("red")),
      ("codes:\n  - name: a\n    colour: #ff0000\n", 3, 5, .unquotedColour),
      ("codes:\n  - {name: perte, parent: lein}\n  - lien\n", 2, 27, .unknownParent("lein", near: ["lien"])),
      (
        "codes:\n  - {name: a, codes: [c]}\n  - {name: b, codes: [c]}\n  - {name: d, parent: c}\n", 4, 23,
        .ambiguousParent("c")
      ),
      (
        "codes:\n  - {name: a, parent: b}\n  - {name: b, parent: c}\n  - {name: c, parent: a}\n", 2, 5,
        .cycle(["a", "b", "c"])
      ),
      ("codes:\n  - {name: a, parent: a}\n", 2, 5, .cycle(["a"])),
      ("codes:\n  - name: a\n    parent: b\n    codes:\n      - b\n", 2, 5, .cycle(["a", "b"])),
      ("codes:\n  - &x {name: a}\n  - *x\n", 3, 5, .alias("x")),
      ("codes:\n  - name: *x\n", 2, 11, .syntax(detail: "found undefined alias")),
    ] as [(String, Int, Int, CodebookFileError.Problem)])
  func mistakes(text: String, line: Int, column: Int, problem: CodebookFileError.Problem) {
    let found = error(text)
    #expect(found?.problem == problem)
    #expect(found?.position == FilePosition(line: line, column: column))
  }

  @Test("Files that are no text or cannot be opened are refused")
  func files() {
    #expect(throws: CodebookFileError.self) { try CodebookYAMLReader.read(path: "/nulle-part.yaml") }
    do { _ = try CodebookYAMLReader.read(Data("SQLite format 3\0".utf8)) } catch {
      #expect(error.problem == .text(.foreignFormat(.sqlite)))
    }
    do { _ = try CodebookYAMLReader.read(Data("é: à\nû".utf8) + Data([0xE9])) } catch {
      #expect(error.problem == .text(.invalidText(.utf8, line: 2, column: 1)))
    }
  }

  @Test("Marks that only look like anchors and aliases are text")
  func falseAliases() throws {
    let text =
      "codes:\n  - name: R&D\n    rule: 'numér* *lien' # *lien\n    memo: |\n      *lien & utile, &lien\n"
    let code = try CodebookYAMLReader.read(text).tree.roots[0].content
    #expect(code == CodeContent(name: "R&D", rule: "numér* *lien", memo: "*lien & utile, &lien\n"))
    #expect(error(text + "  - *lien\n")?.problem == .alias("lien"))
  }
}

@Suite("Hostile codebooks in YAML")
struct HostileYAMLTests {
  @Test("A bomb of aliases is refused before it grows, in keys too")
  func bombs() {
    var text = "a0: &a0 [x]\n"
    for level in 1...60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    #expect(error(text)?.problem == .alias("a0"))
    var keys = "? &b0 [x]\n: x\n"
    for level in 1...60 { keys += "? &b\(level) [*b\(level - 1), *b\(level - 1)]\n: x\n" }
    #expect(error(keys)?.problem == .alias("b0"))
    #expect(error("codes: &x [a, *x]")?.problem == .alias("x"))
    #expect(error("{\"codes\":&x [a],\"title\":*x}")?.problem == .alias("x"))
  }

  @Test("Endless nesting is an error, whatever nests")
  func nesting() {
    for opening in ["[", "{a: ", "- ", "? ", "{codes: [{name: a, codes: [", "[[[{"] {
      #expect(error(String(repeating: opening, count: 100_000)) != nil)
    }
    var text = "codes:\n"
    for depth in 0..<60 {
      text +=
        String(repeating: "  ", count: depth * 2) + "- name: a\n"
        + String(repeating: "  ", count: depth * 2 + 1) + "codes:\n"
    }
    #expect(error(text)?.problem == .tooDeep)
    let chain = "codes:\n  - a0\n" + (1..<60).map { "  - {name: a\($0), parent: a\($0 - 1)}\n" }.joined()
    #expect(error(chain)?.problem == .tooDeep)
  }

  @Test("Too large and too many are errors")
  func sizes() {
    #expect(error(String(repeating: "# rien\n", count: 700_000))?.problem == .tooLarge)
    let many = "codes:\n" + (0...10_000).map { "  - a\($0)\n" }.joined()
    #expect(error(many)?.problem == .tooManyCodes)
  }

  @Test("Random pieces of YAML are read or refused, never a crash")
  func random() {
    let pieces = [
      "codes", "name", "id", "parent", "examples", ":", ": ", "\n", "  ", "- ", "[", "]", "{", "}", ",",
      "&a ", "*a", "\"", "'", "|", ">",
      "#", "\t", "!!int", "!x", "%YAML 1.1\n", "---\n", "...\n", "? ", "a", "é", "~", "<<", "\\", "@", "`",
    ]
    var dice = Dice(11)
    var refused = 0
    for _ in 0..<4000 where error("codes:\n- name: x\n  " + dice.nastyText(pieces, upTo: 14)) != nil {
      refused += 1
    }
    #expect(refused > 1000 && refused < 4000)
  }
}

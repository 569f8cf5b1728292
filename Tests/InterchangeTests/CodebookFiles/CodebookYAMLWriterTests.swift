import CodingModel
import Interchange
import Testing

@Suite("Writing a codebook in YAML")
struct CodebookYAMLWriterTests {
  @Test("The file is what people would write")
  func whole() {
    let tree = CodebookTree(
      title: "Le numérique : usages", description: "Pour l'enquête.\nEn deux lignes.\n",
      roots: [
        .init(
          key: "perte-de-lien",
          content: CodeContent(
            name: "perte de lien", colour: Colour("#C0392B"),
            definition:
              "Le répondant dit que le numérique éloigne des personnes accompagnées, que l'écran s'interpose ou que l'on ne se voit plus.",
            inclusion: "distance, écran", exclusion: "yes",
            examples: ["On ne voit plus personne.", "« l'écran » : entre nous", "- moins"],
            rule: "lien AND \"perdre de vue\"",
            memo: "à revoir\n\n  avec Anna"),
          children: [
            .init(content: CodeContent(name: "1.0")),
            .init(key: "x", content: CodeContent(name: "é\u{1}\u{2028}😀\u{A0}")),
          ]),
        .init(content: CodeContent(name: "Autres", rule: "NOT (a OR b)")),
        .init(
          content: CodeContent(
            name: "Bizarres", definition: "deux  espaces # ici", inclusion: " devant",
            rule: "l'aide OR \"n'a\"")),
      ])
    #expect(
      CodebookYAMLWriter.write(tree) == """
        title: "Le numérique : usages"
        description: |
          Pour l'enquête.
          En deux lignes.

        codes:
          - id: perte-de-lien
            name: perte de lien
            colour: "#c0392b"
            definition: >-
              Le répondant dit que le numérique éloigne des personnes accompagnées, que l'écran
              s'interpose ou que l'on ne se voit plus.
            inclusion: >-
              distance, écran
            exclusion: >-
              yes
            examples:
              - >-
                On ne voit plus personne.
              - >-
                « l'écran » : entre nous
              - >-
                - moins
            rule: 'lien AND "perdre de vue"'
            memo: |-
              à revoir

                avec Anna
            codes:
              - name: "1.0"
              - id: x
                name: "é\\x01\\u2028😀\u{A0}"
          - name: Autres
            rule: 'NOT (a OR b)'
          - name: Bizarres
            definition: |-
              deux  espaces # ici
            inclusion: " devant"
            rule: >-
              l'aide OR "n'a"

        """)
  }

  @Test("Whatever is typed into a text of the file stays text")
  func editing() throws {
    for (words, typed) in [
      ("Un mot", "Un mot : deux # trois"), ("Mot", "- Mot: \"un\" & 'deux'"), ("mots", "[mots]: {*x, !y}"),
    ] {
      let content = CodeContent(
        name: "a", definition: words, inclusion: words, exclusion: words, examples: [words, words],
        memo: words)
      let tree = CodebookTree(description: words, roots: [.init(content: content)])
      let text = CodebookYAMLWriter.write(tree).replacing(words, with: typed)
      let back = try CodebookYAMLReader.read(text).tree
      #expect(back.description == typed)
      #expect(
        back.roots.map(\.content) == [
          CodeContent(
            name: "a", definition: typed, inclusion: typed, exclusion: typed, examples: [typed, typed],
            memo: typed)
        ])
    }
  }

  @Test("An empty codebook is one")
  func empty() throws {
    #expect(CodebookYAMLWriter.write(CodebookTree()) == "codes: []\n")
  }

  @Test("Whatever is written reads back exactly, and is written the same again")
  func roundTrip() throws {
    var dice = Dice(3)
    for _ in 0..<400 {
      let tree = dice.codebook()
      let text = CodebookYAMLWriter.write(tree)
      let back = try CodebookYAMLReader.read(text).tree
      for (found, given) in zip(back.scalars, tree.scalars) { #expect(found == given) }
      #expect(back.scalars.count == tree.scalars.count)
      #expect(back.flattened.map(\.depth) == tree.flattened.map(\.depth))
      #expect(CodebookYAMLWriter.write(back) == text)
    }
  }
}

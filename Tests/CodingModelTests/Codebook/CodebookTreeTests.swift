import CodingModel
import Testing

@Suite("A codebook as a tree")
struct CodebookTreeTests {
  @Test("Flattening gives parents before children, each with its depth and path")
  func flattening() {
    let tree = CodebookTree(roots: [
      CodebookTree.Node(
        content: CodeContent(name: "Effets"),
        children: [
          CodebookTree.Node(content: CodeContent(name: "Surcharge")),
          CodebookTree.Node(
            content: CodeContent(name: "Lien"),
            children: [CodebookTree.Node(content: CodeContent(name: "Perte"))]),
        ]),
      CodebookTree.Node(content: CodeContent(name: "Ressources")),
    ])
    #expect(tree.flattened.map(\.depth) == [0, 1, 1, 2, 0])
    #expect(
      tree.flattened.map(\.path) == [
        ["Effets"], ["Effets", "Surcharge"], ["Effets", "Lien"], ["Effets", "Lien", "Perte"], ["Ressources"],
      ])
    #expect(
      tree.flattened.map(\.node.content.name) == ["Effets", "Surcharge", "Lien", "Perte", "Ressources"])
  }

  @Test("An empty codebook flattens to nothing")
  func empty() {
    #expect(CodebookTree().flattened.isEmpty)
  }
}

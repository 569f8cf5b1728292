import Testing

@testable import Workbench

@Suite("Merging codebooks")
struct CodebookMergingTests {
  /// Trees of up to nine codes with keys, in any order and under any parent, names from four.
  private struct RandomTrees {
    var random = SplitMix64(seed: 7)

    mutating func next() -> CodebookTree {
      var nodes: [(node: CodebookTree.Node, parent: Int?)] = []
      var taken: Set<String> = []
      for key in (1...9).shuffled(using: &random) where random.next(below: 4) > 0 {
        let parent = nodes.isEmpty || random.next(below: 2) == 0 ? nil : random.next(below: nodes.count)
        let name = "N\(random.next(below: 4))"
        guard taken.insert("\(parent ?? -1) \(name)").inserted else { continue }
        let node = CodebookTree.Node(key: "k\(key)", content: CodeContent(name: name))
        nodes.append((node, parent))
      }
      func children(_ parent: Int?) -> [CodebookTree.Node] {
        nodes.indices.filter { nodes[$0].parent == parent }.map { index in
          var node = nodes[index].node
          node.children = children(index)
          return node
        }
      }
      return CodebookTree(roots: children(nil))
    }
  }

  @Test("Whatever a project has, a whole codebook comes out as the file has it, and can be undone")
  func random() throws {
    let test = try TestStudy(nil)
    var trees = RandomTrees()
    let all = (1...9).map { CodebookTree.Node(key: "k\($0)", content: CodeContent(name: "k\($0)")) }
    var before = CodebookTree(roots: all)
    _ = try CodebookImport(test.study).run(before, file: "", coder: "")
    for _ in 1...60 {
      // Codes that the tree leaves out stand at its end, under names that no other has.
      var tree = trees.next()
      let named = Set(tree.flattened.compactMap(\.node.key))
      tree.roots += all.filter { !named.contains($0.key ?? "") }
      _ = try CodebookImport(test.study).run(tree, file: "", coder: "")
      #expect(try CodebookListing(test.study).tree() == tree)
      if tree != before {
        _ = try HistoryKeeping(test.study).undo()
        #expect(try CodebookListing(test.study).tree() == before)
        _ = try HistoryKeeping(test.study).redo()
      }
      before = tree
    }
    #expect(try Checking(test.study).run().isClean)
  }
}

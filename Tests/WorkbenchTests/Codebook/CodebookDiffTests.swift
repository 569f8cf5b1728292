import Testing

@testable import Workbench

@Suite("Comparing codebooks")
struct CodebookDiffTests {
  private typealias Node = CodebookTree.Node

  private static let old = CodebookTree(
    title: "Livre",
    roots: [
      Node(
        key: "a", content: CodeContent(name: "A", colour: Colour("#aa0000")),
        children: [
          Node(key: "b", content: CodeContent(name: "B", definition: "Ancienne")),
          Node(key: "c", content: CodeContent(name: "C", rule: "lien")),
          Node(key: "d", content: CodeContent(name: "D")),
        ]), Node(key: "e", content: CodeContent(name: "E")),
    ])

  private func written(_ old: CodebookTree, _ new: CodebookTree) -> [String] {
    CodebookDiff.changes(from: old, to: new).map { change in
      "\(change.kind.rawValue) \(change.code) [\(change.key)] \(change.field ?? "-"): \(change.before) > \(change.after)"
    }
  }

  @Test("Every kind of difference is told once, by the stable key")
  func kinds() {
    let new = CodebookTree(
      title: "Le livre", description: "Pour tous",
      roots: [
        Node(
          key: "a", content: CodeContent(name: "A", colour: Colour("#00aa00")),
          children: [
            Node(key: "d", content: CodeContent(name: "D")),
            Node(key: "b", content: CodeContent(name: "Bé", definition: "Nouvelle")),
            Node(key: "f", content: CodeContent(name: "F")),
          ]), Node(key: "c", content: CodeContent(name: "C", examples: ["un", "deux"])),
      ])
    #expect(
      written(Self.old, new) == [
        "changed  [] title: Livre > Le livre", "changed  [] description:  > Pour tous",
        "recoloured A [a] -: #aa0000 > #00aa00", "reordered A/D [d] -: 3 > 1", "renamed A/Bé [b] -: B > Bé",
        "changed A/Bé [b] definition: Ancienne > Nouvelle", "added A/F [f] -:  > A", "moved C [c] -: A > ",
        "changed C [c] examples:  > un\ndeux", "changed C [c] rule: lien > ", "removed E [e] -:  > ",
      ])
    #expect(written(new, new) == [])
    #expect(written(CodebookTree(), CodebookTree()) == [])
  }

  @Test("Codes without a key are known by name and parent")
  func keyless() {
    let file = CodebookTree(
      roots: [
        Node(
          content: CodeContent(name: "A", colour: Colour("#aa0000")),
          children: [
            Node(content: CodeContent(name: "B", definition: "Ancienne")),
            Node(key: "c", content: CodeContent(name: "C", rule: "lien")),
            Node(key: "z", content: CodeContent(name: "D")),
          ]), Node(content: CodeContent(name: "E", memo: "m")),
      ])
    #expect(
      written(Self.old, file) == [
        "changed  [] title: Livre > ", "added A/D [z] -:  > A", "changed E [e] memo:  > m",
        "removed A/D [d] -: A > ",
      ])
  }

  @Test("A longest ascending run is as long as the slow way finds", arguments: 1...20)
  func ascending(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let numbers = Array(1...9).shuffled(using: &random)
    let chain = CodebookDiff.longestAscending(numbers)
    #expect(zip(chain, chain.dropFirst()).allSatisfy { $0 < $1 && numbers[$0] < numbers[$1] })
    let longest = (0..<(1 << numbers.count)).map { mask -> Int in
      let chosen = numbers.indices.filter { mask >> $0 & 1 == 1 }.map { numbers[$0] }
      return zip(chosen, chosen.dropFirst()).allSatisfy { $0 < $1 } ? chosen.count : 0
    }.max()
    #expect(chain.count == longest)
  }
}

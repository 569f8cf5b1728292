/// A codebook as a value: what a codebook file holds and what a project's codes are compared with.
public struct CodebookTree: Hashable, Sendable {
  /// A code with the codes under it.
  public struct Node: Hashable, Sendable {
    /// The stable key; nil where a file leaves it out.
    public var key: String?
    /// What is written of the code.
    public var content: CodeContent
    /// The codes under it, in their order.
    public var children: [Node]

    /// A code with the codes under it.
    public init(key: String? = nil, content: CodeContent, children: [Node] = []) {
      self.key = key
      self.content = content
      self.children = children
    }
  }

  /// The codebook's title; empty where it has none.
  public var title: String
  /// What it is for; empty where nothing is said.
  public var description: String
  /// The codes at the top, in their order.
  public var roots: [Node]

  /// A codebook of these codes.
  public init(title: String = "", description: String = "", roots: [Node] = []) {
    self.title = title
    self.description = description
    self.roots = roots
  }

  /// Every node with its depth (0 at the top) and the names on the way to it, parents before children.
  public var flattened: [(node: Node, depth: Int, path: [String])] {
    var result: [(node: Node, depth: Int, path: [String])] = []
    func visit(_ nodes: [Node], _ path: [String]) {
      for node in nodes {
        let here = path + [node.content.name]
        result.append((node, path.count, here))
        visit(node.children, here)
      }
    }
    visit(roots, [])
    return result
  }
}

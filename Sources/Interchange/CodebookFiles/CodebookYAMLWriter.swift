public import CodingModel

/// Writes a codebook in the YAML that people edit; see ``CodebookYAMLReader``.
///
/// The same codebook always gives the same text, which reads back to the same codebook exactly (but for a byte
/// order mark at the start of a text, which no stored text has). What is empty is left out. Free texts stand in blocks of
/// their own, so that whatever is typed into them later is text, too.
public enum CodebookYAMLWriter {
  /// The file's text. Cost: linear.
  public static func write(_ tree: CodebookTree) -> String {
    var lines = ""
    field("title", tree.title, at: 0, to: &lines)
    field("description", tree.description, as: .prose, at: 0, to: &lines)
    if !lines.isEmpty { lines += "\n" }
    codes(tree.roots, at: 0, to: &lines)
    return lines
  }

  private static func codes(_ nodes: [CodebookTree.Node], at indent: Int, to lines: inout String) {
    let margin = String(repeating: " ", count: indent)
    guard !nodes.isEmpty else {
      lines += margin + "codes: []\n"
      return
    }
    lines += margin + "codes:\n"
    for node in nodes {
      var text = ""
      code(node, at: indent + 4, to: &text)
      lines += margin + "  - " + String(text.unicodeScalars.dropFirst(indent + 4))
    }
  }

  private static func code(_ node: CodebookTree.Node, at indent: Int, to lines: inout String) {
    let content = node.content
    field("id", node.key ?? "", at: indent, to: &lines)
    field("name", content.name, at: indent, to: &lines)
    field("colour", content.colour?.description ?? "", at: indent, to: &lines)
    field("definition", content.definition, as: .prose, at: indent, to: &lines)
    field("inclusion", content.inclusion, as: .prose, at: indent, to: &lines)
    field("exclusion", content.exclusion, as: .prose, at: indent, to: &lines)
    let margin = String(repeating: " ", count: indent)
    if !content.examples.isEmpty { lines += margin + "examples:\n" }
    for example in content.examples {
      lines += margin + "  - " + YAMLScalar.render(example, as: .prose, indent: indent + 4) + "\n"
    }
    field("rule", content.rule ?? "", as: .rule, at: indent, to: &lines)
    field("memo", content.memo, as: .prose, at: indent, to: &lines)
    if !node.children.isEmpty { codes(node.children, at: indent, to: &lines) }
  }

  private static func field(
    _ key: String, _ text: String, as kind: YAMLScalar.Kind = .name, at indent: Int, to lines: inout String
  ) {
    guard !text.isEmpty else { return }
    lines += String(repeating: " ", count: indent) + key + ": "
    lines += YAMLScalar.render(text, as: kind, indent: indent + 2) + "\n"
  }
}

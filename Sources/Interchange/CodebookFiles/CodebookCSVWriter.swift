public import CodingModel

/// Writes a codebook as a table that ``CodebookCSVReader`` reads back: all but the title, the description and
/// empty examples. A code with codes under it is given a key where it has none, for them to name.
public enum CodebookCSVWriter {
  /// Writes the codes, parents before children. Cost: linear.
  public static func write(
    _ tree: CodebookTree, as rows: DelimitedWriter = .csv, to output: inout some TextOutputStream
  ) {
    rows.write(CodebookColumn.allCases.map(\.rawValue), to: &output)
    var taken = Set(tree.flattened.compactMap(\.node.key))
    func write(_ nodes: [CodebookTree.Node], parent: String, to output: inout some TextOutputStream) {
      for node in nodes {
        var key = node.key ?? ""
        if key.isEmpty, !node.children.isEmpty {
          key = CodeKey.unique(CodeKey.make(from: node.content.name), among: taken)
          taken.insert(key)
        }
        rows.write(cells(node.content, key: key, parent: parent), to: &output)
        write(node.children, parent: key, to: &output)
      }
    }
    write(tree.roots, parent: "", to: &output)
  }

  private static func cells(_ content: CodeContent, key: String, parent: String) -> [String] {
    [
      key, content.name, parent, content.colour?.description ?? "", content.definition, content.inclusion,
      content.exclusion, ExamplesCell.write(content.examples), content.rule ?? "", content.memo,
    ]
  }
}

import CodingModel

extension Dice {
  /// A codebook of nasty texts, its names unique. No text begins with a byte order mark, which the YAML parser
  /// drops, as the store of texts does.
  mutating func codebook(_ pieces: [String] = Self.nastyPieces) -> CodebookTree {
    self.pieces = pieces
    var count = 0
    let roots = nodes(depth: 0, &count)
    return CodebookTree(title: text(), description: text(upTo: 12), roots: roots)
  }

  private mutating func text(upTo count: Int = 6) -> String {
    let text = nastyText(pieces, upTo: count)
    return text.unicodeScalars.first == "\u{FEFF}" ? "x" + text : text
  }

  private mutating func nodes(depth: Int, _ count: inout Int) -> [CodebookTree.Node] {
    (0..<Int.random(in: 0...(3 - depth), using: &self)).map { _ in
      count += 1
      let rule = "r" + text()
      let content = CodeContent(
        name: text(upTo: 3) + "n\(count)" + text(upTo: 2),
        colour: Bool.random(using: &self) ? Colour(red: 1, green: UInt8(count), blue: 255) : nil,
        definition: text(upTo: 12), inclusion: text(), exclusion: text(),
        examples: (0..<Int.random(in: 0...2, using: &self)).map { _ in text() },
        rule: Bool.random(using: &self) ? rule : nil, memo: text(upTo: 12))
      return CodebookTree.Node(
        key: Bool.random(using: &self) ? "cle-\(count)" : nil, content: content,
        children: depth < 2 ? nodes(depth: depth + 1, &count) : [])
    }
  }
}

extension CodebookTree {
  /// Every text of the codebook by its code points.
  var scalars: [[UInt32]] {
    [title.scalarValues, description.scalarValues]
      + flattened.flatMap { item in
        let content = item.node.content
        let texts = [
          item.node.key ?? "(nil)", content.name, content.colour?.description ?? "", content.definition,
          content.inclusion, content.exclusion, content.rule ?? "(nil)", content.memo,
        ]
        return (texts + content.examples).map(\.scalarValues)
      }
  }
}

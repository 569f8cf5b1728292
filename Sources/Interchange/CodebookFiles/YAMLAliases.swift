import Yams

/// Refusing aliases before they are expanded: a few lines of `&name` and `*name` can stand for gigabytes.
enum YAMLAliases {
  /// Throws where `text` uses an alias. Cost: linear.
  ///
  /// Only where the same name follows both marks can there be one. Whether there is one then shows in a copy
  /// in which the alias marks are changed to an ordinary letter, so that nothing can expand: what was an alias
  /// is a plain scalar there, while in quotes, blocks and comments nothing has happened.
  static func refuse(in text: String) throws(CodebookFileError) {
    let suspects = suspects(in: text)
    guard !suspects.isEmpty else { return }
    var copy = String.UnicodeScalarView()
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      copy.append(suspects[offset] == nil ? scalar : "x")
    }
    guard let root = try YAMLDocument.compose(String(copy)) else { return }
    let places = Dictionary(
      suspects.values.map { ($0.position, $0.name) }, uniquingKeysWith: { first, _ in first })
    var waiting = [root]
    while let node = waiting.popLast() {
      switch node {
      case .scalar(let scalar):
        let position = FilePosition(scalar.mark)
        if scalar.style == .plain, let name = places[position] {
          throw CodebookFileError(.alias(name), at: position)
        }
      case .sequence(let sequence): waiting += sequence.reversed()
      case .mapping(let mapping): for (key, value) in mapping.reversed() { waiting += [value, key] }
      case .alias(let alias):
        throw CodebookFileError(.alias(alias.anchor.rawValue), at: FilePosition(alias.mark))
      }
    }
  }

  private typealias Suspect = (name: String, position: FilePosition)

  /// What looks like an alias of something that looks like an anchor, by the offset of its mark.
  private static func suspects(in text: String) -> [Int: Suspect] {
    var anchors: Set<String> = []
    var aliases: [Int: Suspect] = [:]
    var (offset, position) = (0, FilePosition(line: 1, column: 1))
    var (mark, name, start): (Unicode.Scalar?, String, (Int, FilePosition)) = (nil, "", (0, position))
    for scalar in text.unicodeScalars {
      if mark != nil, isNameScalar(scalar) {
        name.unicodeScalars.append(scalar)
      } else {
        if mark == "&" { anchors.insert(name) }
        if mark == "*" { aliases[start.0] = (name, start.1) }
        mark = scalar == "&" || scalar == "*" ? scalar : nil
        (name, start) = ("", (offset, position))
      }
      offset += 1
      position.column += 1
      if scalar == "\n" { position = FilePosition(line: position.line + 1, column: 1) }
    }
    if mark == "*" { aliases[start.0] = (name, start.1) }
    return aliases.filter { anchors.contains($0.value.name) }
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }
}

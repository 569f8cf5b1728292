import CodingModel
import Yams

/// A YAML document on its way to be a codebook.
struct YAMLCodebook {
  private(set) var title = ""
  private(set) var description = ""
  private(set) var entries: [CodebookAssembler.Entry] = []
  private let lines: [Substring]

  /// A document of that text.
  init(lines text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static let documentKeys = ["title", "description", "codes"]
  private static let codeKeys = [
    "id", "name", "parent", "colour", "color", "definition", "inclusion", "exclusion", "examples", "rule",
    "memo", "codes",
  ]
  /// What people write for a key, beside its misspellings.
  private static let synonyms = [
    "key": "id", "cle": "id", "nom": "name", "couleur": "colour", "exemples": "examples", "regle": "rule",
    "titre": "title", "enfants": "codes", "children": "codes", "sous-codes": "codes", "note": "memo",
    "criteres-d-inclusion": "inclusion", "criteres-d-exclusion": "exclusion",
  ]

  /// Reads the document's root.
  mutating func take(_ root: Node) throws(CodebookFileError) {
    let values = try fields(of: root, key: "", allowed: Self.documentKeys)
    title = try text(values["title"], "title") ?? ""
    description = try text(values["description"], "description") ?? ""
    guard let codes = values["codes"] else {
      throw CodebookFileError(.missingKey("codes"), at: position(root))
    }
    try takeCodes(codes.value, container: nil, depth: 0)
  }

  private mutating func takeCodes(_ node: Node, container: Int?, depth: Int) throws(CodebookFileError) {
    if isNull(node) { return }
    guard case .sequence(let codes) = node else {
      throw CodebookFileError(.wrongType(key: "codes", expected: .list), at: position(node))
    }
    guard depth < CodebookLimits.depth else { throw CodebookFileError(.tooDeep, at: position(node)) }
    for code in codes { try takeCode(code, container: container, depth: depth) }
  }

  private mutating func takeCode(_ node: Node, container: Int?, depth: Int) throws(CodebookFileError) {
    let place = position(node)
    if case .scalar(let scalar) = node, !isNull(node) {
      try add(CodeContent(name: scalar.string), container: container, at: place)
      return
    }
    let values = try fields(of: node, key: "codes", allowed: Self.codeKeys)
    guard let name = try text(values["name"], "name") else {
      throw CodebookFileError(.missingName, at: place)
    }
    if let second = values["color"], values["colour"] != nil {
      throw CodebookFileError(.repeatedKey("color"), at: position(second.key))
    }
    let content = CodeContent(
      name: name, colour: try colour(values["colour"] ?? values["color"]),
      definition: try text(values["definition"], "definition") ?? "",
      inclusion: try text(values["inclusion"], "inclusion") ?? "",
      exclusion: try text(values["exclusion"], "exclusion") ?? "",
      examples: try texts(values["examples"], "examples"),
      rule: try text(values["rule"], "rule"), memo: try text(values["memo"], "memo") ?? "")
    try add(content, container: container, at: place)
    let index = entries.count - 1
    entries[index].key = try text(values["id"], "id")
    entries[index].parent = try text(values["parent"], "parent")
    if let parent = values["parent"] { entries[index].parentPosition = position(parent.value) }
    if content.rule != nil, let rule = values["rule"] { entries[index].location.rule = position(rule.value) }
    if let codes = values["codes"] { try takeCodes(codes.value, container: index, depth: depth + 1) }
  }

  private mutating func add(
    _ content: CodeContent, container: Int?, at place: FilePosition
  ) throws(CodebookFileError) {
    try CodebookFileError.check(content.name, at: place)
    guard entries.count < CodebookLimits.codes else { throw CodebookFileError(.tooManyCodes, at: place) }
    entries.append(
      CodebookAssembler.Entry(
        content: content, container: container, location: CodebookFile.Location(code: place)))
  }
}

extension YAMLCodebook {
  private typealias Field = (key: Node, value: Node)

  /// A mapping's values by key, all of which must be known.
  private func fields(
    of node: Node, key: String, allowed: [String]
  ) throws(CodebookFileError) -> [String: Field] {
    guard case .mapping(let mapping) = node else {
      throw CodebookFileError(.wrongType(key: key, expected: .mapping), at: position(node))
    }
    var values: [String: Field] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard allowed.contains(name) else {
        let meant = Self.synonyms[CodeKey.make(from: name)].flatMap { allowed.contains($0) ? $0 : nil }
        let near = meant.map { [$0] } ?? NearNames.find(name, among: allowed)
        throw CodebookFileError(.unknownKey(name, near: near), at: position(key))
      }
      values[name] = (key, value)
    }
    return values
  }

  /// A value's text; nil where it is left out or empty.
  private func text(_ field: Field?, _ key: String) throws(CodebookFileError) -> String? {
    guard let node = field?.value, !isNull(node) else { return nil }
    guard case .scalar(let scalar) = node else {
      throw CodebookFileError(.wrongType(key: key, expected: .text), at: position(node))
    }
    return scalar.string.isEmpty ? nil : scalar.string
  }

  /// A list of texts, or one text as a list of one.
  private func texts(_ field: Field?, _ key: String) throws(CodebookFileError) -> [String] {
    guard let field, case .sequence(let sequence) = field.value else {
      return try text(field, key).map { [$0] } ?? []
    }
    var result: [String] = []
    for node in sequence {
      guard case .scalar(let scalar) = node else {
        throw CodebookFileError(.wrongType(key: key, expected: .text), at: position(node))
      }
      if !isNull(node) { result.append(scalar.string) }
    }
    return result
  }

  private func colour(_ field: Field?) throws(CodebookFileError) -> Colour? {
    guard let field else { return nil }
    guard let written = try text(field, "colour") else {
      let line = position(field.key).line
      if lines.indices.contains(line - 1), lines[line - 1].contains("#") {
        throw CodebookFileError(.unquotedColour, at: position(field.key))
      }
      return nil
    }
    guard let colour = Colour(written) else {
      throw CodebookFileError(.badColour(written), at: position(field.value))
    }
    return colour
  }

  private func position(_ node: Node) -> FilePosition {
    FilePosition(line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }

  private func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}

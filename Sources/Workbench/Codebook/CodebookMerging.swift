import CodingModel
import ProjectStore

/// Storing a codebook's codes one after another within an act, parents first.
struct CodebookMerging {
  private struct Place: Hashable {
    let parent: RowID<Code>?
    let name: String

    init(parent: RowID<Code>?, name: String) {
      (self.parent, self.name) = (parent, name.precomposed)
    }
  }

  private let act: ActWriter
  private let original: [RowID<Code>: Code]
  private let byKey: [String: RowID<Code>]
  private let claimed: Set<RowID<Code>>
  private var current: [RowID<Code>: Code]
  private var byPlace: [Place: RowID<Code>]
  private var takenKeys: Set<String>
  private var seen: Set<RowID<Code>> = []
  /// The codes that the file's became, in its order, parents before the codes under them.
  private var stored: [RowID<Code>] = []
  private(set) var outcome = CodebookImport.Outcome()

  init(_ tree: CodebookTree, _ act: ActWriter) throws {
    self.act = act
    let codes = try act.reader.codes()
    original = Dictionary(uniqueKeysWithValues: codes.map { ($0.id, $0) })
    byKey = Dictionary(uniqueKeysWithValues: codes.map { ($0.key, $0.id) })
    byPlace = Dictionary(
      codes.map { (Place(parent: $0.parent, name: $0.name), $0.id) }, uniquingKeysWith: { first, _ in first })
    current = original
    let keys = tree.flattened.compactMap(\.node.key)
    claimed = Set(keys.compactMap { [byKey] in byKey[$0] })
    takenKeys = Set(codes.map(\.key)).union(keys)
  }

  /// Stores these codes as the first ones under `parent`, with all that stand under them.
  mutating func add(_ nodes: [CodebookTree.Node], under parent: RowID<Code>?) throws {
    for (index, node) in nodes.enumerated() {
      let place = Place(parent: parent, name: node.content.name)
      let known = node.key.flatMap { byKey[$0] } ?? byPlace[place].flatMap { isFree($0) ? $0 : nil }
      if let other = byPlace[place], other != known, claimed.contains(other) { try vacate(other) }
      let id: RowID<Code>
      if let known, let code = original[known] {
        id = known
        try settle(code, node.content, under: parent, position: index + 1)
      } else {
        id = try add(node, under: parent)
        if let code = current[id] { _ = try act.move(code, under: parent, position: index + 1) }
        outcome.added.append(node.content.name)
      }
      seen.insert(id)
      stored.append(id)
      try add(node.children, under: id)
    }
  }

  /// Checks the names that are new, and finds the codes that the file does not name.
  ///
  /// - Throws: ``Misnamed``.
  mutating func finish() throws {
    let names = CodeNames(try act.reader.codes())
    try checkNames(names)
    outcome.absent = names.codes.filter { !seen.contains($0.id) }.map { names.name(of: $0.id) }
  }

  /// A code of the file, by its number in the file's order from 0, cannot be called as it is.
  struct Misnamed: Error {
    let index: Int
    let problem: StudyError
  }

  /// Codes that are new, called otherwise than before or somewhere else need names that can be told from those of others.
  private func checkNames(_ names: CodeNames) throws {
    let renamed = stored.filter { id in
      original[id]?.name.precomposed != names[id]?.name.precomposed
        || original[id]?.parent != names[id]?.parent
    }
    guard !renamed.isEmpty else { return }
    let isRenamed = Set(renamed)
    var likeness = CodeLikeness(names.codes.lazy.filter { !isRenamed.contains($0.id) }) { names.name(of: $0) }
    for (index, id) in stored.enumerated() where isRenamed.contains(id) {
      guard let code = names[id] else { continue }
      do {
        _ = try CodeLikeness.valid(code.name)
        try likeness.require(code.name, under: code.parent)
      } catch {
        throw Misnamed(index: index, problem: error)
      }
      likeness.note(id, code.name, under: code.parent)
    }
  }

  /// Whether a code may be recognised by its name: no code of the file has been taken for it or has its key.
  private func isFree(_ id: RowID<Code>) -> Bool { !seen.contains(id) && !claimed.contains(id) }

  private mutating func add(_ node: CodebookTree.Node, under parent: RowID<Code>?) throws -> RowID<Code> {
    let above = parent.flatMap { current[$0]?.key }
    let key =
      node.key ?? CodeKey.unique(CodeKey.make(from: node.content.name, under: above), among: takenKeys)
    takenKeys.insert(key)
    let id = try act.addCode(node.content, key: key, under: parent)
    note(Code(id: id, key: key, parent: parent, content: node.content))
    return id
  }

  /// Brings a code of the project to its place and content in the file.
  private mutating func settle(
    _ code: Code, _ content: CodeContent, under parent: RowID<Code>?, position: Int
  ) throws {
    let isMoved = code.parent != parent
    // On the way it must take no name that another code has in either place.
    if isMoved, code.name != content.name { try vacate(code.id) }
    _ = try act.move(current[code.id] ?? code, under: parent, position: position)
    let moved = Code(
      id: code.id, key: code.key, parent: parent, content: current[code.id]?.content ?? code.content)
    note(moved)
    _ = try act.setContent(content, of: moved)
    note(Code(id: code.id, key: code.key, parent: parent, content: content))
    if isMoved { outcome.moved.append(content.name) }
    if code.content != content { outcome.changed.append(content.name) }
    if !isMoved && code.content == content { outcome.identical += 1 }
  }

  /// Gives a code that is yet to be settled a name that no other has, so that its own is free.
  private mutating func vacate(_ id: RowID<Code>) throws {
    guard let code = current[id], !seen.contains(id) else { return }
    var content = code.content
    content.name = "\u{1}" + code.key
    _ = try act.setContent(content, of: code)
    note(Code(id: id, key: code.key, parent: code.parent, content: content))
  }

  private mutating func note(_ code: Code) {
    if let old = current[code.id] {
      let place = Place(parent: old.parent, name: old.name)
      if byPlace[place] == code.id { byPlace[place] = nil }
    }
    current[code.id] = code
    byPlace[Place(parent: code.parent, name: code.name)] = code.id
  }
}

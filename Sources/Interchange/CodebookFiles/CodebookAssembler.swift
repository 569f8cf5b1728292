import CodingModel

/// Makes a tree of codes that say by name or place which code they stand under.
struct CodebookAssembler {
  /// A code as a file gives it.
  struct Entry {
    var key: String?
    var content: CodeContent
    /// The entry it is nested in.
    var container: Int?
    /// The parent it names: by key, by path or by name.
    var parent: String?
    var location: CodebookFile.Location
    /// Where the parent is named.
    var parentPosition = FilePosition(line: 0, column: 0)
  }

  private let entries: [Entry]
  private let byName: [String: [Int]]
  private let byKey: [String: Int]
  private var parents: [Int?]
  private var state: [State]

  private enum State { case untouched, started, done }

  /// The codebook that the entries make, in their order.
  static func assemble(
    _ entries: [Entry], title: String, description: String
  ) throws(CodebookFileError) -> CodebookFile {
    var assembler = try CodebookAssembler(entries)
    for index in entries.indices { try assembler.resolve(index) }
    try assembler.checkCycles()
    try assembler.checkNames()
    return try assembler.file(title: title, description: description)
  }

  private init(_ entries: [Entry]) throws(CodebookFileError) {
    guard entries.count <= CodebookLimits.codes else { throw CodebookFileError(.tooManyCodes) }
    var keys: [String: Int] = [:]
    var names: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      names[entry.content.name, default: []].append(index)
      guard let key = entry.key else { continue }
      guard CodeKey.isValid(key) else { throw CodebookFileError(.badID(key), at: entry.location.code) }
      if let first = keys.updateValue(index, forKey: key) {
        let line = entries[first].location.code.line
        throw CodebookFileError(.duplicateID(key, firstLine: line), at: entry.location.code)
      }
    }
    self.entries = entries
    (byName, byKey) = (names, keys)
    parents = entries.map(\.container)
    state = entries.map { $0.parent == nil ? .done : .untouched }
  }

  /// Finds the parent that an entry names.
  private mutating func resolve(_ index: Int) throws(CodebookFileError) {
    guard state[index] == .untouched, let reference = entries[index].parent else { return }
    state[index] = .started
    var found: [Int] = []
    if let key = byKey[reference] { found = [key] }
    if found.isEmpty { found = try paths(reference) }
    if found.isEmpty { found = byName[reference] ?? [] }
    if found.isEmpty {
      found = entries.indices.filter {
        entries[$0].key == nil && CodeKey.make(from: entries[$0].content.name) == reference
      }
    }
    let position = entries[index].parentPosition
    guard let parent = found.first else {
      let names = entries.map(\.content.name) + entries.compactMap(\.key)
      throw CodebookFileError(
        .unknownParent(reference, near: NearNames.find(reference, among: names)), at: position)
    }
    guard found.count == 1 else { throw CodebookFileError(.ambiguousParent(reference), at: position) }
    parents[index] = parent
    state[index] = .done
  }

  /// The entries that stand at the end of a path such as `Parent/Child`, from the top.
  private mutating func paths(_ reference: String) throws(CodebookFileError) -> [Int] {
    let parts = reference.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1, parts.count <= CodebookLimits.depth else {
      return (byName[reference] ?? []).filter { entries[$0].container == nil && entries[$0].parent == nil }
    }
    var found: [Int] = []
    for candidate in byName[parts[parts.count - 1]] ?? [] where try stands(candidate, at: parts) {
      found.append(candidate)
    }
    return found
  }

  private mutating func stands(_ index: Int, at path: [String]) throws(CodebookFileError) -> Bool {
    var current: Int? = index
    for name in path.reversed() {
      guard let entry = current, entries[entry].content.name == name else { return false }
      try resolve(entry)
      guard state[entry] == .done else { return false }
      current = parents[entry]
    }
    return current == nil
  }

  private func checkCycles() throws(CodebookFileError) {
    var isSound = entries.map { _ in false }
    for start in entries.indices where !isSound[start] {
      var way: [Int] = []
      var onWay: Set<Int> = []
      var current: Int? = start
      while let index = current, !isSound[index] {
        guard onWay.insert(index).inserted else {
          let circle = way[way.firstIndex(of: index)!...]
          throw CodebookFileError(
            .cycle(circle.map { entries[$0].content.name }), at: entries[index].location.code)
        }
        way.append(index)
        current = parents[index]
      }
      for index in way { isSound[index] = true }
    }
  }

  private func checkNames() throws(CodebookFileError) {
    struct Place: Hashable {
      let parent: Int?
      let name: String
    }
    var seen: [Place: Int] = [:]
    for (index, entry) in entries.enumerated() {
      // Which apostrophe is typed makes no other name.
      let place = Place(parent: parents[index], name: CodeContent.comparable(entry.content.name))
      if let first = seen.updateValue(index, forKey: place) {
        let line = entries[first].location.code.line
        throw CodebookFileError(.duplicateName(entry.content.name, firstLine: line), at: entry.location.code)
      }
    }
  }

  private func file(title: String, description: String) throws(CodebookFileError) -> CodebookFile {
    var children: [Int?: [Int]] = [:]
    for index in entries.indices { children[parents[index], default: []].append(index) }
    var locations: [CodebookFile.Location] = []
    func nodes(_ indices: [Int], depth: Int) throws(CodebookFileError) -> [CodebookTree.Node] {
      var result: [CodebookTree.Node] = []
      for index in indices {
        let entry = entries[index]
        guard depth < CodebookLimits.depth else {
          throw CodebookFileError(.tooDeep, at: entry.location.code)
        }
        locations.append(entry.location)
        let under = try nodes(children[index] ?? [], depth: depth + 1)
        result.append(CodebookTree.Node(key: entry.key, content: entry.content, children: under))
      }
      return result
    }
    let roots = try nodes(children[nil] ?? [], depth: 0)
    return CodebookFile(
      tree: CodebookTree(title: title, description: description, roots: roots), locations: locations)
  }
}

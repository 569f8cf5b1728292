public import CodingModel

/// One difference between two states of a codebook.
public struct CodebookChange: Hashable, Sendable {
  /// What is different.
  public enum Kind: String, Sendable, CaseIterable {
    case added, removed, renamed, moved, reordered, recoloured, changed
  }

  /// What is different.
  public let kind: Kind
  /// The code by its names from the top, as in the newer state; as in the older one where it is removed; empty for the
  /// codebook's own title and description.
  public let path: [String]
  /// Its key; empty where neither state gives one.
  public let key: String
  /// Which text differs: a field's name, `title` or `description`; nil for other differences.
  public let field: String?
  /// How it was and how it is: a name, a parent's path, a place, a colour or a text.
  public let before: String, after: String

  /// The code's names from the top, put together.
  public var code: String { path.joined(separator: "/") }
}

/// Comparing two states of a codebook.
///
/// Codes are the same that have the same key; a code without one (in a file written by hand) is the same as the one of its
/// name under the same parent.
public enum CodebookDiff {
  private struct Entry {
    let node: CodebookTree.Node
    let parent: Int?
    let path: [String]
    /// Its place among the codes of its parent, from 1.
    let place: Int
  }

  /// The differences: what concerns the codebook, then codes in the order of the newer state, then what is removed, in the
  /// order of the older one.
  public static func changes(from old: CodebookTree, to new: CodebookTree) -> [CodebookChange] {
    let (before, after) = (entries(old), entries(new))
    let pairs = pairs(before, after)
    var changes: [CodebookChange] = []
    for (field, left, right) in [
      ("title", old.title, new.title), ("description", old.description, new.description),
    ] where left != right {
      changes.append(
        CodebookChange(kind: .changed, path: [], key: "", field: field, before: left, after: right))
    }
    let reordered = reordered(before, after, pairs)
    for (index, entry) in after.enumerated() {
      guard let other = pairs[index] else {
        changes.append(change(.added, entry, after: entry.path.dropLast().joined(separator: "/")))
        continue
      }
      let old = before[other]
      let key = entry.node.key ?? old.node.key ?? ""
      if old.node.content.name != entry.node.content.name {
        changes.append(
          change(.renamed, entry, key, before: old.node.content.name, after: entry.node.content.name))
      }
      if old.parent != entry.parent.flatMap({ pairs[$0] }) || (old.parent == nil) != (entry.parent == nil) {
        changes.append(
          change(
            .moved, entry, key, before: old.path.dropLast().joined(separator: "/"),
            after: entry.path.dropLast().joined(separator: "/")))
      } else if reordered.contains(index) {
        changes.append(change(.reordered, entry, key, before: String(old.place), after: String(entry.place)))
      }
      for field in CodebookField.allCases {
        let (left, right) = (field.text(of: old.node.content), field.text(of: entry.node.content))
        guard left != right else { continue }
        changes.append(
          field == .colour
            ? change(.recoloured, entry, key, before: left, after: right)
            : change(.changed, entry, key, field.rawValue, before: left, after: right))
      }
    }
    let kept = Set(pairs.compactMap(\.self))
    for (index, entry) in before.enumerated() where !kept.contains(index) {
      changes.append(change(.removed, entry, before: entry.path.dropLast().joined(separator: "/")))
    }
    return changes
  }

  private static func change(
    _ kind: CodebookChange.Kind, _ entry: Entry, _ key: String? = nil, _ field: String? = nil, before: String = "",
    after: String = ""
  ) -> CodebookChange {
    CodebookChange(
      kind: kind, path: entry.path, key: key ?? entry.node.key ?? "", field: field, before: before, after: after)
  }

  /// Every code, parents before the codes under them.
  private static func entries(_ tree: CodebookTree) -> [Entry] {
    var entries: [Entry] = []
    func visit(_ nodes: [CodebookTree.Node], _ parent: Int?, _ path: [String]) {
      for (index, node) in nodes.enumerated() {
        let here = path + [node.content.name]
        entries.append(Entry(node: node, parent: parent, path: here, place: index + 1))
        visit(node.children, entries.count - 1, here)
      }
    }
    visit(tree.roots, nil, [])
    return entries
  }

  /// For each code of the newer state the same one of the older; nil where there is none.
  private static func pairs(_ before: [Entry], _ after: [Entry]) -> [Int?] {
    struct Place: Hashable {
      let parent: Int?
      let name: String
    }
    var byKey: [String: Int] = [:]
    var byPlace: [Place: Int] = [:]
    for (index, entry) in before.enumerated() {
      if let key = entry.node.key { byKey[key] = index }
      byPlace[Place(parent: entry.parent, name: entry.node.content.name)] = index
    }
    var pairs: [Int?] = after.map { entry in entry.node.key.flatMap { byKey[$0] } }
    var taken = Set(pairs.compactMap(\.self))
    for (index, entry) in after.enumerated() where pairs[index] == nil {
      let parent = entry.parent.flatMap { pairs[$0] }
      guard entry.parent == nil || parent != nil,
        let other = byPlace[Place(parent: parent, name: entry.node.content.name)], !taken.contains(other),
        entry.node.key == nil || before[other].node.key == nil
      else { continue }
      pairs[index] = other
      taken.insert(other)
    }
    return pairs
  }

  /// The codes that changed places with others that stayed under the same parent; as few as possible.
  private static func reordered(_ before: [Entry], _ after: [Entry], _ pairs: [Int?]) -> Set<Int> {
    var reordered: Set<Int> = []
    for siblings in Dictionary(grouping: after.indices, by: { after[$0].parent }).values {
      let stayed = siblings.filter { index in
        guard let other = pairs[index] else { return false }
        return before[other].parent == after[index].parent.flatMap { pairs[$0] }
      }
      let places = stayed.map { before[pairs[$0]!].place }
      let kept = Set(longestAscending(places))
      for (position, index) in stayed.enumerated() where !kept.contains(position) { reordered.insert(index) }
    }
    return reordered
  }

  /// The positions of a longest ascending run of numbers, not necessarily side by side. Cost: n log n.
  static func longestAscending(_ numbers: [Int]) -> [Int] {
    var ends: [Int] = []
    var previous = [Int?](repeating: nil, count: numbers.count)
    for (index, number) in numbers.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if numbers[ends[middle]] < number { low = middle + 1 } else { high = middle }
      }
      previous[index] = low > 0 ? ends[low - 1] : nil
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var chain: [Int] = []
    var next = ends.last
    while let index = next {
      chain.append(index)
      next = previous[index]
    }
    return chain.reversed()
  }
}

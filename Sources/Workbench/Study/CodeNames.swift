import CodingModel
import QueryLanguage

/// The names by which people call a project's codes.
///
/// A code is called by its name, or by `Parent/Child` (as much of the way from the top as is needed) where
/// the name repeats. Its stable key is understood too.
public struct CodeNames {
  /// Every code, in the codebook's order.
  public let codes: [Code]
  private let byID: [RowID<Code>: Code]
  private let shown: [RowID<Code>: String]
  private let spelt: [String: [Code]]
  private let children: [RowID<Code>?: [Code]]

  /// The names of these codes.
  public init(_ codes: [Code]) {
    self.codes = codes
    let byID = Dictionary(uniqueKeysWithValues: codes.map { ($0.id, $0) })
    let spelt = Dictionary(grouping: codes, by: \.name.precomposed)
    var shown: [RowID<Code>: String] = [:]
    for code in codes {
      guard let same = spelt[code.name.precomposed], same.count > 1 else {
        shown[code.id] = code.name
        continue
      }
      let path = Self.path(of: code, byID)
      let others = same.filter { $0.id != code.id }.map { Self.path(of: $0, byID) }
      let needed = (2...max(2, path.count)).first { length in
        !others.contains { $0.suffix(length) == path.suffix(length) }
      }
      shown[code.id] = path.suffix(needed ?? path.count).joined(separator: "/")
    }
    // A name with a stroke can read as another code's path: it is told with its own.
    for code in codes where code.name.contains("/") {
      let text = (shown[code.id] ?? code.name).precomposed
      let isPath = Self.codes(at: text, codes, byID) { $0.count == 1 ? nil : 2...$0.count }
        .contains { $0.id != code.id }
      if isPath { shown[code.id] = Self.path(of: code, byID).joined(separator: "/") }
    }
    self.byID = byID
    self.shown = shown
    self.spelt = spelt
    children = Dictionary(grouping: codes, by: \.parent)
  }

  /// The code with that identity.
  public subscript(id: RowID<Code>) -> Code? { byID[id] }

  /// What each code is called, in the codebook's order.
  public var all: [String] { codes.map { name(of: $0.id) } }

  /// What a code is called.
  public func name(of id: RowID<Code>) -> String { shown[id] ?? "" }

  /// The paths by which a code and those of the same name elsewhere are called, this code's first; none where it is the
  /// only one of its name.
  public func homonyms(of id: RowID<Code>) -> [String] {
    guard let code = byID[id], let same = spelt[code.name.precomposed], same.count > 1 else { return [] }
    return [name(of: id)] + same.filter { $0.id != id }.map { name(of: $0.id) }
  }

  /// The names from the top of the tree down to a code.
  public func path(of code: Code) -> [String] { Self.path(of: code, byID) }

  private static func path(of code: Code, _ byID: [RowID<Code>: Code]) -> [String] {
    var path = [code.name]
    var parent = code.parent
    while let id = parent, let above = byID[id], path.count <= byID.count {
      path.append(above.name)
      parent = above.parent
    }
    return path.reversed()
  }

  /// The code that people mean by `name`: its whole path from the top, else its name or a part of its path
  /// written exactly, else its key, else its name in another case, or without accents.
  ///
  /// - Throws: ``StudyError/unknownCode(name:near:)``, ``StudyError/ambiguousCode(name:candidates:)``.
  public func code(called name: String) throws(StudyError) -> Code {
    let wanted = name.precomposed
    let steps: [() -> [Code]] = [
      { (spelt[wanted] ?? []).filter { $0.parent == nil } },
      {
        let whole = codes(at: wanted) { $0.count == 1 ? nil : $0.count...$0.count }
        // Whoever writes a path that is another code's name may mean either.
        return whole.isEmpty ? [] : whole + (spelt[wanted] ?? [])
      },
      { spelt[wanted] ?? [] },
      { codes(at: wanted) { $0.count == 1 ? nil : 2...$0.count } },
      { codes.filter { $0.key == wanted } },
      {
        let lowercased = wanted.lowercased()
        return codes.filter { $0.name.precomposed.lowercased() == lowercased }
      },
      {
        let folded = wanted.folded
        return codes.filter { $0.name.folded == folded }
      },
      // A code renamed since a file was written is still known by the key that its first name gave it.
      {
        codes.filter { code in
          CodeKey.make(from: wanted, under: code.parent.flatMap { byID[$0]?.key }) == code.key
        }
      },
      { [key = CodeKey.make(from: wanted)] in
        // `code` is what a name without letters gives.
        key == "code" ? [] : codes.filter { $0.key == key }
      },
    ]
    for step in steps {
      let matches = step()
      if matches.count == 1 { return matches[0] }
      if matches.count > 1 {
        throw .ambiguousCode(name: name, candidates: matches.map { self.name(of: $0.id) })
      }
    }
    throw .unknownCode(
      name: name, near: NearName.closest(to: name, among: codes.map { self.name(of: $0.id) }))
  }

  /// The codes that people mean by these names, in their order, each once.
  ///
  /// - Throws: ``StudyError/unknownCode(name:near:)``, ``StudyError/ambiguousCode(name:candidates:)``.
  public func codes(called names: [String]) throws(StudyError) -> [Code] {
    var found: [Code] = []
    var seen: Set<RowID<Code>> = []
    for name in names {
      let code = try code(called: name)
      if seen.insert(code.id).inserted { found.append(code) }
    }
    return found
  }

  private func codes(at text: String, lengths: ([String]) -> ClosedRange<Int>?) -> [Code] {
    Self.codes(at: text, codes, byID, lengths: lengths)
  }

  /// The codes whose path, its last so many names put together, is this text.
  private static func codes(
    at text: String, _ codes: [Code], _ byID: [RowID<Code>: Code], lengths: ([String]) -> ClosedRange<Int>?
  ) -> [Code] {
    guard text.contains("/") else { return [] }
    return codes.filter { code in
      guard text.hasSuffix(code.name.precomposed) else { return false }
      let path = path(of: code, byID).map(\.precomposed)
      return lengths(path)?.contains { path.suffix($0).joined(separator: "/") == text } ?? false
    }
  }

  /// The codes under one, at any depth, parents before the codes under them.
  public func descendants(of id: RowID<Code>) -> [Code] {
    (children[id] ?? []).flatMap { [$0] + descendants(of: $0.id) }
  }

  /// The codes just under one, in their order; those at the top for nil.
  public func children(of id: RowID<Code>?) -> [Code] { children[id] ?? [] }

  /// How deep a code stands: 0 at the top.
  public func depth(of code: Code) -> Int { path(of: code).count - 1 }
}

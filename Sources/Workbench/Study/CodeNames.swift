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

  /// The names of these codes.
  public init(_ codes: [Code]) {
    self.codes = codes
    let byID = Dictionary(uniqueKeysWithValues: codes.map { ($0.id, $0) })
    let repeats = Dictionary(grouping: codes, by: \.name)
    var shown: [RowID<Code>: String] = [:]
    for code in codes {
      guard let same = repeats[code.name], same.count > 1 else {
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
    self.byID = byID
    self.shown = shown
  }

  /// The code with that identity.
  public subscript(id: RowID<Code>) -> Code? { byID[id] }

  /// What each code is called, in the codebook's order.
  public var all: [String] { codes.map { name(of: $0.id) } }

  /// What a code is called.
  public func name(of id: RowID<Code>) -> String { shown[id] ?? "" }

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

  /// The code that people mean by `name`: its name or path written exactly, else its key, else its name in
  /// another case or without accents.
  ///
  /// - Throws: ``StudyError/unknownCode(name:near:)``, ``StudyError/ambiguousCode(name:candidates:)``.
  public func code(called name: String) throws(StudyError) -> Code {
    let wanted = name.precomposed
    for matches in [
      codes.filter { $0.name == wanted }, codes.filter { isPath(wanted, of: $0) }, codes.filter { $0.key == wanted },
      codes.filter { $0.name.folded == wanted.folded },
    ] {
      if matches.count == 1 { return matches[0] }
      if matches.count > 1 {
        throw .ambiguousCode(name: name, candidates: matches.map { self.name(of: $0.id) })
      }
    }
    throw .unknownCode(name: name, near: NearName.closest(to: name, among: codes.map { self.name(of: $0.id) }))
  }

  private func isPath(_ text: String, of code: Code) -> Bool {
    let path = path(of: code)
    guard text.hasSuffix(code.name), path.count > 1 else { return false }
    return (2...path.count).contains { path.suffix($0).joined(separator: "/") == text }
  }

  /// The codes under one, at any depth.
  public func descendants(of id: RowID<Code>) -> [Code] {
    codes.filter { code in
      var parent = code.parent
      var steps = 0
      while let above = parent, steps <= codes.count {
        if above == id { return true }
        parent = byID[above]?.parent
        steps += 1
      }
      return false
    }
  }

  /// How deep a code stands: 0 at the top.
  public func depth(of code: Code) -> Int { path(of: code).count - 1 }
}

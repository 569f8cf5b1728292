import CodingModel
import FrenchText

/// Which names of codes nobody could tell from each other: codes under one parent whose names differ only in case, blanks
/// and what cannot be seen, and codes anywhere whose names look alike by letters of other alphabets.
///
/// Accents tell codes apart: `cote` and `côté` are two.
struct CodeLikeness {
  private struct Place: Hashable {
    let parent: RowID<Code>?
    let key: String
  }

  private let shown: (RowID<Code>) -> String
  private var names: [RowID<Code>: String] = [:]
  private var byPlace: [Place: [RowID<Code>]] = [:]
  private var byLook: [String: [RowID<Code>]] = [:]

  /// What new names are compared with: the names of these codes; `shown` is what a code is called in an error.
  ///
  /// Cost: linear; some microseconds a code.
  init(_ codes: some Sequence<Code>, shown: @escaping (RowID<Code>) -> String) {
    self.shown = shown
    for code in codes { note(code.id, code.name, under: code.parent) }
  }

  /// What new names are compared with: those of all these codes.
  init(_ names: CodeNames) { self.init(names.codes) { names.name(of: $0) } }

  /// Adds a name to compare others with.
  mutating func note(_ id: RowID<Code>, _ name: String, under parent: RowID<Code>?) {
    names[id] = name
    byPlace[Place(parent: parent, key: Self.key(name)), default: []].append(id)
    for key in Set(LookAlikes.keys(of: name)) { byLook[key, default: []].append(id) }
  }

  /// Refuses a name that could not be told from another code's.
  ///
  /// The same name under the same parent is none of this: storing refuses it.
  ///
  /// - Throws: ``StudyError/codeLike(existing:)``, ``StudyError/codeLooksLike(_:existing:)``.
  func require(
    _ name: String, under parent: RowID<Code>?, besides code: RowID<Code>? = nil
  ) throws(StudyError) {
    let siblings = byPlace[Place(parent: parent, key: Self.key(name))] ?? []
    if let like = siblings.first(where: { $0 != code && names[$0]?.precomposed != name.precomposed }) {
      throw .codeLike(existing: shown(like))
    }
    let folded = name.folded
    let alike = LookAlikes.keys(of: name).flatMap { byLook[$0] ?? [] }.first { id in
      guard id != code, let other = names[id] else { return false }
      return other.folded != folded && LookAlikes.areAlike(other, name)
    }
    if let alike { throw .codeLooksLike(name, existing: shown(alike)) }
  }

  /// What names have alike that differ only in case, blanks and what cannot be seen.
  static func key(_ name: String) -> String { CoderLikeness.visible(name).lowercased() }

  /// A code's name as stored: composed, with one space between words and none around.
  ///
  /// - Throws: ``StudyError/badCodeName``, ``StudyError/hiddenInCodeName(_:)``.
  static func valid(_ name: String) throws(StudyError) -> String {
    // In what was typed: storing takes some of it away unseen.
    let hidden = HiddenCharacter(in: name)
    let name = spaced(name)
    if CodeContent.isVisible(name), let hidden { throw .hiddenInCodeName(hidden) }
    guard CodeContent.isName(name) else { throw .badCodeName }
    return name
  }

  /// A name in the form in which texts are stored, with one space between words and none around.
  static func spaced(_ name: String) -> String {
    StoredText.normalize(name).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

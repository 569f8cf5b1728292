import CodingModel
import FrenchText
import ProjectStore

/// Which names of coders nobody could tell from each other.
enum CoderLikeness {
  /// What two names have alike that differ only in case, accents, spaces, and what cannot be seen.
  static func key(_ name: String) -> String { visible(name).folded }

  /// The name without spaces and what cannot be seen.
  static func visible(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.precomposed.unicodeScalars
    where !isHidden(scalar) && !scalar.properties.isWhitespace && scalar.value >= 32 {
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// Whether nobody could tell two names from each other: by case, accents, spaces, or letters of another alphabet.
  static func areAlike(_ one: String, _ other: String) -> Bool {
    key(one) == key(other) || LookAlikes.areAlike(visible(one), visible(other))
  }

  /// Whether a character leaves no mark, or changes where others stand.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool { HiddenCharacter.isHidden(scalar) }
}

extension ProjectReader {
  /// The name that a coder is to have here: the one they have, where one has just that name, else a new one.
  ///
  /// - Parameter valid: checks a name that is new.
  /// - Throws: ``StudyError/coderLike(_:existing:)`` where a new name could not be told from another coder's,
  ///   ``StudyError/coderLooksLike(_:existing:)`` where letters of another alphabet make it look like one, and what
  ///   `valid` throws.
  func coderName(for name: String, _ valid: (String) throws(StudyError) -> String) throws -> String {
    let coders = try coders().map(\.name)
    // Who is there already stays what they are called, whatever that is.
    if let coder = coders.first(where: { $0.precomposed == name.precomposed }) { return coder }
    let new = try valid(name)
    if coders.contains(new) { return new }
    let (key, visible) = (CoderLikeness.key(new), CoderLikeness.visible(new))
    if let other = coders.first(where: { CoderLikeness.key($0) == key }) {
      throw StudyError.coderLike(new, existing: other)
    }
    // A file may name a role that nobody has yet.
    let others = coders + Study.roles.subtracting([key]).sorted()
    if let other = others.first(where: { LookAlikes.areAlike(CoderLikeness.visible($0), visible) }) {
      throw StudyError.coderLooksLike(new, existing: other)
    }
    return new
  }

  /// The name that a person who codes is to have here, as somebody has typed it.
  ///
  /// - Throws: as ``coderName(for:_:)``, and ``StudyError/nameOfSecondCopy(_:of:)`` where it is new and a merge could give
  ///   it to another coder's codings.
  func typedCoderName(for name: String) throws -> String {
    let new = try coderName(for: name, Study.ownCoder)
    let coders = try coders().map(\.name)
    guard !coders.contains(new) else { return new }
    let family = CodingConflicts.family(new.folded, among: Set(coders.map(\.folded)))
    if family.level > 1, let base = coders.first(where: { $0.folded == family.base }) {
      throw StudyError.nameOfSecondCopy(new, of: base)
    }
    return new
  }

  /// The name of a person who codes, as the project has it, should it be there in other capitals or without accents:
  /// nobody means a second one.
  func personsName(for name: String) throws -> String {
    if let known = try coders().first(where: { $0.name.precomposed == name.precomposed }) {
      return try Study.person(known.name)
    }
    let own = try Study.ownCoder(name)
    if let known = try? coder(called: own) { return known.name }
    return try typedCoderName(for: own)
  }
}

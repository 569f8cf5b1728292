import CodingModel
import Foundation
import FrenchText
import ProjectStore

extension Study {
  /// The name of the coder that rules' codings are kept under.
  public static let ruleCoder = "autocode"

  private static let setting = "coder"

  /// The coder who is coding: the one given, else `$VERBATIM_CODER`, else the one set once in the project,
  /// else the system's user.
  ///
  /// - Throws: ``StudyError/badCoderName``, ``StudyError/reservedCoder(_:)``.
  public func currentCoder(_ given: String?) throws -> String {
    let chosen =
      try given ?? EnvironmentVariable.value("VERBATIM_CODER")
      ?? project.read { try $0.setting(Self.setting) } ?? Self.userName
    return try project.read { try $0.personsName(for: chosen) }
  }

  /// Sets once who codes in this project, on this machine and any other. Who is no coder yet becomes one, in an act.
  ///
  /// - Returns: the name as the project has it.
  /// - Throws: as ``currentCoder(_:)``.
  @discardableResult
  public func setCurrentCoder(_ name: String) throws -> String {
    let name = try project.read { try $0.personsName(for: name) }
    try enterCoder(name)
    try project.setSetting(Self.setting, name)
    return name
  }

  /// Makes somebody of that name a coder, in an act; returns whether they were none.
  @discardableResult
  func enterCoder(_ name: String) throws -> Bool {
    try project.perform(.coder, coder: name) { act in
      _ = try act.coder(name)
      act.details = ["name": name]
    }.act != nil
  }

  /// A coder's name as stored: composed, with one space between words and none around, and nothing in it that cannot be
  /// seen or that lists of names need.
  static func validCoder(_ name: String) throws(StudyError) -> String {
    // In what was typed, too: storing takes some of it away unseen.
    guard HiddenCharacter(in: name) == nil,
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else {
      throw .badCoderName
    }
    let name = name.precomposed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard (1...100).contains(name.scalarCount), CodeContent.isVisible(name),
      !name.unicodeScalars.contains(where: CoderLikeness.isHidden),
      !name.contains(where: { ",\"".contains($0) })
    else { throw .badCoderName }
    return name
  }

  /// In whose name rules code, in whose what is agreed on, and in whose one coding is published.
  static let roles: Set = [ruleCoder, CoderChoice.consensus, FinalCoding.coder]
  /// Names that mean something else than a person: of roles, and the words that `settle --as` knows.
  private static let reserved = roles.union(["none", "common", "union", "whole"])

  /// Whether a name means something else than a person, also as what lost its place in a merge: `consensus (2)`.
  private static func isReserved(_ name: String) -> Bool {
    let likeness = CoderLikeness.key(name)
    if reserved.contains(likeness) { return true }
    return roles.contains { role in
      let family = CodingConflicts.family(name.folded, among: [role])
      return family.level > 1 && family.base == role
    }
  }

  /// The name of a person who codes.
  static func ownCoder(_ name: String) throws(StudyError) -> String {
    try person(validCoder(name))
  }

  /// A coder's name that is no role's.
  static func person(_ name: String) throws(StudyError) -> String {
    guard !isReserved(name) else { throw .reservedCoder(name) }
    return name
  }

  /// The name of a coder in a file of codings, which may be a role's, too.
  static func importedCoder(_ name: String) throws(StudyError) -> String {
    let name = try validCoder(name)
    guard reserved.contains(name.folded) else { return name }
    guard roles.contains(name.folded) else { throw .reservedCoder(name) }
    return name.folded
  }

  /// Whether nobody has said who is coding, so that the system's user is.
  public func isCoderTheUser(_ given: String?) throws -> Bool {
    try given == nil && EnvironmentVariable.value("VERBATIM_CODER") == nil
      && project.read { try $0.setting(Self.setting) } == nil
  }

  private static var userName: String {
    let name = EnvironmentVariable.value("USER") ?? NSUserName()
    return name.isEmpty ? "codeur" : name
  }
}

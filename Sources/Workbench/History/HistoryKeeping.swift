public import CodingModel
import ProjectStore

/// What was done to a study, and undoing it.
public struct HistoryKeeping {
  /// Which acts to list: those that meet every condition given.
  public struct Filter: Sendable {
    /// Only acts by these coders, by name.
    public var coders: [String] = []
    /// Only acts of these kinds.
    public var kinds: Set<Act.Kind> = []
    /// Only acts that had to do with this code, by name.
    public var code: String?
    /// Only acts that had to do with this answer, by name.
    public var answer: String?
    /// Only acts from this day or moment on, and up to this one, as ``HistoryTime`` reads them.
    public var since: String?, until: String?

    /// No condition.
    public init() {}

    /// Whether it lets every act through.
    public var isEmpty: Bool {
      coders.isEmpty && kinds.isEmpty && [code, answer, since, until].allSatisfy { $0 == nil }
    }
  }

  private let study: Study

  /// The history of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// The acts, latest first, at most `limit`; nil for all.
  public func acts(limit: Int? = nil) throws -> [Act] {
    try study.project.read { try $0.history(limit: limit) }
  }

  /// The acts that meet the conditions, latest first. The undoing and redoing of an act has to do with what the act had.
  ///
  /// - Throws: ``StudyError/unknownCoder(name:near:)``, ``StudyError/unknownCode(name:near:)``,
  ///   ``StudyError/badDate(_:)``, `ProjectError`.
  public func acts(_ filter: Filter, limit: Int? = nil) throws -> [Act] {
    if filter.isEmpty { return try acts(limit: limit) }
    let since = try filter.since.map(Self.time)
    let until = try filter.until.map(Self.time)
    return try study.project.read { reader in
      let all = try reader.history()
      let coders = try Set(filter.coders.map { try Self.coder($0, all, reader) })
      var subjects: [Set<RowID<Act>>] = []
      if let name = filter.code { subjects.append(try Self.acts(onCode: name, all, reader)) }
      if let name = filter.answer {
        subjects.append(try reader.acts(on: reader.answer(called: name).answer.id))
      }
      let found = all.lazy.filter { act in
        if !coders.isEmpty, !coders.contains(act.coder) { return false }
        if !filter.kinds.isEmpty, !filter.kinds.contains(act.kind) { return false }
        if let since, !since.isReached(by: act.date) { return false }
        if let until, !until.reaches(act.date) { return false }
        return subjects.allSatisfy { $0.contains(Self.subject(of: act)) }
      }
      return Array(found.prefix(limit ?? .max))
    }
  }

  private static func time(_ text: String) throws -> HistoryTime {
    guard let time = HistoryTime(text) else { throw StudyError.badDate(text) }
    return time
  }

  /// The act that an undoing or redoing is of, or the act itself.
  private static func subject(of act: Act) -> RowID<Act> {
    guard [.undo, .redo].contains(act.kind), let number = act.details["act"].flatMap({ Int64($0) }) else {
      return act.id
    }
    return RowID(number)
  }

  /// A coder's name as acts have it; one may have changed the codebook without ever coding.
  private static func coder(_ name: String, _ acts: [Act], _ reader: ProjectReader) throws -> String {
    if let act = acts.first(where: { !$0.coder.isEmpty && $0.coder.folded == name.folded }) {
      return act.coder
    }
    return try reader.coder(called: name).name
  }

  /// The acts on a code, which may be there no longer.
  private static func acts(
    onCode name: String, _ acts: [Act], _ reader: ProjectReader
  ) throws -> Set<RowID<Act>> {
    func named(_ names: [String]) -> Set<RowID<Act>> {
      Set(
        acts.filter { act in
          ["code", "key", "into", "to"].contains { detail in
            act.details[detail].map { value in names.contains { $0.folded == value.folded } } ?? false
          }
        }.map(\.id))
    }
    do {
      let names = CodeNames(try reader.codes())
      let code = try names.code(called: name)
      let inLines = named([names.name(of: code.id), code.key]).filter { id in
        acts.first { $0.id == id }?.state == .discarded
      }
      return try reader.acts(on: code.id).union(inLines)
    } catch let error as StudyError {
      let found = named([name])
      if case .unknownCode = error, !found.isEmpty { return found }
      throw error
    }
  }

  /// The act with that number, if there is one.
  public func act(_ number: Int64) throws -> Act? {
    try study.project.read { try $0.act(RowID(number)) }
  }

  /// Undoes the act with that number, or the latest in force.
  ///
  /// - Parameter coder: in whose name; see ``Study/currentCoder(_:)``.
  /// - Returns: the act undone.
  /// - Throws: `ActError`: nothing to undo, or what depends on the act.
  public func undo(_ number: Int64? = nil, coder: String? = nil) throws -> Act {
    defer { study.openIndex = nil }
    return try study.project.undo(number.map { RowID($0) }, coder: study.currentCoder(coder))
  }

  /// Makes the act with that number again, or the act undone last.
  ///
  /// - Parameter coder: in whose name; see ``Study/currentCoder(_:)``.
  /// - Returns: the act.
  /// - Throws: `ActError`: nothing to redo, or what conflicts with the act.
  public func redo(_ number: Int64? = nil, coder: String? = nil) throws -> Act {
    defer { study.openIndex = nil }
    return try study.project.redo(number.map { RowID($0) }, coder: study.currentCoder(coder))
  }
}

public import CodingModel
import ProjectStore

/// The rules of a study's codes, wording by wording.
public struct RuleList {
  /// One wording of a code's rule.
  public struct Line: Sendable {
    /// What the code is called.
    public let code: String
    /// The code's colour.
    public let colour: Colour?
    /// Its number among the wordings that have been applied; nil where it has not been yet.
    public let version: Int?
    /// The query.
    public let rule: String
    /// When it was first applied; nil where it never was.
    public let date: String?
    /// Whether it is what the codebook says now.
    public let isCurrent: Bool
    /// The codings in force that it made.
    public let codings: Int
  }

  private let study: Study

  /// The rules of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// The wordings of the rules of these codes (all where empty), in the codebook's order, the oldest first.
  ///
  /// - Throws: ``StudyError/unknownCode(name:near:)``, ``StudyError/noRule(name:)`` where no code has or had a rule.
  public func lines(_ wanted: [String] = []) throws -> [Line] {
    try study.project.read { reader in
      let names = CodeNames(try reader.codes())
      let chosen = try wanted.isEmpty ? names.codes : names.codes(called: wanted)
      let versions = Dictionary(grouping: try reader.ruleVersions(), by: \.code)
      var counts: [RowID<RuleVersion>: Int] = [:]
      try reader.forEachCoding { coding in
        if let version = coding.ruleVersion { counts[version, default: 0] += 1 }
      }
      var lines: [Line] = []
      for code in chosen {
        let known = versions[code.id] ?? []
        let current = code.content.rule
        for version in known {
          lines.append(
            Line(
              code: names.name(of: code.id), colour: code.content.colour, version: version.number,
              rule: version.rule, date: version.date, isCurrent: version.rule == current,
              codings: counts[version.id] ?? 0))
        }
        if let current, !known.contains(where: { $0.rule == current }) {
          lines.append(
            Line(
              code: names.name(of: code.id), colour: code.content.colour, version: nil, rule: current,
              date: nil,
              isCurrent: true, codings: 0))
        }
      }
      if lines.isEmpty { throw StudyError.noRule(name: wanted.first) }
      return lines
    }
  }
}

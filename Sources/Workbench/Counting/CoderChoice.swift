import CodingModel
import ProjectStore

/// Whose codings a table counts.
///
/// Codings by several coders are never mixed silently: two coders who each gave a code once are not that code
/// given twice. One coder's codings are counted at a time, or those of the coder named `consensus`, or those of
/// all the coders that are named.
public enum CoderChoice {
  /// The coder whose codings are the agreed ones.
  public static let consensus = "consensus"

  /// The coders meant by the names given; where none is given the one coder there is, or the consensus.
  ///
  /// - Throws: ``StudyError/coderNeeded(coders:)`` where several have coded and none is named.
  static func coders(_ names: [String], _ reader: ProjectReader) throws -> [Coder] {
    if !names.isEmpty { return try names.map { try reader.coder(called: $0) } }
    let coders = try reader.coders()
    let active = try reader.activeCoders()
    let candidates = coders.filter { active.contains($0.id) }
    if candidates.count <= 1 { return candidates }
    if let consensus = candidates.first(where: { $0.name == consensus }) { return [consensus] }
    throw StudyError.coderNeeded(coders: candidates.map(\.name))
  }
}

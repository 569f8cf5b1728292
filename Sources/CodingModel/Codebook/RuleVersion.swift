/// One wording of a code's rule, of those that have been applied, be it that they found nothing.
///
/// A wording that comes back is the same version as before.
public struct RuleVersion: Hashable, Sendable {
  /// Its identity in the project file.
  public let id: RowID<RuleVersion>
  /// The code whose rule it is.
  public let code: RowID<Code>
  /// Its number among the versions of the code's rule, from 1.
  public let number: Int
  /// The query.
  public let rule: String
  /// When it was first applied, as `2026-11-22T10:30:00Z`.
  public let date: String

  /// A version as stored.
  public init(id: RowID<RuleVersion>, code: RowID<Code>, number: Int, rule: String, date: String) {
    self.id = id
    self.code = code
    self.number = number
    self.rule = rule
    self.date = date
  }
}

/// The identity of one stored entity inside one project file.
///
/// It is typed by what it identifies, so that an answer's identity is never taken for a code's. It means
/// nothing outside the project file: what must survive an export is named otherwise (a respondent by the
/// survey's identifier, a code by its ``Code/key``).
public struct RowID<Entity>: Hashable, Sendable {
  /// The row number in the project file, from 1.
  public let value: Int64

  /// Wraps a row number read from a project file.
  public init(_ value: Int64) {
    self.value = value
  }
}

extension RowID: Comparable {
  /// Orders identities as their entities were stored.
  public static func < (left: Self, right: Self) -> Bool {
    left.value < right.value
  }
}

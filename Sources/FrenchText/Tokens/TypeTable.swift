/// The types an analyser has met, by number; numbers are given in order of first sight, from 0.
///
/// The table grows as texts are analysed. Keep no copy across an analysis: a copy held then costs one.
public struct TypeTable: Sendable {
  private(set) var types: [TokenType] = []
  private var ids: [TokenType: UInt32] = [:]

  /// How many types there are.
  public var count: Int { types.count }

  /// The type of a number. Cost: constant.
  ///
  /// - Precondition: `id < count`.
  public subscript(id: UInt32) -> TokenType { types[Int(id)] }

  mutating func id(of type: TokenType) -> UInt32 {
    if let id = ids[type] { return id }
    let id = UInt32(types.count)
    types.append(type)
    ids[type] = id
    return id
  }
}

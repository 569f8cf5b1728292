internal import CodingModel

/// Numbers identities from 0 in the order in which they are first met.
///
/// Identities that lie close together, as row numbers do, are looked up in an array rather than a dictionary.
struct IdentityIndex<Entity> {
  private(set) var count = 0
  private let lowest: Int64
  private var near: [Int32]
  private var far: [Int64: Int32] = [:]

  /// An index that will be quick for identities from `lowest` to `highest`, if these are not far apart.
  init(lowest: Int64, highest: Int64, expected: Int) {
    self.lowest = lowest
    let (span, overflow) = highest.subtractingReportingOverflow(lowest)
    let isNear = !overflow && span >= 0 && span < Int64(expected) * 8 + 1_000_000
    near = isNear ? Array(repeating: -1, count: Int(span) + 1) : []
  }

  /// An index of `identities`.
  init(_ identities: [RowID<Entity>]) {
    let values = identities.map(\.value)
    self.init(lowest: values.min() ?? 0, highest: values.max() ?? 0, expected: values.count)
    for identity in identities { _ = number(of: identity) }
  }

  /// The number of `identity`, given now if it is new.
  mutating func number(of identity: RowID<Entity>) -> Int {
    if let known = self[identity] { return known }
    let new = Int32(count)
    if near.isEmpty { far[identity.value] = new } else { near[Int(identity.value - lowest)] = new }
    count += 1
    return Int(new)
  }

  /// The number of `identity`; nil if it has none.
  subscript(identity: RowID<Entity>) -> Int? {
    if near.isEmpty { return far[identity.value].map(Int.init) }
    guard identity.value >= lowest, identity.value - lowest < near.count else { return nil }
    let number = near[Int(identity.value - lowest)]
    return number < 0 ? nil : Int(number)
  }
}

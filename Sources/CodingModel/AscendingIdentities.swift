/// Identities in ascending order, each once, and the place of each.
///
/// Where nothing was ever taken away identities follow each other, and a place is found at once; else by halving.
public struct AscendingIdentities<Entity>: Sendable {
  /// The row numbers.
  public let values: [Int64]

  /// Identities whose row numbers ascend.
  public init(_ values: [Int64]) {
    self.values = values
  }

  /// How many there are.
  public var count: Int { values.count }

  /// Where an identity stands, from 0; nil for one that is not there.
  public func place(of identity: RowID<Entity>) -> Int? {
    guard let first = values.first else { return nil }
    let (guess, overflow) = identity.value.subtractingReportingOverflow(first)
    if !overflow, guess >= 0, guess < values.count, values[Int(guess)] == identity.value { return Int(guess) }
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < identity.value { low = middle + 1 } else { high = middle }
    }
    return low < values.count && values[low] == identity.value ? low : nil
  }
}

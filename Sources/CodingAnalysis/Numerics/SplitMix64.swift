/// A seeded source of random numbers that gives the same numbers on every machine and in every release
/// (SplitMix64: Steele, Lea and Flood 2014). Not for secrets.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64

  /// The sequence that `seed` starts.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= Self.step
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// Passes over so many numbers, at no cost.
  public mutating func skip(_ count: Int) {
    state &+= UInt64(truncatingIfNeeded: count) &* Self.step
  }

  /// A whole number from 0 to just below `bound`, which is at least 1. Every one is equally likely but for
  /// less than one part in 2^32 for any bound up to 2^32.
  public mutating func next(below bound: Int) -> Int {
    precondition(bound >= 1, "a random number needs a range to fall in")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}

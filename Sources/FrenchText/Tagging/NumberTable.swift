/// Small values by 32-bit hashes, for tables that are read whole when a program starts.
struct NumberTable<Value: Sendable>: Sendable {
  private var keys: [UInt32]
  private var values: [Value]
  private let mask: Int
  private let none: Value

  /// A table for at most `count` keys; `none` is what absent keys give.
  init(count: Int, none: Value) {
    var capacity = 64
    while capacity < count * 2 { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    values = Array(repeating: none, count: capacity)
    mask = capacity - 1
    self.none = none
  }

  /// The value of a key, or the table's `none`.
  subscript(key: UInt32) -> Value {
    var slot = Int(key &* 0x9E37_79B1 >> 8) & mask
    // A key of zero stands for a free place; the hash of no form is zero in practice, and if one is, it is absent.
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return none
  }

  mutating func insert(_ key: UInt32, _ value: Value) {
    var slot = Int(key &* 0x9E37_79B1 >> 8) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    keys[slot] = key
    values[slot] = value
  }
}

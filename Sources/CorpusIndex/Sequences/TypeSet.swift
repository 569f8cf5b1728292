/// A set of a segment's types, as bits.
struct TypeSet: Equatable {
  let count: Int
  private(set) var words: [UInt64]

  /// No types of a segment with `count` types.
  init(count: Int) {
    self.count = count
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  /// All types of a segment with `count` types.
  static func all(count: Int) -> TypeSet { TypeSet(count: count).complement }

  mutating func insert(_ type: UInt32) { words[Int(type >> 6)] |= 1 << UInt64(type & 63) }

  func contains(_ type: UInt32) -> Bool { words[Int(type >> 6)] >> UInt64(type & 63) & 1 == 1 }

  mutating func formUnion(_ other: TypeSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func formIntersection(_ other: TypeSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  var complement: TypeSet {
    var result = self
    for index in words.indices { result.words[index] = ~words[index] }
    if count & 63 != 0 { result.words[words.count - 1] &= UInt64.max >> UInt64(64 - count & 63) }
    return result
  }

  /// The types, ascending.
  var types: [UInt32] {
    var types: [UInt32] = []
    for (index, word) in words.enumerated() where word != 0 {
      var bits = word
      while bits != 0 {
        types.append(UInt32(index * 64 + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
    return types
  }
}

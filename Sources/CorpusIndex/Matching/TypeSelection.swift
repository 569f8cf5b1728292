/// The types that a term stands for in one segment.
struct TypeSelection: Equatable {
  /// The types, ascending, each once.
  let types: [UInt32]
  /// How many tokens have one of them.
  let frequency: Int
  /// Whether every token is meant.
  var isEverything = false

  static let none = TypeSelection(types: [], frequency: 0)
}

/// Tells quickly whether a type is among those selected.
struct TypeTest {
  private let bits: [UInt64]
  private let rare: Set<UInt32>
  private let isEverything: Bool

  init(_ selection: TypeSelection) {
    var bits = [UInt64](repeating: 0, count: 1024)
    var rare: Set<UInt32> = []
    for type in selection.types {
      if type < UInt32(SegmentLayout.rareMark) {
        bits[Int(type >> 6)] |= 1 << UInt64(type & 63)
      } else {
        rare.insert(type)
      }
    }
    self.bits = bits
    self.rare = rare
    isEverything = selection.isEverything
  }

  @inline(__always)
  func contains(_ type: UInt32) -> Bool {
    if isEverything { return true }
    if type < UInt32(SegmentLayout.rareMark) { return bits[Int(type >> 6)] >> UInt64(type & 63) & 1 == 1 }
    return rare.contains(type)
  }
}

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
    // A token that is only marked as rare may be selected where a rare type is.
    if !rare.isEmpty || selection.isEverything { bits[1023] |= 1 << 63 }
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

  /// Whether a type that the stream holds by a mark only is selected.
  var hasRare: Bool { !rare.isEmpty }

  /// Those of `starts` at which, `offset` tokens on, the stream has a type that is selected, or the mark of a rare one
  /// where rare ones are. Every place must be in the stream.
  ///
  /// Nothing in it depends on what was found before, so that the machine waits for many tokens at a time.
  func likely(_ starts: [UInt32], beside shorts: UnsafeBufferPointer<UInt16>, _ offset: UInt32) -> [UInt32] {
    guard !isEverything, let last = starts.last else { return starts }
    precondition(Int(last) + Int(offset) < shorts.count)
    return unsafe [UInt32](unsafeUninitializedCapacity: starts.count) { kept, count in
      unsafe bits.withUnsafeBufferPointer { bits in
        for start in starts {
          let short = unsafe shorts[Int(start &+ offset)]
          unsafe kept[count] = start
          unsafe count &+= Int(truncatingIfNeeded: bits[Int(short >> 6)] &>> UInt64(short & 63) & 1)
        }
      }
    }
  }
}

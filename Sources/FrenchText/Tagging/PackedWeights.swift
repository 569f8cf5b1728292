/// Sixteen weights of a byte each, made sixteen numbers of two bytes by two shifts.
struct PackedWeights: Sendable, Equatable {
  /// The weight of part of speech `n` in the low byte of lane `n`, that of `n + 8` in its high byte.
  private var lanes = SIMD8<Int16>.zero

  static let zero = PackedWeights()

  /// The weight of a part of speech below 16.
  subscript(tag: Int) -> Int8 {
    get { Int8(truncatingIfNeeded: tag < 8 ? lanes[tag] : lanes[tag - 8] >> 8) }
    set {
      let lane = tag & 7
      let byte = Int16(UInt8(bitPattern: newValue))
      lanes[lane] = tag < 8 ? lanes[lane] & ~0xFF | byte : lanes[lane] & 0xFF | byte << 8
    }
  }

  /// All of them.
  var row: TaggerModel.Row {
    @inline(__always)
    get {
      let byte = SIMD8<Int16>(repeating: 8)
      return TaggerModel.Row(lowHalf: (lanes &<< byte) &>> byte, highHalf: lanes &>> byte)
    }
  }
}

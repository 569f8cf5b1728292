/// The features of a word and its neighbours together, all keys at once: what ``FeatureKeys/pair(_:_:)`` gives one
/// by one.
struct PairKeys {
  /// The first eight.
  let head: SIMD8<UInt32>
  /// The last four; a zero is none.
  let tail: SIMD4<UInt32>

  /// What the tagger sees of a word beside others: form, reading, ambiguity, leaning.
  typealias Fields = SIMD4<UInt32>

  /// - Parameter solid: the nearest word before that is no filler, where fillers stand between; else nil.
  @inline(__always)
  init(_ before: Fields, _ word: Fields, _ after: Fields, solid: Fields?) {
    let form = FeatureKeys.mix(90, word[0], 0)
    head = Self.mix(
      SIMD8(70, 71, 72, 73, 74, 75, 76, 77),
      SIMD8(before[0], after[0], before[0], word[0], before[1], word[1], before[1], after[1]),
      SIMD8(word[2], word[2], word[0], after[0], word[1], after[1], form, form))
    var keys = SIMD4(
      FeatureKeys.mix(78, FeatureKeys.mix(90, before[2], after[2]), word[2]),
      FeatureKeys.mix(83, FeatureKeys.mix(90, before[3], word[3]), after[3]), 0, 0)
    if let solid {
      keys[2] = FeatureKeys.mix(85, solid[0], word[1])
      keys[3] = FeatureKeys.mix(86, solid[1], word[1])
    }
    tail = keys
  }

  @inline(__always)
  private static func mix(
    _ templates: SIMD8<UInt32>, _ first: SIMD8<UInt32>, _ second: SIMD8<UInt32>
  ) -> SIMD8<UInt32> {
    var hash = templates &* 0x9E37_79B1 ^ first
    hash = (hash ^ (hash &>> 15)) &* 0x85EB_CA77
    hash = (hash ^ (hash &>> 13)) &+ second &* 0xC2B2_AE3D
    hash = (hash ^ (hash &>> 16)) &* 0x27D4_EB2F
    return hash ^ (hash &>> 15)
  }
}

extension WordProfile {
  /// What ``PairKeys`` are made of.
  var pairFields: PairKeys.Fields { SIMD4(form, reading, ambiguity, leaning) }
}

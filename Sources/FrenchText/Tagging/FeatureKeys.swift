/// The features of the tagger, each a key into its weights. A word's score for a part of speech is the sum of
/// the weights of its features; those of one word alone are summed once and kept.
package enum FeatureKeys {
  /// Mixes a feature's template and up to two values into its key.
  @inline(__always)
  package static func mix(_ template: UInt32, _ first: UInt32, _ second: UInt32) -> UInt32 {
    var hash = (template &* 0x9E37_79B1) ^ first
    hash = (hash ^ (hash >> 15)) &* 0x85EB_CA77
    hash = (hash ^ (hash >> 13)) &+ second &* 0xC2B2_AE3D
    hash = (hash ^ (hash >> 16)) &* 0x27D4_EB2F
    return hash ^ (hash >> 15)
  }

  /// The hash of a form.
  package static func hash(_ form: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in form.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  /// The features of the word to tag, by itself. At the start of a sentence, and in one all in capitals, a
  /// capital says nothing.
  package static func own(_ word: WordProfile, capitalsMatter: Bool) -> [UInt32] {
    let shape = capitalsMatter ? word.shape : (word.shape & ~3) | 32
    var keys = [
      mix(1, word.form, 0), mix(2, word.reading, 0), mix(3, word.endings[1], word.ambiguity),
      mix(4, word.endings[0], word.ambiguity), mix(5, shape, word.ambiguity), mix(6, shape, word.form),
      mix(12, word.leaning, word.ambiguity), mix(13, word.leaning, 0), mix(14, word.leaning, shape),
      mix(15, word.cluster, word.ambiguity), mix(16, word.cluster, 0),
    ]
    if word.shape & 16 == 0 {
      keys += [
        mix(7, word.endings[2], 0), mix(8, word.endings[1], 0), mix(9, word.endings[0], 0),
        mix(10, word.endings[1], shape), mix(11, word.endings[3], shape),
      ]
    }
    return keys
  }

  /// The features of a neighbour `distance` words away (-2, -1, 1, 2), by itself.
  package static func context(_ word: WordProfile, at distance: Int) -> [UInt32] {
    let base = UInt32(20 + (distance + 2) * 8)
    var keys = [
      mix(base, word.form, 0), mix(base + 1, word.reading, 0), mix(base + 2, word.ambiguity, 0),
      mix(base + 6, word.leaning, 0), mix(base + 7, word.cluster, 0),
    ]
    if abs(distance) == 1 {
      keys += [
        mix(base + 3, word.endings[1], word.shape & 16), mix(base + 4, word.shape & 131, 0),
        mix(base + 5, word.endings[0], 0),
      ]
    }
    return keys
  }

  /// How many features ``pair(_:_:)`` gives.
  package static let pairCount = 12

  /// The feature of a number below ``pairCount``, made of the word to tag and its neighbours together; 0 where
  /// there is none.
  package static func pair(_ number: Int, _ place: Place) -> UInt32 {
    let (before, word, after) = (place.before, place.word, place.after)
    switch number {
    case 0: return mix(70, before.form, word.ambiguity)
    case 1: return mix(71, after.form, word.ambiguity)
    case 2: return mix(72, before.form, word.form)
    case 3: return mix(73, word.form, after.form)
    case 4: return mix(74, before.reading, word.reading)
    case 5: return mix(75, word.reading, after.reading)
    case 6: return mix(76, before.reading, mix(90, word.form, 0))
    case 7: return mix(77, after.reading, mix(90, word.form, 0))
    case 8: return mix(78, mix(90, before.ambiguity, after.ambiguity), word.ambiguity)
    case 9: return mix(83, mix(90, before.leaning, word.leaning), after.leaning)
    case 10: return place.solid.map { mix(85, $0.form, word.reading) } ?? 0
    default: return place.solid.map { mix(86, $0.reading, word.reading) } ?? 0
    }
  }

  /// A word to tag and those around it.
  package struct Place {
    package let before: WordProfile
    package let word: WordProfile
    package let after: WordProfile
    /// The nearest word before that is no filler (`euh`, `vraiment`, a comma), where fillers stand between.
    package let solid: WordProfile?

    package init(before: WordProfile, word: WordProfile, after: WordProfile, solid: WordProfile?) {
      self.before = before
      self.word = word
      self.after = after
      self.solid = solid
    }
  }

  /// The features of the part of speech before, which weigh on that of the word.
  package static func transition(from tag: Int, to word: WordProfile) -> [UInt32] {
    let tag = UInt32(tag)
    return [
      mix(95, tag, 0), mix(96, tag, word.ambiguity), mix(97, tag, word.form), mix(98, tag, word.reading),
    ]
  }
}

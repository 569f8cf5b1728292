/// Gives the words of a sentence the parts of speech that fit best together: the best path through those each
/// may have, by the weights learnt. Cost: linear in the words.
struct Tagger {
  private let model: TaggerModel
  /// For each word, where the best path to each of its parts of speech comes from.
  private var origins: [SIMD16<UInt8>] = []

  init(model: TaggerModel) {
    self.model = model
  }

  /// Writes the part of speech of each word of a sentence.
  ///
  /// - Parameters:
  ///   - words: numbers of words in the store.
  ///   - capitalsMatter: false where the whole sentence is in capitals.
  ///   - tags: raw values of ``PartOfSpeech``, written in the words' places.
  mutating func tag(
    _ words: ArraySlice<UInt32>, from store: WordStore, capitalsMatter: Bool, into tags: inout [UInt8]
  ) {
    var before = TagSet(PartOfSpeech.punctuation)
    var scores = TaggerModel.Row.zero
    origins.removeAll(keepingCapacity: true)
    for index in words.indices {
      let traits = store.traits[Int(words[index])]
      let isSimple = traits.tags.count == 1
      if isSimple && before.count == 1 {
        origins.append(SIMD16(repeating: UInt8(before.rawValue.trailingZeroBitCount)))
        scores = .zero
      } else {
        var (best, origin) = Self.step(scores, before, traits, store)
        if !isSimple {
          best &+= emission(words, index, store, capitalsMatter: capitalsMatter && index != words.startIndex)
        }
        origins.append(origin)
        // Only differences matter: keep the numbers small.
        scores = best &- SIMD16(repeating: best[traits.tags.rawValue.trailingZeroBitCount & 15])
      }
      before = traits.tags
    }
    trace(words, scores, before, into: &tags)
  }

  /// The best score of each part of speech of the next word, and from which of the word before it comes.
  @inline(__always)
  private static func step(
    _ scores: TaggerModel.Row, _ before: TagSet, _ traits: WordStore.Traits, _ store: WordStore
  ) -> (TaggerModel.Row, SIMD16<UInt8>) {
    var best = TaggerModel.Row(repeating: -30000)
    var origin = SIMD16<Int16>.zero
    var rest = before.rawValue
    while rest != 0 {
      let tag = rest.trailingZeroBitCount
      rest &= rest &- 1
      let candidate = store.rows[Int(traits.transitions) + tag] &+ SIMD16(repeating: scores[tag])
      let wins = candidate .> best
      best.replace(with: candidate, where: wins)
      origin.replace(with: SIMD16(repeating: Int16(tag)), where: wins)
    }
    return (best, SIMD16<UInt8>(truncatingIfNeeded: origin))
  }

  /// What the word and its neighbours say of its part of speech, whatever the one before.
  private func emission(
    _ words: ArraySlice<UInt32>, _ index: Int, _ store: WordStore, capitalsMatter: Bool
  ) -> TaggerModel.Row {
    func word(_ at: Int) -> Int { words.indices.contains(at) ? Int(words[at]) : Int(WordStore.edge) }
    let (before2, before, own, after, after2) = (
      word(index - 2), word(index - 1), word(index), word(index + 1), word(index + 2)
    )
    let traits = store.traits
    var sum = store.rows[Int(traits[own].own) + (capitalsMatter ? 0 : 1)]
    sum &+= store.rows[Int(traits[before2].context)]
    sum &+= store.rows[Int(traits[before].context) + 1]
    sum &+= store.rows[Int(traits[after].context) + 2]
    sum &+= store.rows[Int(traits[after2].context) + 3]
    let profiles = store.profiles
    for number in 0..<FeatureKeys.pairCount {
      let key = FeatureKeys.pair(
        number, profiles[before2], profiles[before], profiles[own], profiles[after], profiles[after2])
      if let row = model.row(key) { sum &+= row }
    }
    return sum
  }

  private func trace(
    _ words: ArraySlice<UInt32>, _ scores: TaggerModel.Row, _ last: TagSet, into tags: inout [UInt8]
  ) {
    var tag = last.rawValue.trailingZeroBitCount & 15
    for other in 0..<16 where last.rawValue & (1 << UInt16(other)) != 0 && scores[other] > scores[tag] {
      tag = other
    }
    for index in words.indices.reversed() {
      tags[index] = UInt8(tag)
      tag = Int(origins[index - words.startIndex][tag])
    }
  }
}

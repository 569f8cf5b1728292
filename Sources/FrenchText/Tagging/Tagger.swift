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
  ///   - sentence: the places of its words among those of `tables`.
  ///   - tables: the words of the text, and what is known of words.
  ///   - capitalsMatter: false where the whole sentence is in capitals.
  ///   - tags: raw values of ``PartOfSpeech``, written in the words' places.
  mutating func tag(
    _ sentence: Range<Int>, _ tables: WordTables, capitalsMatter: Bool, into tags: inout [UInt8]
  ) {
    var before = TagSet(PartOfSpeech.punctuation)
    var scores = TaggerModel.Row.zero
    origins.removeAll(keepingCapacity: true)
    unsafe model.withMemory { memory in
      for index in sentence {
        let traits = tables.traits(at: index)
        let tags = allowed(traits.tags, sentence, index, tables)
        let isSimple = tags.isOne
        if isSimple && before.isOne {
          origins.append(SIMD16(repeating: UInt8(before.rawValue.trailingZeroBitCount)))
          scores = .zero
        } else {
          var (best, origin) = Self.step(scores, before, traits, tables)
          if !isSimple {
            best &+= unsafe Self.emission(
              sentence, index, tables, memory,
              capitalsMatter: capitalsMatter && index != sentence.lowerBound)
          }
          origins.append(origin)
          // Only differences matter: keep the numbers small.
          scores = best &- SIMD16(repeating: best[tags.rawValue.trailingZeroBitCount & 15])
        }
        before = tags
      }
    }
    trace(sentence, scores, before, into: &tags)
  }

  /// What a word may be: a verb, where a subject hangs on it (`a|-t-il`) and it can be one.
  @inline(__always)
  private func allowed(_ tags: TagSet, _ sentence: Range<Int>, _ index: Int, _ tables: WordTables) -> TagSet {
    guard !tags.isOne, index + 1 < sentence.upperBound,
      tables.traits(at: index + 1).marks.contains(.hangsOnVerb)
    else { return tags }
    let verbs = tags.intersection(TagSet([.verb, .auxiliary]))
    return verbs.isEmpty ? tags : verbs
  }

  /// The best score of each part of speech of the next word, and from which of the word before it comes.
  @inline(__always)
  private static func step(
    _ scores: TaggerModel.Row, _ before: TagSet, _ traits: WordStore.Traits, _ tables: WordTables
  ) -> (TaggerModel.Row, SIMD16<UInt8>) {
    var best = TaggerModel.Row(repeating: -30000)
    var origin = SIMD16<Int16>.zero
    var rest = before.rawValue
    while rest != 0 {
      let tag = rest.trailingZeroBitCount
      rest &= rest &- 1
      let candidate = tables.row(traits.transitions, tag) &+ SIMD16(repeating: scores[tag])
      let wins = candidate .> best
      best.replace(with: candidate, where: wins)
      origin.replace(with: SIMD16(repeating: Int16(tag)), where: wins)
    }
    return (best, SIMD16<UInt8>(truncatingIfNeeded: origin))
  }

  /// What the word and its neighbours say of its part of speech, whatever the one before.
  private static func emission(
    _ sentence: Range<Int>, _ index: Int, _ tables: WordTables, _ memory: TaggerModel.Memory,
    capitalsMatter: Bool
  ) -> TaggerModel.Row {
    @inline(__always)
    func traits(_ at: Int) -> WordStore.Traits {
      sentence.contains(at) ? tables.traits(at: at) : tables.traits(WordStore.edge)
    }
    let (before, word, after) = (traits(index - 1), traits(index), traits(index + 1))
    var sum = tables.row(word.own, capitalsMatter ? 0 : 1)
    sum &+= tables.row(traits(index - 2).context, 0)
    sum &+= tables.row(before.context, 1)
    sum &+= tables.row(after.context, 2)
    sum &+= tables.row(traits(index + 2).context, 3)
    let keys = PairKeys(before.fields, word.fields, after.fields)
    unsafe memory.add(keys, to: &sum)
    return sum
  }

  private func trace(
    _ sentence: Range<Int>, _ scores: TaggerModel.Row, _ last: TagSet, into tags: inout [UInt8]
  ) {
    var tag = last.rawValue.trailingZeroBitCount & 15
    for other in 0..<16 where last.rawValue & (1 << UInt16(other)) != 0 && scores[other] > scores[tag] {
      tag = other
    }
    for index in sentence.reversed() {
      tags[index] = UInt8(tag)
      tag = Int(origins[index - sentence.lowerBound][tag])
    }
  }
}

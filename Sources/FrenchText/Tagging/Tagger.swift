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
  ///   - items: the words of the sentence.
  ///   - tables: what is known of words.
  ///   - capitalsMatter: false where the whole sentence is in capitals.
  ///   - tags: raw values of ``PartOfSpeech``, written in the words' places.
  mutating func tag(
    _ items: ArraySlice<WordRun.Item>, _ tables: WordTables, capitalsMatter: Bool, into tags: inout [UInt8]
  ) {
    var before = TagSet(PartOfSpeech.punctuation)
    var scores = TaggerModel.Row.zero
    origins.removeAll(keepingCapacity: true)
    for index in items.indices {
      let traits = tables.traits(items[index].word)
      let tags = allowed(traits.tags, items, index, tables)
      let isSimple = tags.count == 1
      if isSimple && before.count == 1 {
        origins.append(SIMD16(repeating: UInt8(before.rawValue.trailingZeroBitCount)))
        scores = .zero
      } else {
        var (best, origin) = Self.step(scores, before, traits, tables)
        if !isSimple {
          best &+= emission(items, index, tables, capitalsMatter: capitalsMatter && index != items.startIndex)
        }
        origins.append(origin)
        // Only differences matter: keep the numbers small.
        scores = best &- SIMD16(repeating: best[tags.rawValue.trailingZeroBitCount & 15])
      }
      before = tags
    }
    trace(items, scores, before, into: &tags)
  }

  /// What a word may be: a verb, where a subject hangs on it (`a|-t-il`) and it can be one.
  @inline(__always)
  private func allowed(
    _ tags: TagSet, _ items: ArraySlice<WordRun.Item>, _ index: Int, _ tables: WordTables
  ) -> TagSet {
    guard tags.count > 1, index + 1 < items.endIndex,
      tables.traits(items[index + 1].word).marks.contains(.hangsOnVerb)
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
  private func emission(
    _ items: ArraySlice<WordRun.Item>, _ index: Int, _ tables: WordTables, capitalsMatter: Bool
  ) -> TaggerModel.Row {
    func word(_ at: Int) -> UInt32 { items.indices.contains(at) ? items[at].word : WordStore.edge }
    let words = SIMD8(
      word(index - 2), word(index - 1), word(index), word(index + 1), word(index + 2), 0, 0, 0)
    var sum = tables.row(tables.traits(words[2]).own, capitalsMatter ? 0 : 1)
    sum &+= tables.row(tables.traits(words[0]).context, 0)
    sum &+= tables.row(tables.traits(words[1]).context, 1)
    sum &+= tables.row(tables.traits(words[3]).context, 2)
    sum &+= tables.row(tables.traits(words[4]).context, 3)
    unsafe model.addPairs(
      &sum, tables.profiles[Int(words[0])], tables.profiles[Int(words[1])], tables.profiles[Int(words[2])],
      tables.profiles[Int(words[3])], tables.profiles[Int(words[4])])
    return sum
  }

  private func trace(
    _ items: ArraySlice<WordRun.Item>, _ scores: TaggerModel.Row, _ last: TagSet, into tags: inout [UInt8]
  ) {
    var tag = last.rawValue.trailingZeroBitCount & 15
    for other in 0..<16 where last.rawValue & (1 << UInt16(other)) != 0 && scores[other] > scores[tag] {
      tag = other
    }
    for index in items.indices.reversed() {
      tags[index] = UInt8(tag)
      tag = Int(origins[index - items.startIndex][tag])
    }
  }
}

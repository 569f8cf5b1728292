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
    // The nearest word before that is no filler.
    var solid = sentence.lowerBound - 1
    // Whether the words before want a verb.
    var isVerbDue = false
    origins.removeAll(keepingCapacity: true)
    unsafe model.withMemory { memory in
      for index in sentence {
        let traits = tables.traits(at: index)
        let tags = allowed(traits.tags, sentence, index, tables, isVerbDue: isVerbDue)
        let isSimple = tags.isOne
        if isSimple && before.isOne {
          origins.append(SIMD16(repeating: UInt8(before.rawValue.trailingZeroBitCount)))
          scores = .zero
        } else {
          var (best, origin) = Self.step(scores, before, traits, tables)
          if !isSimple {
            best &+= unsafe Self.emission(
              sentence, index, solid, tables, memory,
              capitalsMatter: capitalsMatter && index != sentence.lowerBound)
          }
          origins.append(origin)
          // Only differences matter: keep the numbers small.
          scores = best &- SIMD16(repeating: best[tags.rawValue.trailingZeroBitCount & 15])
        }
        before = tags
        if !traits.marks.contains(.filler) { solid = index }
        isVerbDue =
          traits.marks.contains(.wantsVerb) || isVerbDue && traits.marks.contains(.joinsVerb)
      }
    }
    trace(sentence, scores, before, into: &tags)
  }

  /// What a word may be, of what it can be beside a verb: a verb, where a subject hangs on it (`a|-t-il`); no noun
  /// where a verb is due (`je me sens`, `ne nous aide`, `en gueulant`); no adjective after `avoir`; no
  /// participle after `l'` (`l'été`). Nothing in the treebanks speaks against these.
  @inline(__always)
  private func allowed(
    _ tags: TagSet, _ sentence: Range<Int>, _ index: Int, _ tables: WordTables, isVerbDue: Bool
  ) -> TagSet {
    guard !tags.isOne, !tags.isDisjoint(with: Self.verbs) else { return tags }
    if index + 1 < sentence.upperBound, tables.traits(at: index + 1).marks.contains(.hangsOnVerb) {
      return tags.intersection(Self.verbs)
    }
    guard index > sentence.lowerBound else { return tags }
    let (before, own) = (tables.traits(at: index - 1).marks, tables.traits(at: index).marks)
    if before.contains(.wantsNoParticiple), own.contains(.participle) {
      let names = tags.subtracting(Self.verbs)
      return names.isEmpty ? tags : names
    }
    if isVerbDue || before.contains(.wantsGerund) && own.contains(.gerund) {
      return tags.subtracting(Self.names)
    }
    return before.contains(.wantsParticiple) ? tags.subtracting(Self.adjective) : tags
  }

  private static let verbs = TagSet([.verb, .auxiliary])
  private static let adjective = TagSet(PartOfSpeech.adjective)
  private static let names = TagSet([.noun, .adjective, .properNoun])

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
    _ sentence: Range<Int>, _ index: Int, _ solid: Int, _ tables: WordTables, _ memory: TaggerModel.Memory,
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
    let keys = PairKeys(
      before.fields, word.fields, after.fields, solid: solid < index - 1 ? traits(solid).fields : nil)
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

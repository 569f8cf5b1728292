import FrenchText

/// Learns tables from sentences: forms and their parts of speech, weights, lemmas.
struct Learner {
  let lexicon: Lexicon
  /// What raw texts tell, where there are any.
  var raw: RawTexts?
  var epochs = 8
  /// How many perceptrons, which differ by the order of the sentences, are averaged.
  var rounds = 3
  var scale: Float = 12
  var least: Float = 0.12
  var minimumCount: Int32 = 2

  /// A sentence's words aligned with its treebank's.
  private struct Aligned {
    let words: [UInt32]
    let gold: [GoldToken?]
    let sentences: [Range<Int>]
  }

  func tables(from sentences: [GoldSentence]) -> TableFile {
    var file = TableFile()
    let first = analyzer(file)
    file.forms = forms(sentences.map { align($0, first) }, first)
    LemmaLearner.count(sentences, into: &file)
    if let raw {
      file.features = features(sentences, file, rounds: 1)
      file.leanings = raw.leanings(
        hardlyVerbs: raw.hardlyVerbs(TaggerModel(file), lexicon: lexicon), with: analyzer(file))
    }
    file.features = features(sentences, file, rounds: rounds)
    LemmaLearner(lexicon: lexicon).learn(sentences, into: &file)
    return file
  }

  private func features(_ sentences: [GoldSentence], _ file: TableFile, rounds: Int) -> [TableFile.Feature] {
    var file = file
    file.features = []
    let second = analyzer(file)
    let aligned = sentences.map { align($0, second) }
    var lattices: [Lattice] = []
    for sentence in aligned {
      for range in sentence.sentences {
        let words = sentence.words[range]
        let gold = sentence.gold[range].map { token in
          token.flatMap { PartOfSpeech(tag: $0.tag) }.map { Int($0.rawValue) }
        }
        lattices.append(
          Lattice(
            words.map { second.profile(of: $0) }, solids: second.solids(words), gold: gold,
            capitalsMatter: second.capitalsMatter(words)))
      }
    }
    var perceptrons: [Perceptron] = []
    for round in 0..<rounds {
      var perceptron = Perceptron()
      perceptron.train(lattices, epochs: epochs, seed: 7 + UInt64(round))
      perceptrons.append(perceptron)
    }
    return Perceptron.features(of: perceptrons, scale: scale, least: least, minimumCount: minimumCount)
  }

  private func analyzer(_ file: TableFile) -> FrenchAnalyzer {
    FrenchAnalyzer(lexicon: lexicon, convention: .verbatim, model: TaggerModel(file))
  }

  private func align(_ sentence: GoldSentence, _ analyzer: FrenchAnalyzer) -> Aligned {
    let (words, starts, ends, ranges) = analyzer.words(of: sentence.text)
    var bySpan: [SIMD2<Int>: GoldToken] = [:]
    for token in sentence.tokens { bySpan[SIMD2(token.start, token.end)] = token }
    let gold = words.indices.map { bySpan[SIMD2(Int(starts[$0]), Int(ends[$0]))] }
    return Aligned(words: words, gold: gold, sentences: ranges)
  }

  /// The forms whose parts of speech the treebanks tell better than the dictionary.
  private func forms(_ sentences: [Aligned], _ analyzer: FrenchAnalyzer) -> [(hash: UInt32, tags: TagSet)] {
    var counts: [String: [UInt8: Int]] = [:]
    var dictionary: [String: TagSet] = [:]
    for sentence in sentences {
      for (word, token) in zip(sentence.words, sentence.gold) {
        guard let token, let part = PartOfSpeech(tag: token.tag) else { continue }
        let form = analyzer.model(of: word)
        counts[form, default: [:]][part.rawValue, default: 0] += 1
        // Capitals add the proper noun: of the spellings of a form, the smallest set is the dictionary's.
        let tags = analyzer.profile(of: word).tags
        if let known = dictionary[form], known.count <= tags.count { continue }
        dictionary[form] = tags
      }
    }
    var forms: [(hash: UInt32, tags: TagSet)] = []
    let open = TagSet([.noun, .adjective, .verb, .properNoun])
    for (form, byTag) in counts.sorted(by: { $0.key < $1.key }) {
      let total = byTag.values.reduce(0, +)
      let known = dictionary[form] ?? []
      var seen = TagSet()
      for (tag, count) in byTag where count * 100 >= total || (count > 3 && count * 300 >= total) {
        if tag == PartOfSpeech.other.rawValue, count * 2 < total, !known.contains(TagSet(PartOfSpeech.other))
        {
          continue
        }
        if let part = PartOfSpeech(rawValue: tag) { seen.insert(TagSet(part)) }
      }
      let isClosed = known.isDisjoint(with: open) || total >= 40
      let tags = isClosed && total >= 8 ? seen : known.union(seen)
      if known == TagSet.open && total < 2 { continue }
      if tags != known { forms.append((FeatureKeys.hash(form), tags)) }
    }
    return forms
  }
}

import FrenchText

/// What raw texts tell of words, without any treebank but by a first tagger.
struct RawTexts {
  /// The texts that a first tagger reads: every fourth.
  private let sample: [String]
  private let counts: [String: Int]
  private let clusters: Clusters

  /// Counts the words of texts and puts them into classes. Cost: a minute for forty million characters.
  init(_ texts: [String], lexicon: Lexicon) {
    sample = texts.enumerated().filter { $0.offset % 4 == 0 }.map(\.element)
    let analyzer = FrenchAnalyzer(lexicon: lexicon, convention: .verbatim, model: TaggerModel(TableFile()))
    var runs: [[UInt32]] = []
    var byWord: [UInt32: Int] = [:]
    for text in texts {
      let words = analyzer.words(of: text).numbers
      runs.append(words)
      for word in words { byWord[word, default: 0] += 1 }
    }
    var counts: [String: Int] = [:]
    for (word, count) in byWord { counts[analyzer.model(of: word), default: 0] += count }
    self.counts = counts
    clusters = Clusters(runs, counts: counts) { analyzer.model(of: $0) }
  }

  /// The forms that are hardly ever verbs, though the dictionary knows them as such.
  ///
  /// - Parameters:
  ///   - model: what treebanks tell of verbs: one that occurs there is one.
  ///   - lexicon: the dictionary.
  func hardlyVerbs(_ model: TaggerModel, lexicon: Lexicon) -> Set<UInt32> {
    let book = FormLemmatizer(lexicon: lexicon, model: model, convention: .verbatim)
    var candidates: Set<String> = []
    for form in counts.keys { candidates.formUnion(book.inflections(of: form)) }
    let found = candidates.filter { form in
      book.isHardlyVerb(form, isSeen: { model.isSeen($0, as: .verb) }, count: { counts[$0] ?? 0 })
    }
    return Set(found.map { FeatureKeys.hash($0) })
  }

  /// What is known of each form: for an ambiguous one seen at least six times in the sample, the commonest part of
  /// speech by a first tagger, and in bits 4 and 5 whether it is so nearly always, mostly, more often than not, or
  /// less; where it is too rare for that, 63. Bit 6 is set for what is hardly ever a verb. Then its class.
  func leanings(
    hardlyVerbs: Set<UInt32>, with analyzer: FrenchAnalyzer
  ) -> [(hash: UInt32, leaning: UInt8, cluster: UInt8)] {
    var byForm: [UInt32: (leaning: UInt8, cluster: UInt8)] = [:]
    for (form, cluster) in clusters.classes { byForm[FeatureKeys.hash(form)] = (63, cluster) }
    for (form, leaning) in usual(with: analyzer) {
      byForm[FeatureKeys.hash(form), default: (63, 0)].leaning = leaning
    }
    for hash in hardlyVerbs { byForm[hash, default: (63, 0)].leaning |= 64 }
    return byForm.sorted { $0.key < $1.key }.map { ($0.key, $0.value.leaning, $0.value.cluster) }
  }

  private func usual(with analyzer: FrenchAnalyzer) -> [(form: String, leaning: UInt8)] {
    var byType: [UInt32: Int32] = [:]
    var tokens: [AnalyzedToken] = []
    for text in sample {
      analyzer.analyze(text, into: &tokens)
      for token in tokens { byType[token.type, default: 0] += 1 }
    }
    var counts: [String: SIMD16<Int32>] = [:]
    for (id, count) in byType {
      let type = analyzer.types[id]
      guard type.kind == .word, type.masculine == nil else { continue }
      counts[type.form, default: .zero][Int(type.partOfSpeech.rawValue) & 15] += count
    }
    return counts.compactMap { form, byTag in
      let total = byTag.wrappedSum()
      let most = (0..<16).max { byTag[$0] < byTag[$1] } ?? 0
      guard total >= 6, byTag[most] < total || analyzer.isAmbiguous(form) else { return nil }
      let share = Float(byTag[most]) / Float(total)
      let degree: UInt8 = share > 0.97 ? 3 : share > 0.85 ? 2 : share > 0.6 ? 1 : 0
      return (form, UInt8(most) | degree << 4)
    }
  }
}

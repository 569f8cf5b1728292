/// Finds what the tagger sees of a word.
struct WordProfiler {
  let forms: FormBook
  let model: TaggerModel
  private static let signs: Set<String> = [
    "%", "‰", "€", "$", "£", "¥", "+", "=", "/", "°", "&", "<", ">", "~", "^", "|", "×", "÷", "±", "§", "©",
    "®", "™",
    "→", "⇒", "←", "•", "_", "#", "@", "²", "³",
  ]

  func profile(of spelling: WordStore.Spelling) -> WordProfile {
    let morphology = forms.analyses(of: spelling.model).reduce(into: Morphology()) {
      $0.formUnion($1.morphology)
    }
    return WordProfile(
      tags: tags(of: spelling, morphology), form: spelling.model, written: spelling.written,
      morphology: spelling.kind == .word ? morphology : [],
      cluster: model.cluster,
      leaning: { model.leaning(of: $0) & 63 == 63 ? 255 : model.leaning(of: $0) & 63 })
  }

  private func tags(of spelling: WordStore.Spelling, _ morphology: Morphology) -> TagSet {
    switch spelling.kind {
    case .punctuation: return TagSet(Self.signs.contains(spelling.form) ? .symbol : .punctuation)
    case .url, .emoji: return TagSet(PartOfSpeech.symbol)
    case .address, .hashtag: return TagSet(PartOfSpeech.other)
    case .number: return number(spelling.form)
    case .word: break
    }
    let form = spelling.model
    if spelling.reading?.feminine != nil {
      // `neuf·ve` is no numeral.
      let gendered = TagSet([.noun, .adjective, .verb, .determiner, .pronoun])
      let tags = tags(ofForm: form, spelling, morphology).intersection(gendered)
      if !tags.isEmpty { return tags }
    }
    return tags(ofForm: form, spelling, morphology)
  }

  private func tags(ofForm form: String, _ spelling: WordStore.Spelling, _ morphology: Morphology) -> TagSet {
    if let learnt = model.tags(of: FeatureKeys.hash(form)) { return learnt }
    var tags = ClosedClass.tags(of: form) ?? []
    tags.formUnion(TagSet(morphology))
    if tags.isEmpty { return TagSet.open }
    if isNeverVerb(form, tags) { tags.remove(TagSet(PartOfSpeech.verb)) }
    let isCapital = spelling.written.unicodeScalars.first.map { $0.lowered != $0 } ?? false
    if isCapital { tags.insert(TagSet(PartOfSpeech.properNoun)) }
    return tags
  }

  /// Whether a noun is a form of some verb in the dictionary alone: `musique` of `musiquer`.
  private func isNeverVerb(_ form: String, _ tags: TagSet) -> Bool {
    guard tags.contains(TagSet(PartOfSpeech.verb)), tags.count > 1 else { return false }
    let leaning = model.leaning(of: FeatureKeys.hash(form))
    if leaning != 255, leaning & 64 != 0 { return true }
    guard leaning & 15 == PartOfSpeech.noun.rawValue, leaning >> 4 & 3 == 3 else { return false }
    return forms.analyses(of: form).allSatisfy {
      !$0.morphology.contains(.verb) || model.frequency(of: $0.lemma, as: .verb) == 0
    }
  }

  private func number(_ form: String) -> TagSet {
    if Numbers.isOrdinal(form) { return TagSet([.adjective, .noun]) }
    if form.unicodeScalars.allSatisfy({ $0.glyphClass != .letter }) { return TagSet(PartOfSpeech.numeral) }
    return TagSet([.numeral, .noun, .properNoun, .other])
  }
}

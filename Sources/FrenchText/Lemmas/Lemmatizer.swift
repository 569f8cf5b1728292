/// Finds the dictionary word of a form, given its part of speech.
struct Lemmatizer {
  let forms: FormBook
  let model: TaggerModel
  let convention: LemmaConvention
  private let dictionary: DictionaryLemma

  init(forms: FormBook, model: TaggerModel, convention: LemmaConvention) {
    self.forms = forms
    self.model = model
    self.convention = convention
    dictionary = DictionaryLemma(forms: forms, model: model)
  }

  /// The lemma of a word as a part of speech; the form itself where nothing better is known.
  func lemma(of spelling: WordStore.Spelling, as part: PartOfSpeech) -> String {
    switch spelling.kind {
    case .punctuation, .url, .address, .emoji: return spelling.written
    case .number, .hashtag: return spelling.form
    case .word: break
    }
    if convention == .universalDependencies,
      let lemma = model.universalLemma(of: spelling.model, as: part)
    {
      return lemma
    }
    if let reading = spelling.reading {
      return reading.lemma ?? inclusive(spelling.model, reading, part)
    }
    if spelling.form == "a", part == .adposition { return "à" }
    let isMarked = spelling.model != spelling.form
    return word(spelling.model, part, written: isMarked ? spelling.model : spelling.written)
  }

  /// Every lemma of a form out of context: words of grammar first, then what was learnt, then the dictionary's.
  func lemmas(of form: String) -> [String] {
    var lemmas: [String] = []
    let tags = model.tags(of: FeatureKeys.hash(form)) ?? []
    var parts = tags.parts
    parts += PartOfSpeech.allCases.filter { !parts.contains($0) }
    for part in parts {
      let found = ClosedClass.lemma(of: form, as: part) ?? model.lemma(of: form, as: part)
      if let found, !lemmas.contains(found) { lemmas.append(found) }
    }
    for analysis in forms.analyses(of: form) {
      let lemma = Folding.form(analysis.lemma)
      if !lemmas.contains(lemma) { lemmas.append(lemma) }
    }
    return lemmas.isEmpty ? [form] : lemmas
  }

  private func word(_ form: String, _ part: PartOfSpeech, written: String) -> String {
    if Abbreviations.isWord(form) { return form }
    if let lemma = ClosedClass.lemma(of: form, as: part) { return lemma }
    if convention == .verbatim, let lemma = model.lemma(of: form, as: part) { return lemma }
    if part == .properNoun { return name(form, written: written) }
    if part == .other { return isPlainWord(written) ? word(form, .noun, written: written) : written }
    if form.hasSuffix(".") { return form }
    if part == .noun, let lemma = FeminineNouns.lemma(of: form) { return lemma }
    var analyses = forms.analyses(of: form)
    if let lemma = dictionary.choose(analyses, form, part) { return singular(lemma, part) ?? lemma }
    if written == written.uppercased() || analyses.isEmpty {
      analyses = forms.dictionary.analyses(of: form, restoring: true)
      if let lemma = dictionary.choose(analyses, form, part) { return lemma }
    }
    if let lemma = dictionary.chooseAny(analyses, form, part) { return lemma }
    return UnknownLemma(forms: forms, dictionary: dictionary).lemma(of: form, as: part)
  }

  /// The singular of a compound that the dictionary lists in the plural as a word apart: `grands-mères`,
  /// `années-lumière`.
  private func singular(_ lemma: String, _ part: PartOfSpeech) -> String? {
    guard part == .noun, lemma.contains("s-") || lemma.hasSuffix("s"), lemma.contains("-") else { return nil }
    let singular = UnknownLemma(forms: forms, dictionary: dictionary).lemma(of: lemma, as: part)
    return singular != lemma && forms.dictionary.hasStem(singular) ? singular : nil
  }

  /// The lemma of a name: as written, unless it is a common word with a capital (`la Mission locale`) or in
  /// capitals (`l'ETAT`); what has three capitals or less is a name.
  private func name(_ form: String, written: String) -> String {
    let analyses = forms.analyses(of: form)
    let isShouted = written == written.uppercased()
    if analyses.isEmpty, isPlainWord(written) {
      return UnknownLemma(forms: forms, dictionary: dictionary).lemma(of: form, as: .noun)
    }
    if analyses.isEmpty || analyses.contains(where: { $0.morphology.contains(.properNoun) }) {
      return written
    }
    if isShouted ? form.count < 4 : analyses.contains(where: \.isRestored) { return written }
    return dictionary.choose(analyses, form, .noun) ?? dictionary.choose(analyses, form, .adjective)
      ?? written
  }

  /// Whether a word of letters in lower case may be a common noun in the plural, though no dictionary has it
  /// (`bokits`) or the tagger took it for foreign.
  private func isPlainWord(_ written: String) -> Bool {
    written.utf8.count > 4 && written.hasSuffix("s") && written.allSatisfy { $0.isLowercase }
  }

  /// The lemma of an inclusive word: that of its masculine; as a verb only of one that occurs as a verb.
  private func inclusive(_ masculine: String, _ reading: InclusiveReading, _ part: PartOfSpeech) -> String {
    // A compound is no verb: `ex-salarié·e`.
    let part = part == .verb && masculine.contains("-") ? .noun : part
    let parts: [PartOfSpeech] =
      part == .verb ? [.verb] : part == .adjective ? [.adjective, .noun] : [.noun, .adjective]
    if reading.masculine == nil { return word(masculine, part, written: masculine) }
    let analyses = forms.analyses(of: masculine)
    let isPlain = analyses.contains {
      !$0.morphology.isDisjoint(with: [.noun, .adjective]) && !$0.morphology.contains(.verb)
    }
    if part == .verb, isPlain, let infinitive = infinitive(of: analyses, masculine) { return infinitive }
    for part in part == .verb && isPlain ? [.noun, .adjective] : parts {
      if let lemma = dictionary.choose(analyses, masculine, part) { return singular(lemma, part) ?? lemma }
    }
    return word(masculine, part == .verb ? .verb : .noun, written: masculine)
  }

  /// The infinitive of an inclusive participle, as `perdu·e·s` has after a verb; nil of a verb that does not
  /// occur and of names of people (`délégué·e`).
  private func infinitive(of analyses: [WordAnalysis], _ masculine: String) -> String? {
    let participles = analyses.filter { $0.morphology.contains(.pastParticiple) }
    guard !ParticipleNouns.contains(masculine), let lemma = dictionary.choose(participles, masculine, .verb),
      model.frequency(of: lemma, as: .verb) > 0
    else { return nil }
    return lemma
  }
}

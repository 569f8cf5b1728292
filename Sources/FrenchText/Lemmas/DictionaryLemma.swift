/// Chooses among the dictionary's readings of a form.
struct DictionaryLemma {
  let forms: FormBook
  let model: TaggerModel

  /// The lemma of the reading that fits the part of speech best, or nil where none fits.
  func choose(
    _ analyses: [WordAnalysis], _ form: String, _ part: PartOfSpeech
  ) -> String? {
    switch part {
    case .verb, .auxiliary: return verb(analyses, part)
    case .adjective:
      return plain(analyses, form, [.adjective, .ordinal]) ?? participle(analyses)
    case .noun: return plain(analyses, form, .noun)
    case .adverb: return plain(analyses, form, .adverb)
    case .adposition: return plain(analyses, form, .preposition)
    case .pronoun: return plain(analyses, form, .pronoun)
    case .determiner: return plain(analyses, form, .determiner)
    case .numeral: return plain(analyses, form, .number)
    case .coordination, .subordination: return plain(analyses, form, [.coordination, .subordination])
    case .interjection: return plain(analyses, form, .interjection)
    default: return nil
    }
  }

  /// The lemma of a reading that does not fit but is near: nouns made of adjectives and participles, and so on.
  func chooseAny(
    _ analyses: [WordAnalysis], _ form: String, _ part: PartOfSpeech
  ) -> String? {
    switch part {
    case .noun: plain(analyses, form, [.adjective, .ordinal]) ?? participle(analyses)
    case .adjective: plain(analyses, form, .noun)
    case .adverb, .interjection, .numeral, .adposition: nil
    default: analyses.isEmpty ? nil : plain(analyses, form, [.noun, .adjective, .verb])
    }
  }

  private func plain(_ analyses: [WordAnalysis], _ form: String, _ marks: Morphology) -> String? {
    let fitting = analyses.filter {
      !$0.morphology.isDisjoint(with: marks) && (!$0.morphology.contains(.verb) || marks.contains(.verb))
    }
    let best = fitting.first { $0.lemma == form } ?? fitting.first { !$0.isRestored } ?? fitting.first
    return best.map { TraditionalSpelling.lemma($0.lemma.lowercased(), in: forms) }
  }

  /// The infinitive: of a living tense before a literary one, of the more frequent verb before the other.
  private func verb(_ analyses: [WordAnalysis], _ part: PartOfSpeech) -> String? {
    let wanted = analyses.filter {
      $0.morphology.contains(.verb) && $0.morphology.contains(.auxiliary) == (part == .auxiliary)
    }
    let verbs = wanted.isEmpty ? analyses.filter { $0.morphology.contains(.verb) } : wanted
    func rank(_ analysis: WordAnalysis) -> (Int, Int) {
      (analysis.morphology.contains(.literary) ? 1 : 0, -model.frequency(of: analysis.lemma, as: .verb))
    }
    var best = verbs.first
    for analysis in verbs.dropFirst() {
      if let known = best, rank(analysis) < rank(known) { best = analysis }
    }
    return best.map { TraditionalSpelling.lemma($0.lemma, in: forms) }
  }

  /// The masculine singular of a participle: `concernées` gives `concerné`.
  func participle(_ analyses: [WordAnalysis]) -> String? {
    guard let analysis = analyses.first(where: { $0.morphology.contains(.pastParticiple) }) else {
      return nil
    }
    let all = forms.dictionary.forms(of: analysis.stem).filter {
      $0.morphology.contains(.pastParticiple) && !$0.morphology.isDisjoint(with: [.masculine, .epicene])
        && !$0.morphology.isDisjoint(with: [.singular, .invariable])
    }
    return all.first?.form
  }
}

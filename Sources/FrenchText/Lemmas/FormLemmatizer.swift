/// Lemmas of forms by dictionary and rules alone: what the training program compares treebanks with.
package final class FormLemmatizer {
  private let lemmatizer: Lemmatizer
  private let forms: FormBook

  package init(lexicon: Lexicon, model: TaggerModel, convention: LemmaConvention) {
    forms = FormBook(lexicon.dictionary)
    lemmatizer = Lemmatizer(forms: forms, model: model, convention: convention)
  }

  /// The lemma of a form as a part of speech.
  package func lemma(of form: String, as part: PartOfSpeech) -> String {
    lemmatizer.lemma(
      of: WordStore.Spelling(
        written: form, form: form, model: form, kind: .word, reading: nil, isAbbreviation: false), as: part)
  }

  /// Whether the dictionary has the form.
  package func isKnown(_ form: String) -> Bool { forms.has(form) }

  /// Whether two lemmas are genders or numbers of one word of the dictionary: `présidente`, `président`.
  package func areInflections(_ first: String, _ second: String) -> Bool {
    let stems = Set(forms.analyses(of: Folding.form(first)).map(\.stem))
    return forms.analyses(of: Folding.form(second)).contains { stems.contains($0.stem) }
  }

  /// Whether a lemma of a form that the dictionary knows is likely a slip or chance. However often it was seen: an
  /// adjective in the feminine (`bonne` for bon) or with a capital. Seen once: a word that no dictionary has
  /// (`passerer`), another word that the dictionary gives the form as well (`vit` is of `voir` in books), a noun's
  /// or an adverb's that is none (`arriver` for arrivée).
  ///
  /// - Parameter count: how often it was seen.
  package func isDoubtful(_ lemma: String, of form: String, as part: PartOfSpeech, count: Int) -> Bool {
    guard isKnown(form) else { return false }
    let spelling = Folding.form(lemma)
    if part == .adjective, lemma == form || spelling != lemma { return true }
    guard count == 1, part.isContent else { return false }
    guard isKnown(spelling) else { return true }
    let own = Folding.form(self.lemma(of: form, as: part))
    switch part {
    case .verb:
      // Two spellings of one word (`trainer`, `traîner`) are no other word.
      return gives(form, spelling, .anyVerb) && Folding.folded(lemma) != Folding.folded(own)
    case .noun:
      if areInflections(own, lemma) { return false }
      let isNoun = forms.analyses(of: spelling).contains {
        !$0.morphology.isDisjoint(with: [.noun, .adjective])
      }
      return !isNoun || gives(form, spelling, .noun)
    case .adverb: return spelling != form
    default: return false
    }
  }

  /// Whether the dictionary gives a form this lemma as a word of such a kind.
  private func gives(_ form: String, _ lemma: String, _ kind: Morphology) -> Bool {
    forms.analyses(of: form).contains {
      !$0.morphology.isDisjoint(with: kind) && Folding.form($0.lemma) == lemma
    }
  }

  /// Whether our table of words of grammar has the form as this part of speech.
  package func isGrammar(_ form: String, _ part: PartOfSpeech) -> Bool {
    ClosedClass.lemma(of: form, as: part) != nil
  }

  /// Whether a form that the dictionary calls a verb's is hardly ever one: where its other words are frequent and
  /// its verbs are not met in any form that is theirs alone (`confiance` of `confiancer`). Participles and
  /// infinitives are never so.
  ///
  /// - Parameters:
  ///   - form: a form in lower case.
  ///   - isSeen: whether an infinitive is known to occur.
  ///   - count: how often a form occurs.
  package func isHardlyVerb(_ form: String, isSeen: (String) -> Bool, count: (String) -> Int) -> Bool {
    let analyses = forms.analyses(of: form).filter { !$0.isRestored }
    let verbs = analyses.filter { !$0.morphology.isDisjoint(with: .anyVerb) }
    let others = analyses.filter { $0.morphology.isDisjoint(with: .anyVerb) }
    let isFinite = verbs.allSatisfy {
      $0.morphology.isDisjoint(with: [.pastParticiple, .presentParticiple, .infinitive]) && !isSeen($0.lemma)
    }
    guard !verbs.isEmpty, !others.isEmpty, isFinite else { return false }
    let asOther = occurrences(of: others, count: count) { _ in true }
    guard asOther >= 5 else { return false }
    let asVerb = occurrences(of: verbs, count: count) { spelling in
      spelling != form
        && self.forms.analyses(of: spelling).allSatisfy { !$0.morphology.isDisjoint(with: .anyVerb) }
    }
    return asOther >= 5 + 40 * asVerb
  }

  /// How often the forms of these words occur, those that count.
  private func occurrences(
    of analyses: [WordAnalysis], count: (String) -> Int, where counts: (String) -> Bool
  ) -> Int {
    var seen: Set<String> = []
    var sum = 0
    for stem in Set(analyses.map(\.stem)) {
      for other in forms.dictionary.forms(of: stem) {
        let spelling = Folding.form(other.form)
        guard seen.insert(spelling).inserted else { continue }
        let occurrences = count(spelling)
        if occurrences > 0, counts(spelling) { sum += occurrences }
      }
    }
    return sum
  }

  /// The forms of all the words that a form may belong to.
  package func inflections(of form: String) -> Set<String> {
    Set(
      forms.analyses(of: form).filter { !$0.isRestored }.map(\.stem).flatMap {
        forms.dictionary.forms(of: $0).map { Folding.form($0.form) }
      })
  }
}

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

  /// Whether our table of words of grammar has the form as this part of speech.
  package func isGrammar(_ form: String, _ part: PartOfSpeech) -> Bool {
    ClosedClass.lemma(of: form, as: part) != nil
  }
}

/// One reading of a form: which dictionary word it is a form of, and which form.
struct WordAnalysis: Hashable, Sendable {
  /// The dictionary word: infinitive, masculine singular.
  let lemma: String
  /// The form as the dictionary spells it: with its accents and capitals.
  let form: String
  let morphology: Morphology
  /// Whether accents had to be put back to find it.
  let isRestored: Bool
  /// The number of its stem.
  let stem: Int
}

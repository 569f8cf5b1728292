/// What an inclusive word stands for.
struct InclusiveReading: Hashable, Sendable {
  /// The masculine spelling; nil where the word is open in number alone: `service(s)`.
  let masculine: String?
  /// The feminine spelling, where there is one.
  let feminine: String?
  /// The form that tells its part of speech and lemma: the masculine, or the word without its plural mark.
  let model: String
  /// Its lemma, where a table knows better than the model's.
  var lemma: String?

  init(masculine: String?, feminine: String?, model: String, lemma: String? = nil) {
    self.masculine = masculine
    self.feminine = feminine
    self.model = model
    self.lemma = lemma
  }
}

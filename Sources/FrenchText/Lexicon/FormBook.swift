/// The dictionary's readings of the forms met so far: each form is looked up once.
final class FormBook {
  let dictionary: FrenchDictionary
  private var readings: [String: [WordAnalysis]] = [:]

  init(_ dictionary: FrenchDictionary) {
    self.dictionary = dictionary
  }

  /// The readings of a form in lower case (``FrenchDictionary/analyses(of:restoring:)``).
  func analyses(of form: String) -> [WordAnalysis] {
    if let known = readings[form] { return known }
    let analyses = dictionary.analyses(of: form)
    readings[form] = analyses
    return analyses
  }

  /// Whether the dictionary has this form, its accents as they are.
  func has(_ form: String) -> Bool { analyses(of: form).first?.isRestored == false }

  /// Whether some reading of the form has any of these marks.
  func has(_ form: String, as morphology: Morphology) -> Bool {
    analyses(of: form).contains { !$0.isRestored && !$0.morphology.isDisjoint(with: morphology) }
  }

  /// Forgets all, once so much is known that a hostile text must be feeding it.
  func trim() {
    if readings.count > 1_000_000 { readings.removeAll() }
  }
}

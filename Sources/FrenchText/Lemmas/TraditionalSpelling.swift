/// The two spellings of 1990 and before under one lemma, the older one, as dictionaries still list it:
/// `connaitre` and `connaître`, `cout` and `coût`.
enum TraditionalSpelling {
  /// Words that differ from others by their circumflex alone.
  private static let apart: Set<String> = [
    "sur", "mur", "du", "jeune", "cru", "jeuner", "mure", "faite", "soul", "fut", "tu",
  ]

  /// The older spelling of a lemma, where the dictionary has both; else the lemma.
  static func lemma(_ lemma: String, in forms: FormBook) -> String {
    guard lemma.count >= 3, lemma.count < 24, !apart.contains(lemma),
      lemma.contains(where: { $0 == "i" || $0 == "u" })
    else { return lemma }
    let others = forms.dictionary.stems(spelt: lemma).filter { $0 != lemma }
    if others.isEmpty { return lemma }
    var scalars = Array(lemma.unicodeScalars)
    for index in scalars.indices {
      let old = scalars[index]
      guard old == "i" || old == "u" else { continue }
      scalars[index] = old == "i" ? "î" : "û"
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let candidate = String(view)
      if others.contains(candidate) { return candidate }
      scalars[index] = old
    }
    return lemma
  }
}

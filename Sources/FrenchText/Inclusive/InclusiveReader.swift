/// Reads inclusive words: a pattern suggests one, the dictionary confirms it.
struct InclusiveReader {
  let forms: FormBook
  /// Words that a period may join by mistake, and which also end feminine words.
  private static let wordsAfterPeriod: Set<String> = ["le", "les", "la", "ne", "te", "tes", "ce", "en", "me"]

  /// Words that often make a sentence of their own.
  private static let wordsBeforePeriod: Set<String> = ["bon", "bien", "non", "oui", "voilà"]

  /// The inclusive word from `start` whose base ends at `base`, or nil.
  func read(_ chunk: Chunk, _ start: Int, base: Int) -> RawToken? {
    guard base - start <= 40, let pattern = InclusivePattern(chunk, base: base), !pattern.changesCase
    else { return nil }
    let stem = chunk.form(start..<base)
    guard let reading = reading(stem, pattern) else { return nil }
    return RawToken(start..<pattern.end, .word, inclusive: reading)
  }

  /// A word whose capital E, alone or before s, opens it: `salariéE`, `étudiantEs`.
  func readCapital(_ chunk: Chunk, _ range: Range<Int>) -> RawToken? {
    guard range.count >= 4, range.count <= 40 else { return nil }
    let last = range.upperBound - 1
    let isPlural = chunk.has("s", at: last)
    let mark = isPlural ? last - 1 : last
    guard chunk.written[mark] == "E", !chunk.isCapital(mark - 1), chunk.isLetter(mark - 1) else { return nil }
    let stem = chunk.form(range.lowerBound..<mark)
    return known(stem, "e", isPlural: isPlural).map { RawToken(range, .word, inclusive: $0) }
  }

  private func reading(_ stem: String, _ pattern: InclusivePattern) -> InclusiveReading? {
    let parts = pattern.parts
    let isShortStem = stem.unicodeScalars.count <= 2 && stem != "un"
    if !(pattern.separator == .slash && (isShortStem || forms.has(parts[0]) && parts[0].count > 2)),
      let table = InclusivePronouns.reading(stem + "·" + parts.joined(separator: "·"))
    {
      return table
    }
    guard stem.unicodeScalars.count >= 2 else { return nil }
    if parts == ["s"] || parts == ["x"] { return numberOnly(stem, parts[0], pattern.separator) }
    let isMarked = parts.count > 1
    guard parts.count <= 2, !isMarked || ["s", "x", "es", "aux"].contains(parts[1]) else { return nil }
    let feminine = parts[0]
    if pattern.separator == .slash, feminine.count > 2, isPair(stem, feminine) { return nil }
    let isPlural = isMarked || (feminine.hasSuffix("s") && feminine != "s")
    if let reading = known(stem, feminine, isPlural: isPlural) ?? compound(stem, feminine, isPlural: isPlural)
    {
      return isMistake(stem, reading, pattern) ? nil : reading
    }
    if pattern.separator == .midpoint, !isMarked, let reading = wholeWords(stem, feminine) { return reading }
    guard
      pattern.separator == .midpoint || pattern.separator == .parenthesis && forms.analyses(of: stem).isEmpty
    else { return nil }
    return FeminineEndings.reading(stem, feminine, isPlural: isPlural)
  }

  /// `service(s)`, `bénéficiaire-s`: open in number alone.
  private func numberOnly(
    _ stem: String, _ mark: String, _ separator: InclusivePattern.Separator
  ) -> InclusiveReading? {
    guard separator == .parenthesis || forms.has(stem + mark, as: [.noun, .adjective, .pastParticiple])
    else { return nil }
    return InclusiveReading(masculine: nil, feminine: nil, model: stem)
  }

  /// Whether a missing space, not inclusive writing, is the likelier reading of `bon.ne`.
  private func isMistake(_ stem: String, _ reading: InclusiveReading, _ pattern: InclusivePattern) -> Bool {
    switch pattern.separator {
    case .period:
      guard pattern.parts.count == 1, Self.wordsAfterPeriod.contains(pattern.parts[0]) else { return false }
      return stem + pattern.parts[0] != reading.feminine || Self.wordsBeforePeriod.contains(stem)
        || forms.has(stem, as: [.adverb, .interjection])
    case .hyphen:
      guard pattern.parts.count == 1, ["le", "la", "les", "ce", "en", "me", "te"].contains(pattern.parts[0])
      else { return false }
      return forms.has(stem, as: .finite)
    default: return false
    }
  }

  /// Whether two words are the two genders of one: `tous`, `toutes`.
  private func isPair(_ stem: String, _ other: String) -> Bool {
    let first = Set(forms.analyses(of: stem).map(\.lemma))
    return forms.analyses(of: other).contains { first.contains($0.lemma) }
  }

  /// The reading that the dictionary confirms: a masculine of `stem` with a feminine that ends as written.
  private func known(_ stem: String, _ feminine: String, isPlural: Bool) -> InclusiveReading? {
    let ending = Folding.folded(isPlural && !feminine.hasSuffix("s") ? feminine + "s" : feminine)
    let number: Morphology = isPlural ? [.plural, .invariable] : [.singular, .invariable]
    let categories: Morphology = [.noun, .adjective, .pastParticiple, .ordinal]
    // `SALARIE·E`: accents are missing from what the dictionary has as another word, too.
    var analyses = forms.analyses(of: stem)
    if analyses.first?.isRestored == false { analyses += restored(stem) }
    for analysis in analyses where !analysis.morphology.isDisjoint(with: categories) {
      let all = forms.dictionary.forms(of: analysis.stem).filter {
        !$0.morphology.isDisjoint(with: categories) && !$0.morphology.isDisjoint(with: number)
      }
      guard let masculine = all.first(where: { !$0.morphology.isDisjoint(with: [.masculine, .epicene]) })
      else {
        continue
      }
      let match = all.first {
        $0.morphology.contains(.feminine) && Folding.folded($0.form).hasSuffix(ending)
          && Folding.form($0.form) != Folding.form(masculine.form)
      }
      if let match {
        return InclusiveReading(
          masculine: Folding.form(masculine.form), feminine: Folding.form(match.form),
          model: Folding.form(masculine.form))
      }
    }
    return FeminineEndings.isKnown(Folding.folded(feminine)) || FeminineEndings.isKnown(feminine)
      ? spliced(stem, feminine, isPlural: isPlural) : nil
  }

  /// The readings of a form with accents put back.
  private func restored(_ form: String) -> [WordAnalysis] {
    forms.dictionary.analyses(of: form, restoring: true).filter(\.isRestored)
  }

  /// The reading of a compound by its last word: `aide-soignant·e·s`, `ex-salarié·e`. Its first word is in the
  /// plural where the dictionary has the compound so.
  private func compound(_ stem: String, _ feminine: String, isPlural: Bool) -> InclusiveReading? {
    guard let dash = stem.lastIndex(of: "-"),
      let last = known(String(stem[stem.index(after: dash)...]), feminine, isPlural: isPlural),
      let (masculine, ending) = last.masculine.flatMap({ one in last.feminine.map { (one, $0) } })
    else { return nil }
    let first = String(stem[..<dash])
    let isMarked = isPlural && forms.has(first + "s-" + masculine)
    let start = isMarked ? first + "s-" : first + "-"
    return InclusiveReading(
      masculine: start + masculine, feminine: start + ending, model: start + masculine)
  }

  /// The reading of two whole words, one of each gender, that a middle dot joins: `copain·copine`.
  private func wholeWords(_ first: String, _ second: String) -> InclusiveReading? {
    func isNoun(_ form: String, _ gender: Morphology) -> Bool {
      forms.analyses(of: form).contains {
        !$0.isRestored && $0.morphology.contains(.noun) && !$0.morphology.isDisjoint(with: gender)
      }
    }
    guard first.count >= 4, second.count >= 4 else { return nil }
    for (masculine, feminine) in [(first, second), (second, first)] {
      if isNoun(masculine, [.masculine, .epicene]), isNoun(feminine, .feminine) {
        return InclusiveReading(masculine: masculine, feminine: feminine, model: masculine)
      }
    }
    return nil
  }

  /// The reading where masculine and feminine are words apart in the dictionary: `chef·fe`, `professeur·e`.
  private func spliced(_ stem: String, _ feminine: String, isPlural: Bool) -> InclusiveReading? {
    let ending = isPlural && !feminine.hasSuffix("s") ? feminine + "s" : feminine
    let number: Morphology = isPlural ? [.plural, .invariable] : [.singular, .invariable]
    let masculine = isPlural ? [stem + "s", stem, stem + "x"] : [stem]
    let isMasculine: (String) -> Bool = { form in
      self.forms.analyses(of: form).contains {
        !$0.isRestored && !$0.morphology.isDisjoint(with: [.noun, .adjective])
          && !$0.morphology.isDisjoint(with: [.masculine, .epicene])
          && !$0.morphology.isDisjoint(with: number)
      }
    }
    guard let model = masculine.first(where: isMasculine) else { return nil }
    for dropped in 0...5 where stem.count - dropped >= 2 {
      let candidate = stem.dropLast(dropped) + ending
      let found = forms.analyses(of: String(candidate)).first {
        $0.morphology.contains(.feminine) && !$0.morphology.isDisjoint(with: [.noun, .adjective])
          && !$0.morphology.isDisjoint(with: number)
      }
      if let found {
        return InclusiveReading(masculine: model, feminine: Folding.form(found.form), model: model)
      }
    }
    return nil
  }
}

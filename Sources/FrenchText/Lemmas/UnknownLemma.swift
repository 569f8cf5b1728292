/// Lemmas of words that the dictionary lacks: by their head, by what follows a prefix, by their ending.
struct UnknownLemma {
  let forms: FormBook
  let dictionary: DictionaryLemma
  private static let prefixes = [
    "anti", "inter", "super", "hyper", "multi", "micro", "macro", "mini", "maxi", "télé", "auto", "ultra",
    "extra",
    "infra", "intra", "pluri", "poly", "mono", "néo", "post", "pré", "sous", "sur", "semi", "demi", "co",
    "dé", "dés",
    "re", "ré", "r", "in", "im", "éco", "agro", "bio", "méga", "cyber", "e", "non", "ex", "vice", "contre",
    "entre", "mi",
  ]

  func lemma(of form: String, as part: PartOfSpeech) -> String {
    guard part.isContent else { return form }
    if form.contains("-") { return compound(form, part) }
    return prefixed(form, part) ?? ended(form, part)
  }

  /// Each part that can be a noun or an adjective gets its lemma: `beaux-parents` gives `beau-parent`.
  private func compound(_ form: String, _ part: PartOfSpeech) -> String {
    guard part == .noun || part == .adjective else {
      guard let dash = form.lastIndex(of: "-") else { return form }
      let head = String(form[form.index(after: dash)...])
      let lemma = dictionary.choose(forms.analyses(of: head), head, part) ?? head
      return form[...dash] + lemma
    }
    let parts = form.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return form }
    let lemmas = parts.enumerated().map { index, piece -> String in
      let analyses = forms.analyses(of: piece)
      if index == 0 {
        let isPlural = analyses.contains {
          $0.morphology.contains(.plural) || $0.morphology.contains(.invariable)
        }
        // `sous-` is a preposition before it is a plural of `sou`.
        if !isPlural || analyses.contains(where: { $0.morphology.contains(.preposition) }) { return piece }
      }
      return dictionary.choose(analyses, piece, part)
        ?? dictionary.chooseAny(analyses, piece, part) ?? piece
    }
    return lemmas.joined(separator: "-")
  }

  private func prefixed(_ form: String, _ part: PartOfSpeech) -> String? {
    for prefix in Self.prefixes where form.hasPrefix(prefix) && form.count - prefix.count >= 4 {
      let rest = String(form.dropFirst(prefix.count))
      if let lemma = dictionary.choose(forms.analyses(of: rest), rest, part) {
        return prefix + lemma
      }
    }
    return nil
  }

  private static let verbEndings = [
    "eraient", "erions", "eriez", "erons", "erez", "eront", "erait", "erais", "erai", "eras", "era", "aient",
    "ions", "iez",
    "antes", "ante", "ant", "ait", "ais", "ées", "ée", "és", "é", "èrent", "ent", "ons", "ez", "er", "es",
    "e", "ai", "as",
    "a",
  ]

  private func ended(_ form: String, _ part: PartOfSpeech) -> String {
    guard form.count > 3 else { return form }
    switch part {
    case .verb:
      guard !form.hasSuffix("er"), !form.hasSuffix("ir"), !form.hasSuffix("re") else { return form }
      for ending in Self.verbEndings where form.hasSuffix(ending) {
        let stem = String(form.dropLast(ending.count))
        return (["e", "es", "ent"].contains(ending) ? Self.acute(stem) : stem) + "er"
      }
      return form
    case .noun, .adjective:
      if let masculine = Self.masculine(form, part) { return masculine }
      if form.hasSuffix("eaux") { return String(form.dropLast()) }
      if form.hasSuffix("aux") { return form.dropLast(3) + "al" }
      if form.hasSuffix("s"), !form.hasSuffix("ss"), !form.hasSuffix("us"), !form.hasSuffix("is"),
        !form.hasSuffix("os")
      {
        return String(form.dropLast())
      }
      return form
    default: return form
    }
  }

  /// The stem of an infinitive whose last è was é: `compénètr` gives `compénétr`.
  private static func acute(_ stem: String) -> String {
    guard let grave = stem.lastIndex(of: "è"), !stem[stem.index(after: grave)...].contains(where: isVowel)
    else { return stem }
    return stem[..<grave] + "é" + stem[stem.index(after: grave)...]
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiouyéèêàâîôûù".contains(letter) }

  /// Feminine endings and what the masculine has for them; of nouns, only those that name people.
  private static let feminines: [(feminine: String, masculine: String, isPersonal: Bool)] = [
    ("euse", "eur", true), ("trice", "teur", true), ("ienne", "ien", true), ("éenne", "éen", true),
    ("ive", "if", false), ("ante", "ant", false), ("ente", "ent", false), ("ée", "é", false),
    ("aise", "ais", false), ("oise", "ois", false), ("ale", "al", false), ("elle", "el", false),
    ("ière", "ier", false), ("ote", "ot", false), ("arde", "ard", false), ("aine", "ain", false),
  ]

  /// The masculine of an unknown feminine adjective, or noun of a person: `youtubeuses` gives `youtubeur`.
  private static func masculine(_ form: String, _ part: PartOfSpeech) -> String? {
    let single = form.hasSuffix("s") ? String(form.dropLast()) : form
    for row in feminines where part == .adjective || row.isPersonal {
      if single.hasSuffix(row.feminine), single.count > row.feminine.count + 2 {
        return single.dropLast(row.feminine.count) + row.masculine
      }
    }
    return nil
  }
}

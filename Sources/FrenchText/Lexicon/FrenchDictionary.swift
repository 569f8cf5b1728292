/// The French dictionary of hunspell, read by our own reader: it loads in a tenth of the time, may be shared
/// by threads, finds words typed without accents, and gives all forms of a word.
///
/// It knows suffixes of one level, all that the French dictionary uses; elided prefixes (`l'`) are the
/// tokeniser's.
struct FrenchDictionary: Sendable {
  let stems: StemTable
  let suffixes: SuffixTable
  private static let needsAffix = UInt16(UInt8(ascii: "(")) << 8 | UInt16(UInt8(ascii: ")"))
  private static let forbidden = UInt16(UInt8(ascii: "{")) << 8 | UInt16(UInt8(ascii: "}"))

  init(_ files: DictionaryFiles) throws(LexiconError) {
    suffixes = SuffixTable(files.affixes)
    stems = StemTable(files.words)
    if suffixes.rules.isEmpty { throw .unreadable(path: files.path + ".aff") }
    if stems.stems.isEmpty { throw .unreadable(path: files.path + ".dic") }
  }

  /// Every reading of a form (``Folding/form(_:)``), those that need no accent put back first. Readings with
  /// accents put back are given only where there is no other, or where `restoring` asks. Cost: microseconds.
  func analyses(of form: String, restoring: Bool = false) -> [WordAnalysis] {
    let key = FoldedBytes.key(form)
    guard !key.isEmpty, key.count < 64 else { return [] }
    var found: [WordAnalysis] = []
    var prefixes = [KeyHash()]
    for byte in key {
      var hash = prefixes[prefixes.count - 1]
      hash.add(byte)
      prefixes.append(hash)
    }
    stems.forEach(hash: prefixes[key.count].value) { stem in
      let flags = stems.flags(stem)
      if flags.contains(Self.needsAffix) || flags.contains(Self.forbidden) { return }
      let word = String(decoding: stems.word(stem), as: UTF8.self)
      add(stem, spelt: word, tags: [], to: &found, matching: form)
    }
    var ending = KeyHash()
    for length in 0...min(key.count, suffixes.longestAppend) {
      if length > 0 { ending.add(key[key.count - length]) }
      guard let groups = suffixes.groups(appending: ending.value) else { continue }
      for group in groups {
        var hash = prefixes[key.count - length]
        for byte in group.strip { hash.add(byte) }
        stems.forEach(hash: hash.value) { stem in
          let flags = stems.flags(stem)
          if flags.contains(Self.forbidden) { return }
          for number in group.rules {
            let rule = suffixes.rules[Int(number)]
            guard flags.contains(rule.flag), let word = apply(rule, to: stem) else { continue }
            add(stem, spelt: word, tags: rule.morphology, to: &found, matching: form)
          }
        }
      }
    }
    let exact = found.filter { !$0.isRestored }
    return restoring ? exact + found.filter(\.isRestored) : exact.isEmpty ? found : exact
  }

  /// Whether this is a word of the dictionary by itself or a stem of others, in lower case.
  func hasStem(_ word: String) -> Bool {
    var hash = KeyHash()
    for byte in FoldedBytes.key(word) { hash.add(byte) }
    var found = false
    stems.forEach(hash: hash.value) { stem in
      found = found || stems.word(stem).elementsEqual(word.utf8)
    }
    return found
  }

  /// All forms of a stem, with what each is.
  func forms(of stem: Int) -> [(form: String, morphology: Morphology)] {
    var forms: [(form: String, morphology: Morphology)] = []
    let own = Morphology(fields: stems.fields(stem))
    let flags = stems.flags(stem)
    if !flags.contains(Self.needsAffix) {
      forms.append((String(decoding: stems.word(stem), as: UTF8.self), own))
    }
    for flag in flags {
      for number in suffixes.rules(of: flag) {
        let rule = suffixes.rules[Int(number)]
        if let form = apply(rule, to: stem) { forms.append((form, Self.merge(own, rule.morphology))) }
      }
    }
    return forms
  }

  private func apply(_ rule: SuffixRule, to stem: Int) -> String? {
    let word = stems.word(stem)
    guard word.count >= rule.strip.count, word.suffix(rule.strip.count).elementsEqual(rule.strip),
      rule.condition.matches(String(decoding: word, as: UTF8.self).unicodeScalars)
    else { return nil }
    return String(decoding: word.dropLast(rule.strip.count) + rule.append, as: UTF8.self)
  }

  private func add(
    _ stem: Int, spelt word: String, tags: Morphology, to found: inout [WordAnalysis], matching form: String
  ) {
    guard let match = Spelling.match(form, word) else { return }
    let fields = stems.fields(stem)
    let lemma = Self.statedLemma(fields) ?? String(decoding: stems.word(stem), as: UTF8.self)
    let analysis = WordAnalysis(
      lemma: lemma, form: word, morphology: Self.merge(Morphology(fields: fields), tags),
      isRestored: match == .restored, stem: stem)
    if !found.contains(analysis) { found.append(analysis) }
  }

  /// What a form is, of what its stem is and what its rule says: a rule's gender and number win.
  private static func merge(_ stem: Morphology, _ rule: Morphology) -> Morphology {
    var own = stem
    if !rule.isDisjoint(with: .anyGender) { own.subtract(.anyGender) }
    if !rule.isDisjoint(with: .anyNumber) { own.subtract(.anyNumber) }
    return own.union(rule)
  }

  /// The lemma that the fields state (`st:le`), where they do.
  private static func statedLemma(_ fields: ArraySlice<UInt8>) -> String? {
    for field in fields.split(separator: 0x20) where field.starts(with: [0x73, 0x74, 0x3A]) {
      return String(decoding: field.dropFirst(3), as: UTF8.self)
    }
    return nil
  }
}

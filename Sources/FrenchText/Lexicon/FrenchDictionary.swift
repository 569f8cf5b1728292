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
    guard !key.isEmpty, key.count < Self.longestKey else { return [] }
    var found: [WordAnalysis] = []
    var ending = KeyHash()
    unsafe withUnsafeTemporaryAllocation(of: KeyHash.self, capacity: Self.longestKey + 1) { prefixes in
      unsafe prefixes.initializeElement(at: 0, to: KeyHash())
      for (index, byte) in key.enumerated() {
        var hash = unsafe prefixes[index]
        hash.add(byte)
        unsafe prefixes.initializeElement(at: index + 1, to: hash)
      }
      stems.forEach(hash: unsafe prefixes[key.count].value) { stem in
        if stems.has(Self.needsAffix, stem) || stems.has(Self.forbidden, stem) { return }
        add(stem, spelt: stems.word(stem), tags: [], to: &found, matching: form)
      }
      for length in 0...min(key.count, suffixes.longestAppend) {
        if length > 0 { ending.add(key[key.count - length]) }
        var group = suffixes.firstGroup(appending: ending.value)
        while group >= 0 {
          addForms(
            of: suffixes.groups[group], unsafe prefixes[key.count - length], to: &found, matching: form)
          group = Int(suffixes.groups[group].next)
        }
      }
    }
    let exact = found.filter { !$0.isRestored }
    return restoring ? exact + found.filter(\.isRestored) : exact.isEmpty ? found : exact
  }

  private static let longestKey = 64

  /// Adds the readings of a form as what the rules of a group make of a stem that starts as hashed.
  @inline(__always)
  private func addForms(
    of group: SuffixTable.Group, _ start: KeyHash, to found: inout [WordAnalysis], matching form: String
  ) {
    var hash = start
    for index in group.strip { hash.add(suffixes.strips[Int(index)]) }
    stems.forEach(hash: hash.value) { stem in
      if stems.has(Self.forbidden, stem) { return }
      var number = group.firstRule
      while number >= 0 {
        let rule = suffixes.rules[Int(number)]
        number = suffixes.nextInGroup[Int(number)]
        guard stems.has(rule.flag, stem),
          let word = unsafe stems.withWord(stem, { unsafe suffixes.form(rule, of: $0) })
        else { continue }
        add(stem, spelt: word, tags: rule.morphology, to: &found, matching: form)
      }
    }
  }

  /// Whether this is a word of the dictionary by itself or a stem of others, in lower case.
  func hasStem(_ word: String) -> Bool { stems(spelt: word).contains(word) }

  /// The stems that are spelt as a word but for diacritics and capitals.
  func stems(spelt word: String) -> [String] {
    var hash = KeyHash()
    for byte in FoldedBytes.key(word) { hash.add(byte) }
    var found: [String] = []
    stems.forEach(hash: hash.value) { found.append(stems.word($0)) }
    return found
  }

  /// All forms of a stem, with what each is.
  func forms(of stem: Int) -> [(form: String, morphology: Morphology)] {
    var forms: [(form: String, morphology: Morphology)] = []
    let own = unsafe stems.withFields(stem) { unsafe Morphology(fields: $0) }
    if !stems.has(Self.needsAffix, stem) { forms.append((stems.word(stem), own)) }
    for place in 0..<stems.flagCount(stem) {
      suffixes.forEachRule(of: stems.flag(stem, place)) { rule in
        if let form = unsafe stems.withWord(stem, { unsafe suffixes.form(rule, of: $0) }) {
          forms.append((form, Self.merge(own, rule.morphology)))
        }
      }
    }
    return forms
  }

  private func add(
    _ stem: Int, spelt word: String, tags: Morphology, to found: inout [WordAnalysis], matching form: String
  ) {
    guard let match = Spelling.match(form, word) else { return }
    let (own, stated) = unsafe stems.withFields(stem) { fields in
      unsafe (Morphology(fields: fields), Self.statedLemma(fields))
    }
    let analysis = WordAnalysis(
      lemma: stated ?? stems.word(stem), form: word, morphology: Self.merge(own, tags),
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
  private static func statedLemma(_ fields: UnsafeBufferPointer<UInt8>) -> String? {
    var index = 0
    while index + 3 < fields.count {
      let start = index
      while index < fields.count, unsafe fields[index] > 0x20 { index += 1 }
      if unsafe index > start + 3 && fields[start] == 0x73 && fields[start + 1] == 0x74
        && fields[start + 2] == 0x3A
      {
        return unsafe String(
          decoding: UnsafeBufferPointer(rebasing: fields[(start + 3)..<index]), as: UTF8.self)
      }
      index += 1
    }
    return nil
  }
}

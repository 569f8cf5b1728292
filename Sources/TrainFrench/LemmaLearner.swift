import FrenchText

/// Learns which lemmas the treebanks give where the dictionary and the rules give others.
struct LemmaLearner {
  let lexicon: Lexicon
  /// Parts of speech whose lemmas are ours, whatever the treebanks say.
  private static let closed: Set<String> = ["PRON", "DET", "ADP", "SCONJ", "CCONJ"]

  /// Counts how often each verb occurs.
  static func count(_ sentences: [GoldSentence], into file: inout TableFile) {
    var frequent: [UInt32: Int] = [:]
    for sentence in sentences {
      for token in sentence.tokens where token.tag == "VERB" {
        frequent[TaggerModel.frequencyKey(token.lemma, .verb), default: 0] += 1
      }
    }
    file.frequent = frequent.sorted { $0.key < $1.key }.map { ($0.key, UInt16(clamping: $0.value)) }
  }

  /// Adds the lemmas to learn.
  func learn(_ sentences: [GoldSentence], into file: inout TableFile) {
    var counts: [String: [UInt8: [String: Int]]] = [:]
    for sentence in sentences {
      for token in sentence.tokens where !token.lemma.isEmpty && token.lemma != "_" {
        guard let part = PartOfSpeech(tag: token.tag), part != .punctuation, part != .symbol else { continue }
        let form = Folding.form(token.form)
        counts[form, default: [:]][part.rawValue, default: [:]][token.lemma, default: 0] += 1
      }
    }
    let model = TaggerModel(file)
    let ours = FormLemmatizer(lexicon: lexicon, model: model, convention: .verbatim)
    let universal = FormLemmatizer(lexicon: lexicon, model: model, convention: .universalDependencies)
    for (form, byTag) in counts.sorted(by: { $0.key < $1.key }) where form.utf8.count <= 40 {
      for (tag, lemmas) in byTag.sorted(by: { $0.key < $1.key }) {
        guard let part = PartOfSpeech(rawValue: tag), part != .properNoun, part != .other,
          let (lemma, count) = lemmas.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
          lemma.utf8.count <= 40
        else { continue }
        var conventions: UInt8 = 0
        let own = ours.lemma(of: form, as: part)
        let isOurs =
          !Self.closed.contains(part.tag) && !ours.isGrammar(form, part) && !ours.areInflections(own, lemma)
          && (count > 1 || !ours.isKnown(form))
        if isOurs, Self.key(own) != Self.key(lemma) { conventions |= 1 }
        let theirs = universal.lemma(of: form, as: part)
        let isRuled = lemmas.contains { $0.value == count && Self.key($0.key) == Self.key(theirs) }
        if !isRuled, !universal.isDoubtful(lemma, of: form, as: part, count: count) {
          conventions |= 2
        }
        if conventions == 0 { continue }
        file.lemmas.append(TableFile.Lemma(conventions: conventions, tag: tag, form: form, lemma: lemma))
      }
    }
  }

  static func key(_ lemma: String) -> String {
    Folding.form(lemma).replacing("œ", with: "oe").replacing("æ", with: "ae")
  }
}

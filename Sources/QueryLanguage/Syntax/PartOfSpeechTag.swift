/// The parts of speech that `pos:` takes in every corpus: the tags of Universal Dependencies.
public enum PartOfSpeechTag {
  /// The seventeen tags, in alphabetical order.
  public static let all = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
    "SCONJ", "SYM", "VERB", "X",
  ]

  /// The tag that is written so, in either case; nil where there is none.
  public static func named(_ text: String) -> String? {
    let tag = text.uppercased()
    return all.contains(tag) ? tag : nil
  }

  /// The tag that is meant by another one that is not known, if one is near: what TreeTagger's French set (A. Stein) calls
  /// the same, as people of TXM write it, else the one that is spelt most alike.
  public static func near(to text: String, among known: [String] = all) -> String? {
    let tag = text.uppercased().prefix { $0 != ":" }
    return treeTagger[String(tag)] ?? NearName.closest(to: text, among: known)
  }

  private static let treeTagger = [
    "INT": "INTJ", "KON": "CCONJ", "NAM": "PROPN", "NOM": "NOUN", "PRO": "PRON", "PRP": "ADP", "PUN": "PUNCT",
    "SENT": "PUNCT", "VER": "VERB",
  ]
}

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
}

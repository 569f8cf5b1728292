/// The words in capitals that combine queries.
enum OperatorWord {
  /// The lexeme that a word stands for, or nil where it is an ordinary word.
  static func kind(of word: String) -> Lexeme.Kind? {
    switch word {
    case "AND", "ET": .and
    case "OR", "OU": .or
    case "NOT", "NON": .not
    case "SAUF": .except
    case "WITHIN", "DANS": .within
    default: nil
    }
  }

  /// Whether the word is an operator or the beginning of one, so that it is no value and no name.
  static func isReserved(_ word: String) -> Bool {
    kind(of: word) != nil || ["NEAR", "BEFORE"].contains(word)
  }

  /// The names of the units after NEAR and BEFORE, the canonical ones first.
  static let units = ["sentence", "answer", "phrase", "réponse"]

  /// The unit with this name; nil where there is none.
  static func unit(named name: String) -> Proximity.Unit? {
    switch name {
    case "sentence", "phrase": .sentence
    case "answer", "réponse", "reponse": .answer
    default: nil
    }
  }
}

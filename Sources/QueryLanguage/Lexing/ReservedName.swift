/// The names before a colon that mean something of their own; any other is a variable's.
enum ReservedName: CaseIterable {
  case code, question, coder, seen, assigned, memo, lemma, partOfSpeech, cql

  /// The spellings, the canonical one first.
  var spellings: [String] {
    switch self {
    case .code: ["code"]
    case .question: ["question"]
    case .coder: ["coder", "codeur"]
    case .seen: ["seen", "vu"]
    case .assigned: ["assigned", "attribué"]
    case .memo: ["memo", "mémo"]
    case .lemma: ["lemma", "lemme"]
    case .partOfSpeech: ["pos"]
    case .cql: ["cql"]
    }
  }

  /// The name that is written so, in any case; nil where there is none.
  init?(_ text: String) {
    let lower = text.lowercased()
    guard let name = Self.allCases.first(where: { $0.spellings.contains(lower) }) else { return nil }
    self = name
  }

  /// The spellings of the filter without a value.
  static let uncoded: Set = ["uncoded", "noncodé"]
}

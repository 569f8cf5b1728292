import Workbench

extension ErrorReport {
  /// Says that a sign is no operator.
  static func foreignOperator(_ sign: String) -> String {
    say("« \(sign) » n'est pas un opérateur ici", "'\(sign)' is no operator here")
  }

  /// What is written instead of an operator of another language, and how its sign is looked for; nil for other problems.
  static func hint(for problem: QueryProblem) -> String? {
    guard case .foreignOperator(let meaning, _, let word) = problem else { return nil }
    guard let word else { return instead(of: meaning) }
    return instead(of: meaning)
      + say(" À chercher tel quel : \"\(word)\".", " To look for it as it stands: \"\(word)\".")
  }

  private static func instead(of meaning: ForeignOperator) -> String {
    switch meaning {
    case .and: say("Écrivez ET.", "Write AND.")
    case .or: say("Écrivez OU.", "Write OR.")
    case .not(let isFirst):
      isFirst ? say("Écrivez NON.", "Write NOT.") : say("Écrivez SAUF.", "Write NOT.")
    case .required:
      say(
        "Ôtez-le : tous les mots doivent y être (ET) ; l'un ou l'autre : OU.",
        "Leave it out: all words must be there (AND); either: OR.")
    case .near: say("Écrivez perte NEAR/5 lien.", "Write perte NEAR/5 lien.")
    case .fuzzy:
      say(
        "Toutes les formes d'un mot sont trouvées ; pour un début de mot : travail*.",
        "All forms of a word are found; for the beginning of a word: travail*.")
    case .caret:
      say(
        "Il n'y a ni poids ni ancre ; ôtez-le.", "There are no weights and no anchors; leave it out.")
    }
  }
}

import Workbench

extension ErrorReport {
  /// Words an error of a reader of corpora annotated elsewhere.
  static func wording(_ error: AnnotatedFileError, _ path: String) -> ErrorReport {
    if case .text(let problem) = error.problem { return wording(problem, path) }
    let place = [path] + [error.line, error.column].filter { $0 > 0 }.map(String.init)
    return ErrorReport(
      place.joined(separator: ":") + ": " + wording(of: error.problem), hint: hint(error.problem), code: 65)
  }

  private static func wording(of problem: AnnotatedFileError.Problem) -> String {
    switch problem {
    case .text: ""
    case .lineTooLong: say("ligne de plus de 1 Mo", "a line of more than 1 MB")
    case .textTooLong:
      say("texte de plus de 2 millions de mots", "a text of more than 2 million tokens")
    case .noTokens: say("aucun mot", "no tokens")
    case .cellCount(let expected, let found):
      say("\(found) cellule(s) au lieu de \(expected)", "\(found) cell(s) instead of \(expected)")
    case .emptyCell: say("cellule vide", "an empty cell")
    case .badID: say("ce n'est pas le numéro du mot suivant", "this is not the next word's number")
    case .unopenedElement(let name):
      say("</\(name)> sans <\(name)>", "</\(name)> without <\(name)>")
    case .unclosedElement(let name): say("<\(name)> jamais fermé", "this <\(name)> is never closed")
    case .nestedElement(let name): say("<\(name)> dans <\(name)>", "<\(name)> inside <\(name)>")
    case .badTag: say("balise mal formée", "a malformed tag")
    case .tokenOutside: say("des mots hors des <text>", "tokens outside <text>")
    case .badColumns(let expected, let found):
      say(
        "\(found) nom(s) de colonnes pour \(expected) colonne(s)",
        "\(found) column name(s) for \(expected) column(s)")
    case .badWord:
      say(
        "un mot commence par un caractère qui n'en est pas un", "a word begins with no character of its own")
    }
  }

  private static func hint(_ problem: AnnotatedFileError.Problem) -> String? {
    switch problem {
    case .cellCount:
      say("Les cellules sont séparées par des tabulations.", "Cells are separated by tabs.")
    case .badID:
      say(
        "Les mots d'une phrase sont numérotés de 1 en 1 ; une ligne vide finit la phrase.",
        "A sentence's words are numbered one by one; a blank line ends it.")
    case .badColumns: say("Exemple : --columns word,lemma,pos.", "Example: --columns word,lemma,pos.")
    default: nil
    }
  }
}

import Workbench

extension QueryRemark {
  /// What it says, on one line.
  var wording: String {
    switch self {
    case .operatorLikeWord(let word):
      say(
        "« \(word) » est cherché comme un mot ; pour l'opérateur : \(word.uppercased())",
        "'\(word)' is looked for as a word; for the operator: \(word.uppercased())")
    case .absentWord(let word, let near):
      say("« \(word) » n'est dans aucune réponse", "'\(word)' is in no answer")
        + (near.map { say(" ; vouliez-vous dire « \($0) » ?", "; did you mean '\($0)'?") } ?? "")
    case .absentSpelling(let word, let near):
      say("« \(word) » n'est écrit ainsi dans aucune réponse", "'\(word)' is not written so in any answer")
        + (near.map { say(" ; vouliez-vous dire « \($0) » ?", "; did you mean '\($0)'?") } ?? "")
    case .absentLemma(let lemma, let near):
      say("aucun mot n'a le lemme « \(lemma) »", "no word has the lemma '\(lemma)'")
        + (near.map { say(" ; vouliez-vous dire lemma:\($0) ?", "; did you mean lemma:\($0)?") } ?? "")
    case .coderBesideCode(let name):
      say(
        "coder:\(name) : les réponses où \(name) a codé, quel que soit le code ; les codes donnés par \(name) : --coder \(name) (count, kwic)",
        "coder:\(name): the answers that \(name) has coded, with any code; the codes that \(name) gave: --coder \(name) (count, kwic)"
      )
    }
  }
}

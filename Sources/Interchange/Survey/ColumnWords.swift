/// The names that say what a column of a survey is, in French and English, folded.
enum ColumnWords {
  /// Names of the respondent's identifier, the surest first.
  static let identifiers = [
    "id", "identifiant", "id-repondant", "repondant", "respondent", "respondent-id", "id-respondent",
    "code-repondant", "numero-repondant", "num-repondant", "identifiant-repondant",
    "identifiant-du-repondant",
    "numero-du-repondant", "code-du-repondant", "repondante", "respondentid", "respid", "participant",
    "participant-id", "id-participant", "ident", "uid", "uuid", "case-id", "caseid", "cas", "matricule",
    "id-de-la-reponse", "id-reponse", "response-id", "responseid", "identifiant-de-la-reponse",
  ]

  /// Whether a folded name speaks of the person, so that it is surer than an `id`, which may be the row's.
  static func namesPerson(_ key: String) -> Bool {
    ["repondant", "respondent", "participant", "respid"].contains { key.contains($0) }
  }

  /// Words in the name of a column that may identify the respondent if no two rows share a value.
  private static let identifierWords: Set<String> = [
    "id", "identifiant", "repondant", "repondante", "respondent", "numero", "num", "no", "n", "participant",
    "uuid", "matricule", "token", "dossier", "reference", "ref", "code", "ligne", "row",
  ]

  /// Whether the words of a folded name speak of an identifier and of nothing else.
  static func mayIdentify(_ key: String) -> Bool {
    let words = key.split(separator: "-").map(String.init)
    return words.contains(where: identifierWords.contains)
      && words.allSatisfy {
        !["question", "questions", "postal", "insee", "theme", "departement"].contains($0)
      }
  }

  private static let weightWords: Set<String> = [
    "poids", "ponderation", "ponderations", "pond", "weight", "weights", "wgt", "wt", "coef", "coeff",
    "coefficient", "redressement",
  ]

  /// Whether a folded name is a survey weight's.
  static func isWeight(_ key: String) -> Bool {
    let words = key.split(separator: "-").map(String.init)
    return words.contains(where: weightWords.contains) && !words.contains("kg")
  }

  private static let questionWords: Set<String> = [
    "question", "questions", "id", "name", "nom", "code", "num", "numero", "no", "n", "key", "cle", "libelle",
    "intitule", "text", "texte", "label", "titre", "title", "wording", "identifiant", "de", "la", "of", "the",
  ]

  /// Whether a folded name is that of a column that says which question a row answers.
  static func namesQuestion(_ key: String) -> Bool {
    if ["q", "qid", "q-id", "questionid", "wording", "intitule"].contains(key) { return true }
    let words = key.split(separator: "-").map(String.init)
    return words.contains { $0 == "question" || $0 == "questions" }
      && words.allSatisfy(questionWords.contains)
  }

  private static let answerNames: Set<String> = [
    "reponse", "reponses", "answer", "answers", "response", "verbatim", "verbatims", "texte", "text",
    "commentaire", "commentaires", "comment", "comments", "contenu", "remarque", "remarques", "temoignage",
    "avis", "propos", "reponse-ouverte", "reponse-libre", "texte-reponse", "reponse-texte", "texte-libre",
    "texte-de-la-reponse", "answer-text", "open-answer", "free-text",
  ]

  /// Whether a folded name is that of answers.
  static func isAnswer(_ key: String) -> Bool { answerNames.contains(key) }

  /// Whether a column name asks something: it ends in a question mark, starts with a question's
  /// number or says « précisez ».
  static func isAsking(_ name: String) -> Bool {
    name.hasSuffix("?") || QuestionNaming.split(name) != nil || isAnswer(CodeKeyName.key(name))
      || QuestionNaming.isNumbered(name) || CodeKeyName.key(name).contains("precise")
  }

  /// Whether a folded name is a place's code or name, a category however much it varies.
  static func isPlace(_ key: String) -> Bool {
    key.split(separator: "-").contains {
      ["postal", "insee", "departement", "commune", "ville", "region", "cp", "zip", "postcode"].contains($0)
    }
  }
}

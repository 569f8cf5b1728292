/// Words of inclusive writing that no separator marks: new pronouns and blends.
enum NeutralWords {
  /// Form, masculine, feminine, lemma.
  private static let rows: [(String, String?, String?, String)] = [
    ("iel", "il", "elle", "iel"), ("iels", "ils", "elles", "iel"), ("ielle", "il", "elle", "iel"),
    ("ielles", "ils", "elles", "iel"), ("yel", "il", "elle", "iel"), ("yels", "ils", "elles", "iel"),
    ("celleux", "ceux", "celles", "celui"), ("ceulles", "ceux", "celles", "celui"),
    ("ceuses", "ceux", "celles", "celui"), ("celleux-ci", "ceux-ci", "celles-ci", "celui-ci"),
    ("celleux-là", "ceux-là", "celles-là", "celui-là"), ("toustes", "tous", "toutes", "tout"),
    ("touxtes", "tous", "toutes", "tout"), ("touste", "tout", "toute", "tout"), ("lae", "le", "la", "le"),
    ("ellui", "lui", "elle", "lui"), ("elleux", "eux", "elles", "lui"), ("euxelles", "eux", "elles", "lui"),
    ("ellui-même", "lui-même", "elle-même", "lui-même"),
    ("elleux-mêmes", "eux-mêmes", "elles-mêmes", "lui-même"), ("adelphe", "frère", "sœur", "adelphe"),
    ("adelphes", "frères", "sœurs", "adelphe"), ("frœur", "frère", "sœur", "frœur"),
    ("frœurs", "frères", "sœurs", "frœur"), ("froeur", "frère", "sœur", "frœur"),
    ("copaines", "copains", "copines", "copain"), ("copaine", "copain", "copine", "copain"),
    ("auteurice", "auteur", "autrice", "auteur"), ("auteurices", "auteurs", "autrices", "auteur"),
    ("lecteurices", "lecteurs", "lectrices", "lecteur"), ("lecteurice", "lecteur", "lectrice", "lecteur"),
    ("acteurices", "acteurs", "actrices", "acteur"), ("acteurice", "acteur", "actrice", "acteur"),
    ("directeurice", "directeur", "directrice", "directeur"),
    ("directeurices", "directeurs", "directrices", "directeur"),
    ("utilisateurices", "utilisateurs", "utilisatrices", "utilisateur"),
    ("utilisateurice", "utilisateur", "utilisatrice", "utilisateur"),
    ("travailleureuses", "travailleurs", "travailleuses", "travailleur"),
    ("travailleureuse", "travailleur", "travailleuse", "travailleur"),
    ("chercheureuses", "chercheurs", "chercheuses", "chercheur"),
    ("chercheureuse", "chercheur", "chercheuse", "chercheur"),
    ("agriculteurices", "agriculteurs", "agricultrices", "agriculteur"),
    ("formateurices", "formateurs", "formatrices", "formateur"),
    ("formateurice", "formateur", "formatrice", "formateur"),
    ("heureuxse", "heureux", "heureuse", "heureux"), ("nombreuxses", "nombreux", "nombreuses", "nombreux"),
    ("maon", "mon", "ma", "mon"), ("saon", "son", "sa", "son"), ("cellui", "celui", "celle", "celui"),
    ("cellui-ci", "celui-ci", "celle-ci", "celui-ci"), ("cellui-là", "celui-là", "celle-là", "celui-là"),
  ]

  private static let readings: [String: InclusiveReading] = Dictionary(
    rows.map { form, masculine, feminine, lemma in
      (
        form,
        InclusiveReading(masculine: masculine, feminine: feminine, model: masculine ?? form, lemma: lemma)
      )
    }, uniquingKeysWith: { first, _ in first })

  /// The reading of a form in lower case, where it is such a word.
  static func reading(_ form: String) -> InclusiveReading? { readings[form] }
}

/// Inclusive spellings of determiners and pronouns, which no rule of endings gives; `·` stands for any separator.
enum InclusivePronouns {
  /// Spellings, masculine, feminine, lemma.
  private static let rows: [(String, String, String, String)] = [
    ("un·e une·un un·une", "un", "une", "un"), ("le·la la·le l·e·a", "le", "la", "le"),
    ("il·elle elle·il", "il", "elle", "il"), ("ils·elles elles·ils il·elle·s", "ils", "elles", "il"),
    ("lui·elle elle·lui", "lui", "elle", "lui"), ("eux·elles elles·eux", "eux", "elles", "lui"),
    ("tous·tes tou·te·s tou·tes toutes·tous tous·toutes tout·e·s tous·te·s", "tous", "toutes", "tout"),
    ("tout·e tout·te toute·tout", "tout", "toute", "tout"),
    ("quel·le quel·lle quel·e quel·quelle", "quel", "quelle", "quel"),
    ("quel·le·s quel·les quels·les quels·quelles quel·e·s", "quels", "quelles", "quel"),
    ("ceux·celles celles·ceux ceux·elles cel·leux ceux·lles celles·eux", "ceux", "celles", "celui"),
    ("celui·celle celle·celui celui·elle", "celui", "celle", "celui"),
    ("ce·tte ce·cette cet·te", "ce", "cette", "ce"), ("mon·ma ma·mon", "mon", "ma", "mon"),
    ("ton·ta ta·ton", "ton", "ta", "ton"), ("son·sa sa·son", "son", "sa", "son"),
    ("chacun·e chacun·une", "chacun", "chacune", "chacun"), ("aucun·e aucun·une", "aucun", "aucune", "aucun"),
    ("quelqu'un·e", "quelqu'un", "quelqu'une", "quelqu'un"),
    ("quelques-un·e·s quelques-un·es", "quelques-uns", "quelques-unes", "quelques-uns"),
    ("certain·e·s certain·es certains·es certains·nes", "certains", "certaines", "certain"),
    ("certain·e", "certain", "certaine", "certain"),
    ("lequel·laquelle laquelle·lequel", "lequel", "laquelle", "lequel"),
    ("lesquel·le·s lesquel·les lesquels·lesquelles", "lesquels", "lesquelles", "lequel"),
    ("auquel·à laquelle", "auquel", "à laquelle", "auquel"),
    ("nul·le", "nul", "nulle", "nul"), ("tel·le", "tel", "telle", "tel"),
    ("tel·le·s tel·les", "tels", "telles", "tel"),
    ("maint·e·s", "maints", "maintes", "maint"), ("du·de·la", "du", "de la", "de"),
    ("du·de", "du", "de", "de"), ("au·à", "au", "à", "à"),
    ("iel·s", "ils", "elles", "iel"),
  ]

  private static let readings: [String: InclusiveReading] = Dictionary(
    rows.flatMap { spellings, masculine, feminine, lemma in
      spellings.split(separator: " ").map {
        (
          String($0),
          InclusiveReading(masculine: masculine, feminine: feminine, model: masculine, lemma: lemma)
        )
      }
    }, uniquingKeysWith: { first, _ in first })

  /// The reading of a spelling whose separators are `·`.
  static func reading(_ spelling: String) -> InclusiveReading? { readings[spelling] }
}

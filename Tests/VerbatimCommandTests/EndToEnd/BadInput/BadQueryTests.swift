import Testing

@Suite("Bad input: queries") struct BadQueryTests {
  /// Each command that takes a query, as far as the query.
  static let commands: [[String]] = [
    ["search"], ["kwic"], ["count"], ["frequencies", "--where"], ["codings", "--where"],
    ["excerpts", "--where"], ["export", "--where"], ["cooccurrences", "codes", "--coder", "anna", "--where"],
    ["cooccurrences", "words", "--where"],
    ["crosstab", "charge", "--by", "groupe", "--coder", "anna", "--where"],
  ]

  @Test("Every command that takes a query says where it is wrong", arguments: commands)
  func everyCommand(command: [String]) throws {
    let place = try BadInput()
    for (query, message) in [
      ("lien ET (perdre", "requête:9: parenthèse jamais fermée\n"),
      (
        "code:\"perte de liens\"",
        "requête:6: aucun code « perte de liens »\nVouliez-vous dire code:\"perte de lien\" ?\n"
      ),
    ] {
      let run = try Binary.run(command + [query], in: place.folder)
      #expect(run.stderr.hasPrefix("error: " + message), "\(command): \(run.stderr)")
      #expect(run.code == 65)
      #expect(run.stdout == "")
    }
  }

  @Test(
    "What is wrong, where, and what was meant",
    arguments: [
      ("", "requête:1: la requête est vide", nil),
      ("lien ET", "requête:6: rien après ET", nil),
      ("OU lien", "requête:1: rien avant OU", nil),
      ("\"perte de", "requête:1: guillemet jamais fermé", nil),
      ("lien)", "requête:5: parenthèse fermée sans avoir été ouverte", nil),
      ("perdre NEAR lien", "requête:8: NEAR sans distance, comme NEAR/5", nil),
      ("perdre near/5 lien", "requête:8: « near/5 » : les opérateurs s'écrivent en capitales", nil),
      ("*", "requête:1: ce motif trouverait tous les mots", nil),
      ("/(a/", "requête:2: expression régulière : parenthèse jamais fermée", nil),
      (
        "[lema=\"perdre\"]", "requête:2: aucun attribut « lema »", "Vouliez-vous dire lemma ?"
      ),
      ("pos:NOM", "requête:1: catégorie inconnue « NOM »", nil),
      ("question:q9", "requête:10: aucune question « q9 »", "Vouliez-vous dire question:q1 ?"),
      ("coder:ana", "requête:7: aucun codeur « ana »", "Vouliez-vous dire coder:anna ?"),
      ("grupe:A", "requête:1: aucune variable « grupe »", "Vouliez-vous dire groupe: ?"),
      ("groupe:Z", "requête:8: aucun répondant dont groupe soit « Z »", nil),
      ("âge>beaucoup", "requête:5: « beaucoup » n'est pas un nombre", nil),
      ("groupe>3", "requête:1: les valeurs de « groupe » ne sont pas des nombres", nil),
      ("lien within lien", "requête:13: « within » demande un code", nil),
    ] as [(String, String, String?)])
  func messages(query: String, message: String, hint: String?) throws {
    try BadInput().expect("count", query, error: message, hint: hint, code: 65)
  }

  @Test("In English, too")
  func english() throws {
    try BadInput().expect(
      "kwic", "lien AND code:\"perte de liens\"", "--lang", "en", error: "query:15: no code 'perte de liens'",
      hint: "Did you mean code:\"perte de lien\"?", code: 65)
  }
}

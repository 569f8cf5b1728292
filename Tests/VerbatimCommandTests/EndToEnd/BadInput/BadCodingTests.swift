import Testing

@Suite("Bad input: coding") struct BadCodingTests {
  private let place: BadInput

  init() throws {
    place = try BadInput()
  }

  @Test("Names that are not there, and the one that was meant")
  func names() throws {
    try place.expect(
      "code", "perte de liens", "R2/q1", error: "aucun code « perte de liens »",
      hint: "Vouliez-vous dire « perte de lien » ?",
      code: 65)
    try place.expect(
      "code", "xyz", "R2/q1", error: "aucun code « xyz »", hint: "La liste : verbatim codebook", code: 65)
    try place.expect(
      "code", "charge", "R9/q1", "--lang", "en", error: "no respondent 'R9'", hint: "Did you mean 'R1'?",
      code: 65)
    try place.expect(
      "code", "charge", "R2/q9", error: "aucune question « q9 »", hint: "Vouliez-vous dire « q1 » ?", code: 65
    )
    try place.expect(
      "code", "charge", "R2", error: "R2 a répondu à plusieurs questions", hint: "Précisez : R2/q1, R2/q2",
      code: 64)
    try place.expect("code", "charge", "R3/q2", error: "R3/q2 : pas de réponse", code: 65)
    try place.expect(
      "code", "charge", "R2/q1", "--coder", " ",
      error: "un nom de codeur a de 1 à 100 caractères, sans virgule, guillemet ni caractère invisible",
      code: 64)
    try place.expect(
      "codings", "--coder", "ana", error: "aucun codeur « ana »", hint: "Vouliez-vous dire « anna » ?",
      code: 65)
    try place.expect(
      "uncode", "charge", "R1/q1", "--coder", "zoé", error: "aucun codeur « zoé »",
      hint: "La liste : verbatim coders ; pour en ajouter un : verbatim coders add NOM",
      code: 65)
    try place.expect(
      "crosstab", "charge", "--by", "grupe", "--coder", "anna", error: "aucune variable « grupe »",
      hint: "Vouliez-vous dire « groupe » ?", code: 65)
    try place.expect("show", "R9", error: "aucun répondant « R9 »", code: 65)
    try place.expect("memo", "add", "x", "--code", "xyz", error: "aucun code « xyz »", code: 65)
    try place.expect("autocode", "xyz", error: "aucun code « xyz »", code: 65)
    try place.expect("excerpts", "--code", "xyz", error: "aucun code « xyz »", code: 65)
    try place.expect("search", "lien", "--with", "xyz", error: "aucune variable « xyz »", code: 65)
  }

  @Test("Parts that are not in the answer, or are there twice")
  func parts() throws {
    try place.expect(
      "code", "charge", "R1/q1", "--quote", "les tableaux",
      error: "R1/q1 : ce passage n'est pas dans la réponse",
      hint: "Pour la lire : verbatim show R1/q1", code: 65)
    try place.expect(
      "code", "charge", "R1/q1", "--quote", "tableaux", error: "R1/q1 : ce passage y figure 2 fois",
      hint: "Ajoutez --occurrence N (de 1 à 2), ou citez plus long.", code: 65)
    try place.expect(
      "code", "charge", "R1/q1", "--quote", "tableaux", "--occurrence", "3",
      error: "R1/q1 : ce passage y figure 2 fois", code: 65)
    try place.expect(
      "code", "charge", "R1/q1", "--quote", " ", error: "R1/q1 : ce passage n'est pas dans la réponse",
      code: 65)
    try place.expect(
      "code", "charge", "R2/q1", "--range", "3-99",
      error: "le passage 3-99 sort de la réponse, qui compte 34 caractères", code: 65)
    try place.expect("code", "charge", "R2/q1", "--range", "3-3", error: "le passage est vide", code: 65)
    try place.expect(
      "code", "charge", "R2/q1", "--range", "9-3",
      error: "--range : « 9-3 » n'est pas de la forme DÉBUT-FIN, comme 12-40",
      code: 64)
    try place.expect(
      "code", "charge", "R2/q1", "--range", "0-3", "--quote", "On", error: "--quote et --range s'excluent",
      code: 64)
    try place.expect(
      "uncode", "charge", "R2/q1", "--coder", "anna",
      error: "R2/q1 ne porte pas ce codage « charge » de ce codeur",
      hint: "Les siens : verbatim codings --answer R2/q1", code: 65)
  }

  @Test("Several coders have coded: whose codings are meant must be said")
  func coders() throws {
    for command in [
      ["crosstab", "charge", "--by", "groupe"], ["cooccurrences", "codes"], ["cooccurrences", "code-words"],
    ] {
      let run = try Binary.run(command, in: place.folder)
      #expect(
        run.stderr
          == "error: plusieurs codeurs ont codé\nPrécisez --coder (un seul, ou plusieurs à réunir) : anna, bastien\n"
      )
      #expect(run.code == 64)
    }
  }

  @Test("A file of codings: the line of what is wrong, and nothing stored of the lines before")
  func files() throws {
    let header = "respondent,question,code,start,end,coder\nR1,q1,charge,0,2,claire\n"
    func expect(_ row: String, _ error: String, hint: String? = nil) throws {
      try place.folder.write(header + row + "\n", to: "c.csv")
      try place.expect("import", "c.csv", "--as", "codings", error: "c.csv:3" + error, hint: hint, code: 65)
    }
    try expect("R1,q1,charges,0,2,claire", ": aucun code « charges »", hint: "Vouliez-vous dire « charge » ?")
    try expect("R7,q1,charge,0,2,claire", ": aucun répondant « R7 »")
    try expect("R1,q7,charge,0,2,claire", ": aucune question « q7 »")
    try expect("R3,q2,charge,0,2,claire", ": R3/q2 : pas de réponse")
    try expect("R2,q1,charge,0,99,claire", ": le passage 0-99 sort de la réponse, qui compte 34 caractères")
    try expect("R2,q1,charge,4,4,claire", ":5: la fin n'est pas après le début")
    try expect("R2,q1,charge,9,4,claire", ":5: la fin n'est pas après le début")
    try expect("R2,q1,charge,-1,4,claire", ":4: start n'est pas un nombre entier à partir de 0")
    try expect("R2,q1,charge,1,,claire", ":4: un début sans fin, ou une fin sans début (start)")
    try expect(",q1,charge,0,2,claire", ":1: pas de répondant (colonne « respondent »)")
    try expect("R2,q1,,0,2,claire", ":3: pas de code (colonne « code »)")
    try expect("R2,q1,charge", ":4: 3 cellule(s) au lieu de 6")
    try place.folder.write("question,code\nq1,charge\n", to: "c.csv")
    try place.expect(
      "import", "c.csv", "--as", "codings", error: "c.csv : il manque la colonne respondent",
      hint: "Un fichier de codages a les colonnes respondent, question, code, start, end, coder.", code: 65)
    try place.expect(
      "import", "absent.csv", "--as", "codings", error: "absent.csv : ce fichier n'existe pas", code: 66)
  }
}

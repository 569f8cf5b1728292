import Testing

@Suite("Bad input: codebooks") struct BadCodebookTests {
  private let place: BadInput

  init() throws {
    place = try BadInput()
  }

  private func expect(
    yaml: String, _ error: String, hint: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try place.folder.write(yaml, to: "c.yaml")
    try place.expect(
      "codebook", "import", "c.yaml", error: "c.yaml:" + error, hint: hint, code: 65,
      sourceLocation: sourceLocation)
  }

  private func expect(csv: String, _ error: String, sourceLocation: SourceLocation = #_sourceLocation) throws
  {
    try place.folder.write(csv, to: "c.csv")
    try place.expect(
      "codebook", "import", "c.csv", error: "c.csv:" + error, code: 65, sourceLocation: sourceLocation)
  }

  @Test("No YAML, and YAML that is no codebook")
  func yaml() throws {
    try expect(
      yaml: "codes:\n  - name: \"ouvert\n  - name: b\n", "4:1: YAML incorrect : un guillemet n'est pas fermé",
      hint:
        "Un texte ouvert par \" ou ' se ferme de même ; sinon, mettez-le à la ligne, en retrait, après `>-`.")
    try expect(
      yaml: "codes:\n  - name: a\n    definition: deux : trois\n",
      "3:22: YAML incorrect : « : » au milieu d'un texte sans guillemets",
      hint: "Mettez le texte entre guillemets, ou à la ligne, en retrait, après `>-`.")
    try expect(
      yaml: "codes:\n  - nom: a\n", "2:5: clé inconnue « nom »", hint: "Vouliez-vous dire « name » ?")
    try expect(yaml: "codes: a\n", "1:8: « codes » demande une liste")
    try expect(
      yaml: "codes:\n  - name: a\n    colour: rouge\n",
      "3:13: « rouge » n'est pas une couleur, comme \"#c0392b\"")
    try expect(
      yaml: "codes:\n  - name: a\n  - name: b\n  - name: a\n", "4:5: le code « a » est déjà ligne 2")
    try expect(
      yaml: "codes:\n  - name: a\n    id: x\n  - name: b\n    id: x\n", "4:5: l'id « x » est déjà ligne 2")
  }

  @Test("Names that cannot be told from others, or hold what cannot be seen, with their lines")
  func names() throws {
    try expect(
      yaml: "codes:\n  - a\n  - name: CHARGE\n",
      "3: ce nom ne se distingue du code « charge », au même endroit, que par la casse, les espaces ou l'invisible",
      hint: "Le même thème ? Écrivez « charge ». Un autre ? Donnez-lui un autre nom.")
    try expect(
      csv: "name\na\nb\u{AD}c\n", "3: le nom du code contient un caractère invisible, U+00AD, en 2ᵉ position")
    try place.expect(
      "codebook", "add", "ch arge", "--lang", "en",
      error:
        "this name differs from the code 'charge', in the same place, only in case, spaces or what cannot be seen",
      hint: "The same theme? Write 'charge'. Another? Give it another name.", code: 64)
    try place.expect(
      "codebook", "rename", "charge", "poid\u{2060}s", "--lang", "en",
      error: "the code's name holds an invisible character, U+2060, as its character 5",
      hint: "It often comes with pasted text: type the name anew.", code: 64)
  }

  @Test("Tables of codes: a code under itself, or under none")
  func csv() throws {
    try expect(csv: "name,parent\na,b\nb,c\nc,a\n", "2:1: des codes placés sous eux-mêmes : a → b → c")
    try expect(csv: "name,parent\na,z\n", "2:2: aucun code parent « z »")
    try expect(csv: "name,parent\na,\na,\n", "3:1: le code « a » est déjà ligne 2")
    try expect(csv: "name,parent\na\n", "2:2: 1 cellule(s) au lieu de 2")
  }

  @Test("Files that are not there, or no text")
  func files() throws {
    try place.expect(
      "codebook", "import", "absent.yaml", error: "absent.yaml : ce fichier n'existe pas", code: 66)
    try place.expect("codebook", "import", ".", error: ". : c'est un dossier", code: 66)
    try place.folder.write("", to: "vide.yaml")
    try place.expect("codebook", "import", "vide.yaml", error: "vide.yaml : ce fichier est vide", code: 65)
  }

  @Test("A rule that is no query is named with its code and its place")
  func rule() throws {
    try place.folder.write("codes:\n  - name: a\n    rule: (lien OU\n", to: "c.yaml")
    try place.expect(
      "codebook", "import", "c.yaml", error: "c.yaml:3: règle de « a » : requête:7: rien après OU", code: 65)
  }
}

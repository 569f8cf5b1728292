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
    let run = try { () throws -> Binary.Run in
      try place.folder.write("codes:\n  - name: \"ouvert\n  - name: b\n", to: "c.yaml")
      return try Binary.run(["codebook", "import", "c.yaml"], in: place.folder)
    }()
    #expect(run.code == 65)
    #expect(run.stderr.hasPrefix("error: c.yaml:"))
    #expect(run.stderr.contains(": YAML incorrect ("))
    #expect(run.stderr.split(separator: "\n").count == 1)
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

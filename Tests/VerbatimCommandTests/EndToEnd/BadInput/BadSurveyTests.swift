import Foundation
import Testing

@Suite("Bad input: surveys") struct BadSurveyTests {
  private let place: BadInput

  init() throws {
    place = try BadInput()
  }

  @Test("Nothing there, a folder, nothing in it, only a header")
  func noRows() throws {
    try FileManager.default.createDirectory(
      atPath: place.folder("dossier"), withIntermediateDirectories: false)
    try place.folder.write("", to: "vide.csv")
    try place.folder.write("id;q1;q2\n", to: "titres.csv")
    try place.expect("import", "absent.csv", error: "absent.csv : ce fichier n'existe pas", code: 66)
    try place.expect("import", "dossier", error: "dossier : c'est un dossier", code: 66)
    try place.expect("import", "vide.csv", error: "vide.csv: ce fichier est vide", code: 65)
    try place.expect(
      "import", "titres.csv", error: "titres.csv: des noms de colonnes, mais aucune ligne", code: 65)
    try place.expect(
      "import", "titres.csv", "--lang", "en", error: "titres.csv: column names, but no rows", code: 65)
  }

  @Test("Without a project, a bad file makes none")
  func noProjectMade() throws {
    let place = try BadInput(study: false)
    try place.folder.write("id;q1\nR1;\"Je remplis des tableaux\n", to: "s.csv")
    try place.expect("import", "s.csv", error: "s.csv:2:2: guillemet jamais fermé", code: 65)
    try place.folder.write("id;q1\nR1;Des tableaux encore et toujours\n;Des formulaires\n", to: "t.csv")
    try place.expect(
      "import", "t.csv", "--respondent", "id", "--answers", "q1",
      error: "t.csv:3:1: pas d'identifiant (colonne « id »)",
      hint: "Rien n'a été importé. Une autre colonne ? --respondent COLONNE", code: 65)
  }

  @Test("Rows that are not whole")
  func rows() throws {
    try place.folder.write("id;q1;q2\nR8;Des tableaux;Oui\nR9;Des formulaires\n", to: "court.csv")
    try place.expect(
      "import", "court.csv", error: "court.csv:3:3: 2 cellule(s) au lieu de 3",
      hint: "Une ligne coupée, ou un séparateur qui manque ?", code: 65)
    try place.folder.write("id;q1;q2\nR8;Des tableaux;Oui;et non\n", to: "long.csv")
    try place.expect("import", "long.csv", error: "long.csv:2:4: 4 cellule(s) au lieu de 3", code: 65)
    try place.folder.write("id;q1;q2\nR8;Oui;\"Des tableaux\nR9;Des formulaires;x\n", to: "ouvert.csv")
    try place.expect("import", "ouvert.csv", error: "ouvert.csv:2:3: guillemet jamais fermé", code: 65)
    try place.folder.write("id;q1\nR8;\"Des tableaux; oui\" et plus\n", to: "apres.csv")
    try place.expect(
      "import", "apres.csv", error: "apres.csv:2:2: du texte après le guillemet fermant", code: 65)
    try place.folder.write("id;q1;id\nR8;Des tableaux;1\n", to: "double.csv")
    try place.expect(
      "import", "double.csv", error: "double.csv:1:3: la colonne « id » figure déjà en 1", code: 65)
  }

  @Test("Files that are no text")
  func noText() throws {
    try place.folder.write(Data([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), to: "image.csv")
    try place.expect(
      "import", "image.csv", error: "image.csv: ce fichier est une image, pas du texte", code: 65)
    let workbook =
      Data([0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0]) + Data("[Content_Types].xml xl/workbook.xml".utf8)
    try place.folder.write(workbook, to: "classeur.csv")
    try place.expect(
      "import", "classeur.csv", error: "classeur.csv: ce fichier est un classeur Excel, pas du texte",
      hint: "Enregistrez-le en CSV (UTF-8) depuis le tableur, puis recommencez.", code: 65)
    try place.expect(
      "import", "etude.verbatim", error: "etude.verbatim: ce fichier est une base SQLite, pas du texte",
      hint: "Un projet s'ouvre par -p FICHIER.verbatim.", code: 65)
    let bytes = Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 >> 3) })
    try place.folder.write(bytes, to: "octets.csv")
    try place.expect("import", "octets.csv", error: "octets.csv: ce fichier n'est pas du texte", code: 65)
  }

  @Test("A byte that cannot be, in a file that is UTF-8 otherwise")
  func invalidByte() throws {
    var data = Data("id;q1\nR8;Des tableaux été après été, là où ça se répète\nR9;Form".utf8)
    data.append(0xFF)
    data.append(contentsOf: Data("ulaires\n".utf8))
    try place.folder.write(data, to: "s.csv")
    try place.expect(
      "import", "s.csv", error: "s.csv:3:2: octets impossibles en UTF-8",
      hint: "Enregistrez le fichier en UTF-8, puis recommencez.", code: 65)
  }

  @Test("Columns that are not there, or are asked for twice")
  func columns() throws {
    try place.folder.write(BadInput.survey, to: "s.csv")
    try place.expect(
      "import", "s.csv", "--answers", "q3", error: "s.csv : aucune colonne « q3 »",
      hint: "Vouliez-vous dire « q1 » ?",
      code: 64)
    try place.expect(
      "import", "s.csv", "--answers", "q1", "--variables", "q1",
      error: "s.csv : la colonne « q1 » a deux rôles", code: 64)
    try place.expect(
      "import", "s.csv", "--answers", "q1,q2", "--weight", "groupe",
      error: "s.csv:2:2: le poids (colonne « groupe ») n'est pas un nombre positif", code: 65)
    try place.folder.write("id;poids\nR1;1,2\nR2;0,8\n", to: "fermee.csv")
    try place.expect(
      "import", "fermee.csv", error: "fermee.csv : aucune colonne ne ressemble à des réponses ouvertes",
      hint: "Dites laquelle : --answers COLONNE ; pour des codages faits ailleurs : --as codings", code: 65)
  }

  @Test("An answer that is stored does not change")
  func contradiction() throws {
    try place.folder.write(
      BadInput.survey.replacing("Avec patience.", with: "Sans patience.") + "R4;B;20;Nouveau.;Oui.\n",
      to: "s.csv")
    try place.expect(
      "import", "s.csv", "--answers", "q1,q2", error: "s.csv:2: R1 a déjà une autre réponse à q2",
      hint: "Une réponse enregistrée ne change pas ; rien n'a été importé.", code: 65)
    try place.folder.write(BadInput.survey.replacing("R2;B", with: "R2;C"), to: "t.csv")
    try place.expect(
      "import", "t.csv", "--answers", "q1,q2", error: "t.csv:3: R2 a déjà une autre valeur de groupe",
      hint: "Rien n'a été importé.", code: 65)
  }

  @Test("A dry run refuses what the import refuses, in the project or without one, and leaves nothing")
  func dryRun() throws {
    let survey = BadInput.survey.replacing("R2;B", with: "R2;C")
    for place in [place, try BadInput(study: false)] {
      try place.folder.write(survey + ";A;3;Nouveau.;Oui.\n", to: "s.csv")
      try place.folder.write(survey.replacing("R3;", with: "R1;"), to: "t.csv")
      let roles = ["--respondent", "id", "--answers", "q1,q2"]
      for file in ["s.csv", "t.csv"] {
        let before = try place.folder.contents
        let dry = try Binary.run(["import", file, "--dry-run"] + roles, in: place.folder)
        #expect(try place.folder.contents == before)
        let real = try Binary.run(["import", file] + roles, in: place.folder)
        #expect(dry.code == 65 && real.code == 65)
        #expect(dry.stderr == real.stderr && dry.stdout == "")
      }
    }
  }

  @Test("A weight with a bad cell is read as a variable, and told in both languages")
  func spoiltWeight() throws {
    try place.folder.write(
      "id;poids;q1\nR8;1,5;On perd le lien humain\nR9;beaucoup;Trop de clics partout\nR10;0,5;Rien ne change ici\n",
      to: "w.csv")
    let arguments = ["import", "w.csv", "--answers", "q1", "--dry-run"]
    let french = try Binary.run(arguments, in: place.folder)
    #expect(
      french.stderr
        == "w.csv:3:2: « poids » ressemble à une pondération, mais cette cellule n'est pas un nombre positif : colonne lue comme variable\n"
    )
    #expect(french.code == 0 && french.stdout.contains("variables     poids (3)"))
    let english = try Binary.run(arguments + ["--lang", "en"], in: place.folder)
    #expect(
      english.stderr
        == "w.csv:3:2: 'poids' looks like a weight, but this cell is no positive number: the column is read as a variable\n"
    )
  }
}

import Foundation
import Testing

@Suite("Bad input: projects") struct BadProjectTests {
  private let place: BadInput

  init() throws {
    place = try BadInput()
  }

  @Test("No project named: none in the folder, or several")
  func unnamed() throws {
    let empty = try BadInput(study: false)
    try empty.expect(
      "info", error: "aucun projet dans ce dossier",
      hint:
        "Indiquez-en un par -p FICHIER.verbatim, ou créez-le : verbatim import ENQUETE.csv -p NOM.verbatim",
      code: 66)
    try place.folder.write(place.folder.bytes("etude.verbatim"), to: "autre.verbatim")
    try place.expect(
      "info", error: "plusieurs projets dans ce dossier : autre.verbatim, etude.verbatim",
      hint: "Choisissez par -p FICHIER.", code: 64)
    try place.expect(
      "code", "charge", "R1/q1", "--lang", "en",
      error: "several projects in this folder: autre.verbatim, etude.verbatim",
      hint: "Choose one with -p FILE.", code: 64)
  }

  @Test(
    "A name that leads to no project",
    arguments: [["info"], ["check"], ["count", "lien"], ["code", "charge", "R1/q1"]])
  func noProject(arguments: [String]) throws {
    func expect(_ path: String, _ error: String, _ code: Int32) throws {
      let before = try place.folder.contents
      let run = try Binary.run(arguments + ["-p", path], in: place.folder)
      #expect(run.stderr.split(separator: "\n").first.map(String.init) == "error: \(path) : \(error)")
      #expect(run.code == code)
      #expect(run.stdout == "")
      #expect(try place.folder.contents == before)
    }
    try FileManager.default.createDirectory(
      atPath: place.folder("d.verbatim"), withIntermediateDirectories: false)
    try place.folder.write("pas une base", to: "texte.verbatim")
    try place.folder.write("", to: "vide.verbatim")
    try expect("absent.verbatim", "ce fichier n'existe pas", 66)
    try expect("d.verbatim", "c'est un dossier, pas un projet", 66)
    try expect("texte.verbatim", "ce fichier n'est pas un projet Verbatim", 65)
    try expect("vide.verbatim", "ce fichier n'est pas un projet Verbatim", 65)
    var foreign = try place.folder.bytes("etude.verbatim")
    foreign.replaceSubrange(68..<72, with: [0, 0, 0, 0])
    try place.folder.write(foreign, to: "autre.verbatim")
    try expect("autre.verbatim", "base SQLite d'un autre logiciel, pas un projet Verbatim", 65)
    var broken = try place.folder.bytes("etude.verbatim")
    broken.replaceSubrange(4096..<8192, with: Data(repeating: 0x5A, count: 4096))
    broken.replaceSubrange(100..<4096, with: Data(repeating: 0x5A, count: 3996))
    try place.folder.write(broken, to: "casse.verbatim")
    try expect("casse.verbatim", "fichier endommagé", 65)
  }

  @Test("Bytes spoilt in the middle of a project are found by check, and nothing crashes")
  func damaged() throws {
    let whole = try place.folder.bytes("etude.verbatim")
    let pages = whole.count / 4096
    for page in 1..<pages {
      var spoilt = whole
      for offset in stride(from: page * 4096, to: (page + 1) * 4096, by: 7) { spoilt[offset] ^= 0x55 }
      try place.folder.write(spoilt, to: "casse.verbatim")
      let run = try Binary.run(["check", "-p", "casse.verbatim"], in: place.folder)
      #expect([0, 65].contains(run.code), "page \(page): \(run.code) \(run.stderr)")
      if run.code == 0 {
        // Only the index may be spoilt without harm: it is made again.
        #expect(run.stdout.contains("index") || run.stdout.hasPrefix("Projet intact"), "page \(page)")
      }
      for word in BadInput.secrets { #expect(!run.stderr.contains(word)) }
    }
  }

  @Test("A damaged project is saved as it is, and the copy says so, in its exit code, too")
  func damagedBackup() throws {
    var bytes = try place.folder.bytes("etude.verbatim")
    let text = try #require(bytes.range(of: Data("On perd le lien avec".utf8)))
    bytes.replaceSubrange(text, with: Data("On perd le bien avec".utf8))
    try place.folder.write(bytes, to: "etude.verbatim")
    let run = try Binary.run(["backup", "copie.verbatim"], in: place.folder)
    #expect(run.stdout == "Copie écrite : copie.verbatim\n" && run.code == 65)
    #expect(
      run.stderr == """
        error: copie.verbatim : copie d'un projet endommagé, gardée telle quelle
        Ce qui l'est : verbatim check -p etude.verbatim ; gardez aussi vos copies plus anciennes.

        """)
    for project in ["etude.verbatim", "copie.verbatim"] {
      let check = try Binary.run(["check", "-p", project], in: place.folder)
      #expect(check.stdout.contains("réponse R2/q1 : son texte n'est plus celui"))
    }
  }

  @Test("A project written by a newer version is left alone")
  func newer() throws {
    // The name of the tables' version stands in the file; another one is a version yet to come.
    var data = try place.folder.bytes("etude.verbatim")
    let name = Data("1 survey, codebook, codings, history, index".utf8)
    var count = 0
    while let range = data.range(of: name) {
      data[range.lowerBound] = UInt8(ascii: "9")
      count += 1
    }
    try #require(count > 0)
    try place.folder.write(data, to: "etude.verbatim")
    try place.expect(
      "info", error: "etude.verbatim : projet écrit par une version plus récente de Verbatim",
      hint: "Mettez Verbatim à jour ; rien n'a été touché.", code: 65)
    try place.expect(
      "code", "charge", "R2/q1",
      error: "etude.verbatim : projet écrit par une version plus récente de Verbatim", code: 65)
  }

  @Test("A protected project can be read and not changed")
  func readOnly() throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: place.folder("etude.verbatim"))
    for arguments in [
      ["code", "charge", "R2/q1"], ["uncode", "charge", "R1/q1", "--coder", "anna"], ["autocode"], ["undo"],
      ["memo", "add", "x"], ["coders", "add", "x"], ["coders", "use", "x"],
    ] {
      let before = try place.folder.contents
      let run = try Binary.run(arguments, in: place.folder)
      #expect(
        run.stderr
          == "error: etude.verbatim : projet en lecture seule, rien n'a été changé\nCopiez-le, ou rendez-le modifiable.\n",
        "\(arguments)")
      #expect(run.code == 74)
      #expect(run.stdout == "")
      #expect(try place.folder.contents == before)
    }
    #expect(try Binary.run(["count", "lien", "--format", "tsv"], in: place.folder).code == 0)
    #expect(try Binary.run(["check"], in: place.folder).code == 0)
    #expect(
      try Binary.run(["info"], in: place.folder).stdout.hasPrefix(
        "etude.verbatim · 3\u{A0}répondants · 5\u{A0}réponses · "))
    #expect(try Binary.run(["info"], in: place.folder).stdout.contains(" · lecture seule\n"))
  }

  @Test("Nothing is created over what is there, nor where nothing can be")
  func create() throws {
    try place.expect("new", "etude", error: "etude.verbatim : ce fichier existe déjà", code: 73)
    try place.expect("backup", "etude.verbatim", error: "etude.verbatim : ce fichier existe déjà", code: 73)
    try place.expect(
      "new", "absent/etude", error: "absent/etude.verbatim : impossible de créer ce fichier",
      hint: "Le dossier existe-t-il, et avez-vous le droit d'y écrire ?", code: 73)
    try place.expect(
      "backup", "absent/x.verbatim", error: "absent/x.verbatim : impossible de créer ce fichier", code: 73)
    try place.folder.write(BadInput.survey, to: "s.csv")
    try place.expect(
      "import", "s.csv", "-p", "absent/x.verbatim",
      error: "absent/x.verbatim : impossible de créer ce fichier", code: 73)
  }

  @Test("Several imports into one project that is not there yet: all are in it, each an act")
  func importsAtOnce() throws {
    let empty = try BadInput(study: false)
    let folder = empty.folder
    var processes: [Binary.Process] = []
    for number in 0..<4 {
      try folder.write("id;q1\nR\(number);Une réponse.\nS\(number);Une autre.\n", to: "\(number).csv")
    }
    for number in 0..<4 {
      processes.append(
        try Binary.Process(
          ["import", "\(number).csv", "-p", "P.verbatim"], in: folder.path,
          files: [0: "/dev/null", 1: folder("sortie\(number)"), 2: folder("erreurs\(number)")]))
    }
    for number in processes.indices {
      #expect(processes[number].wait(timeout: 120) == 0)
      #expect(try folder.read("erreurs\(number)") == "")
    }
    let check = try Binary.run(["check", "-p", "P.verbatim"], in: folder)
    // An index that one of them found out of date is renewed when it is next needed.
    #expect(check.code == 0 && check.stdout.hasSuffix("Projet intact : 8\u{A0}réponses, 0\u{A0}codage\n"))
    #expect(try Binary.run(["count", "réponse", "-p", "P.verbatim"], in: folder).stdout.contains("4"))
    #expect(try folder.names.filter { $0.contains("verbatim") } == ["P.verbatim"])
  }

  @Test("Nothing to undo, nothing to do again")
  func undo() throws {
    try place.expect("redo", error: "rien à rétablir", code: 65)
    let empty = try BadInput(study: false)
    _ = try Binary.run(["new", "vide"], in: empty.folder)
    try empty.expect("undo", "--lang", "en", error: "nothing to undo", code: 65)
  }

  @Test("A project without what a command needs says what to begin with")
  func nothingToDo() throws {
    let empty = try BadInput(study: false)
    _ = try Binary.run(["new", "vide"], in: empty.folder)
    try empty.expect(
      "codebook", error: "le projet n'a aucun code",
      hint: "Commencez par : verbatim codebook import CODES.yaml", code: 65)
    try empty.expect("autocode", error: "aucun code n'a de règle", code: 65)
    #expect(
      try Binary.run(["count", "lien", "--format", "table"], in: empty.folder).stdout
        == "0\u{A0}occurrence · 0\u{A0}réponse · 0\u{A0}répondant sur 0\n")
    #expect(try Binary.run(["check"], in: empty.folder).code == 0)
  }
}

import Foundation
import Testing

@Suite("Bad input: arguments and outputs") struct BadUsageTests {
  private let place: BadInput

  init() throws {
    place = try BadInput()
  }

  @Test("Arguments missing, unknown or out of place")
  func arguments() throws {
    try place.expect("code", "charge", error: "il manque l'argument '<réponse>'", code: 64)
    try place.expect(
      "kwik", "lien", error: "aucune commande « kwik »", hint: "Vouliez-vous dire « kwic » ?", code: 64)
    try place.expect(
      "zzz", "--lang", "en", error: "no command 'zzz'",
      hint: "The list: verbatim help; to look for a word: verbatim search WORD", code: 64)
    try place.expect("kwic", error: "il manque l'argument '<requête> ...'", code: 64)
    try place.expect(
      "coders", "mark", "seen:anaïs", error: "aucune réponse « seen:anaïs »",
      hint: "Une requête ? Écrivez : --where 'seen:anaïs'", code: 65)
    try place.expect(
      "coders", "mark", "question:q2", "--lang", "en", error: "no answer 'question:q2'",
      hint: "A query? Write: --where 'question:q2'", code: 65)
    try place.expect("coders", "mark", "R9", error: "aucun répondant « R9 »", code: 65)
    try place.expect(
      "repl", "--coder", "autocode", error: "le nom « autocode » est réservé au programme",
      hint: "Choisissez un autre nom : --coder NOM", code: 64)
    try place.expect("count", "lien", "--limite", "3", error: "option inconnue : '--limite'", code: 64)
    try place.expect("crosstab", "charge", error: "il manque l'argument '--by <variable>'", code: 64)
    try place.expect(
      "info", "de", "trop", "--lang", "en", error: "2 unexpected arguments: 'de', 'trop'", code: 64)
    try place.expect("kwic", "lien", "--from=-3", error: "--from doit être au moins 0", code: 64)
    try place.expect("kwic", "lien", "--limit=-1", error: "--limit doit être au moins 0", code: 64)
    try place.expect("search", "lien", "--limit=-1", error: "--limit doit être au moins 0", code: 64)
    try place.expect("kwic", "lien", "--page", "0", error: "--page doit être au moins 1", code: 64)
    try place.expect(
      "kwic", "lien", "--page", "2", "--from", "5", error: "--page et --from s'excluent", code: 64)
    try place.expect("kwic", "lien", "--sample", "0", error: "--sample doit être au moins 1", code: 64)
    try place.expect(
      "kwic", "lien", "--sort", "grupe", error: "aucune variable « grupe »",
      hint: "Vouliez-vous dire « groupe » ?", code: 65)
    try place.expect(
      "kwic", "lien", "--sort", "gauche",
      error:
        "--sort : « gauche » n'est pas un ordre : answer, left, right, hit, random, question, code ou une variable",
      code: 64)
    try place.expect(
      "cooccurrences", "codes", "--unit", "phrase",
      error:
        "la valeur 'phrase' ne convient pas à '--unit <unité>' ; choisissez parmi 'answer', 'sentence', 'overlap' ou 'window:5'.",
      code: 64)
    try place.expect(
      "collocates", "lien", "--unit", "phrase",
      error:
        "la valeur 'phrase' ne convient pas à '--unit <window|sentence>' ; choisissez parmi 'window' ou 'sentence'.",
      code: 64)
    try place.expect(
      "crosstab", "--by", "groupe", "--coder", "zoé,luc martin", error: "aucun codeur « zoé,luc martin »",
      hint: "Un nom à la fois : --coder zoé --coder 'luc martin'", code: 65)
    try place.expect("frequencies", "--top=-1", error: "--top doit être au moins 0", code: 64)
    try place.expect("count", "lien", "--top=-1", error: "--top doit être au moins 0", code: 64)
    try place.expect("cooccurrences", "words", "--top=-1", error: "--top doit être au moins 0", code: 64)
    try place.expect("collocates", "lien", "--top=-1", error: "--top doit être au moins 0", code: 64)
    try place.expect("history", "--limit=-1", error: "--limit doit être au moins 0", code: 64)
    try place.expect("excerpts", "--limit=-1", error: "--limit doit être au moins 0", code: 64)
    try place.expect("autocode", "--samples=-1", error: "--samples doit être au moins 0", code: 64)
    try place.expect("frequencies", "--min=-1", error: "--min doit être au moins 0", code: 64)
    try place.expect(
      "cooccurrences", "words", "--min-pair=-1", error: "--min-pair doit être au moins 0", code: 64)
    try place.expect(
      "collocates", "lien", "--window", "0", error: "une fenêtre de 0 ne contient rien", code: 64)
    try place.expect("collocates", "lien", "--left", "1001", error: "--left est d'au plus 1000", code: 64)
    try place.expect(
      "collocates", "lien", "--unit", "sentence", "--window", "3",
      error: "--unit sentence exclut --window, --left et --right", code: 64)
    try place.expect(
      "collocates", "code:charge", error: "cette requête trouve des réponses, non des mots",
      hint: "Mettez-y un mot, comme : lien ET code:\"…\"", code: 65)
    try place.expect(
      "count", "code:charge", "--by", "lemma", error: "cette requête trouve des réponses, non des mots",
      hint: "Mettez-y un mot, comme : lien ET code:\"…\"", code: 65)
    try place.expect(
      "specificities", "--by", "question", "--code", "charge", error: "--code et --by question s'excluent",
      code: 64)
    try place.expect(
      "specificities", "--by", "question", "--threshold=-1", error: "--threshold doit être au moins 0",
      code: 64)
    try place.expect(
      "count", "lien", "--by", "groupe", "--breaks", "5",
      error: "les valeurs de « groupe » ne sont pas des nombres",
      hint: "--breaks ne vaut que pour des nombres.", code: 65)
    try place.expect(
      "count", "lien", "--by", "groupe", "--breaks", "10,5",
      error: "--breaks : « 10,5 » n'est pas une suite de nombres croissants, comme 5,10,20", code: 64)
    try place.expect(
      "frequencies", "--pos", "NOM",
      error:
        "--pos : « NOM » n'est pas une catégorie : ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X",
      hint: "Vouliez-vous dire « NOUN » ?", code: 64)
    try place.expect(
      "cooccurrences", "words", "--unit", "overlap",
      error: "--unit : « overlap » n'est pas une unité des mots : answer, sentence, window:N", code: 64)
    try place.expect(
      "cooccurrences", "codes", "--coder", "anna", "--count", "pairs",
      error: "--count : « pairs » n'est pas possible qu'avec --unit overlap ou window:N", code: 64)
    try place.expect(
      "memo", "remove", "99", error: "memo remove : « 99 » n'est pas le numéro d'un mémo", code: 64)
  }

  @Test("Output files that cannot be, or are of no known kind")
  func files() throws {
    try place.expect("codings", "-o", "absent/x.csv", error: "absent/x.csv : impossible d'écrire", code: 73)
    try place.expect(
      "excerpts", "--to", "absent/x.html", error: "absent/x.html : impossible d'écrire", code: 73)
    try place.expect("export", "absent/x.csv", error: "absent/x.csv : impossible d'écrire", code: 73)
    try place.expect(
      "codebook", "export", "absent/x.yaml", error: "absent/x.yaml : impossible d'écrire", code: 73)
    try place.expect("count", "lien", "-o", "/", error: "/ : impossible d'écrire", code: 73)
    try place.expect(
      "excerpts", "--to", "x.docx",
      error: "--to : « x.docx » n'est pas un fichier .csv, .tsv, .md, .html ou .jsonl",
      code: 64)
    try place.expect(
      "export", "x.xml", error: "export : « x.xml » n'est pas un fichier .csv ou .tsv", code: 64)
  }

  @Test("Standard output closed: that is said, and nothing is written elsewhere")
  func closedOutput() throws {
    for arguments in [
      ["info"], ["count", "lien"], ["codings"], ["excerpts"], ["codebook", "export"], ["check"],
    ] {
      let before = try place.folder.contents
      let run = try Binary.run(arguments, in: place.folder, closing: [1])
      #expect(run.stderr == "error: la sortie : impossible d'écrire\n", "\(arguments)")
      #expect(run.code == 74, "\(arguments)")
      #expect(try place.folder.contents == before)
    }
  }

  @Test("With every descriptor closed, what is coded is coded and the project is whole")
  func everythingClosed() throws {
    let run = try Binary.run(["code", "charge", "R3/q1"], in: place.folder, closing: [0, 1, 2])
    #expect(run.code == 74)
    #expect(try Binary.run(["check"], in: place.folder).code == 0)
    #expect(try Binary.run(["codings", "--answer", "R3/q1"], in: place.folder).stdout.contains("charge"))
    #expect(try place.folder.names == ["etude.verbatim"])
  }

  @Test("Standard output on a full device: that is said")
  func fullOutput() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("", to: "in")
    var process = try Binary.Process(
      ["codings"], in: place.folder.path, files: [0: scratch("in"), 1: "/dev/full", 2: scratch("err")])
    #expect(process.wait(timeout: 60) == 74)
    #expect(try scratch.read("err") == "error: la sortie : impossible d'écrire\n")
  }
}

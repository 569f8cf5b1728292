import Workbench

extension ErrorReport {
  /// Words an error of a reader of files, which come with their path in a ``FileError``.
  init?(interchange error: any Error) {
    switch error {
    case let error as FileError: self = Self.report(error.underlying, path: error.path)
    default: return nil
    }
  }

  private static func report(_ error: any Error, path: String) -> ErrorReport {
    switch error {
    case let error as SurveyError: wording(error, path)
    case let error as DelimitedError: wording(error, path)
    case let error as CodingFileError: wording(error, path)
    case let error as CodebookFileError: wording(error, path)
    case let error as AnnotatedFileError: wording(error, path)
    default: ErrorReport(error)
    }
  }

  private static func wording(_ error: InputFileError, _ path: String) -> ErrorReport {
    switch error {
    case .missing: ErrorReport(say("\(path) : ce fichier n'existe pas", "\(path): no such file"), code: 66)
    case .isDirectory: ErrorReport(say("\(path) : c'est un dossier", "\(path): this is a folder"), code: 66)
    case .notPermitted:
      ErrorReport(
        say("\(path) : vous n'avez pas le droit de lire ce fichier", "\(path): you may not read this file"),
        code: 66)
    case .unreadable: ErrorReport(say("\(path) : lecture impossible", "\(path): cannot be read"), code: 74)
    }
  }

  static func wording(_ error: DelimitedError, _ path: String) -> ErrorReport {
    func bad(_ line: Int?, _ column: Int?, _ french: String, _ english: String, _ hint: String? = nil)
      -> ErrorReport
    {
      let place = [path] + [line, column].compactMap { $0 }.map(String.init)
      return ErrorReport(place.joined(separator: ":") + ": " + say(french, english), hint: hint, code: 65)
    }
    switch error {
    case .file(let error): return wording(error, path)
    case .foreignFormat(let format):
      return bad(
        nil, nil, "ce fichier est \(name(format, .fr)), pas du texte",
        "this file is \(name(format, .en)), not text", hint(format))
    case .notText:
      return bad(
        nil, nil, "ce fichier n'est pas du texte", "this file is not text",
        say("Il faut un CSV ou un TSV.", "A CSV or TSV is needed."))
    case .empty: return bad(nil, nil, "ce fichier est vide", "this file is empty")
    case .headerOnly:
      return bad(nil, nil, "des noms de colonnes, mais aucune ligne", "column names, but no rows")
    case .invalidText(let encoding, let line, let column):
      return bad(
        line, column, "octets impossibles en \(encoding.rawValue)",
        "bytes that cannot be in \(encoding.rawValue)",
        say("Enregistrez le fichier en UTF-8, puis recommencez.", "Save the file as UTF-8, then try again."))
    case .duplicateColumn(let name, let first, let second):
      return bad(
        1, second, "la colonne \(quoted(name)) figure déjà en \(first)",
        "the column \(quoted(name)) is there already, as column \(first)",
        say("Renommez-en une.", "Rename one of them."))
    case .unnamedColumn(let line, let column):
      return bad(
        line, column, "une cellule remplie dans une colonne sans nom",
        "a filled cell in a column without a name",
        say("Nommez cette colonne sur la première ligne.", "Name this column on the first line."))
    case .cellCount(let line, let expected, let found):
      return bad(
        line, min(found, expected) + 1, "\(found) cellule(s) au lieu de \(expected)",
        "\(found) cell(s) instead of \(expected)",
        found < expected
          ? say("Une ligne coupée, ou un séparateur qui manque ?", "A broken line, or a missing delimiter?")
          : say(
            "Un texte qui contient le séparateur doit être entre guillemets.",
            "Text that holds the delimiter must be in quotes."))
    case .unclosedQuote(let line, let column):
      return bad(
        line, column, "guillemet jamais fermé", "this quote is never closed",
        say(
          "Fermez-le ; un guillemet dans un texte s'écrit deux fois (\"\").",
          "Close it; a quote inside text is written twice (\"\")."))
    case .textAfterQuote(let line, let column):
      return bad(
        line, column, "du texte après le guillemet fermant", "text after the closing quote",
        say(
          "Un guillemet dans un texte s'écrit deux fois (\"\").",
          "A quote inside text is written twice (\"\")."))
    case .cellTooLarge(let line, let column):
      return bad(
        line, column, "cellule de plus de 16 Mo", "a cell of more than 16 MB",
        say("Un guillemet qui manque ?", "A missing quote?"))
    }
  }

  private static func name(_ format: ForeignFormat, _ language: Language) -> String {
    switch format {
    case .xlsx: language == .fr ? "un classeur Excel" : "an Excel workbook"
    case .ods: language == .fr ? "un classeur OpenDocument" : "an OpenDocument spreadsheet"
    case .docx: language == .fr ? "un document Word" : "a Word document"
    case .odt: language == .fr ? "un texte OpenDocument" : "an OpenDocument text"
    case .zip: language == .fr ? "une archive zip" : "a zip archive"
    case .oldOffice: language == .fr ? "un ancien document Office" : "an old Office document"
    case .sqlite: language == .fr ? "une base SQLite" : "an SQLite database"
    case .pdf: language == .fr ? "un PDF" : "a PDF"
    case .compressed: language == .fr ? "un fichier compressé" : "a compressed file"
    case .image: language == .fr ? "une image" : "an image"
    }
  }

  private static func hint(_ format: ForeignFormat) -> String {
    switch format {
    case .xlsx, .ods, .oldOffice:
      say(
        "Enregistrez-le en CSV (UTF-8) depuis le tableur, puis recommencez.",
        "Save it as CSV (UTF-8) from the spreadsheet, then try again.")
    case .zip, .compressed: say("Décompressez-le d'abord.", "Unpack it first.")
    case .sqlite:
      say("Un projet s'ouvre par -p FICHIER.verbatim.", "A project is opened with -p FILE.verbatim.")
    default: say("Il faut un CSV ou un TSV.", "A CSV or TSV is needed.")
    }
  }

  private static func wording(_ error: SurveyError, _ path: String) -> ErrorReport {
    switch error {
    case .text(let error): return wording(error, path)
    case .unknownColumn(let name, let near):
      return ErrorReport(
        say("\(path) : aucune colonne \(quoted(name))", "\(path): no column \(quoted(name))"),
        hint: Self.near(near.first)
          ?? say("Les colonnes : verbatim import --dry-run", "The columns: verbatim import --dry-run"),
        code: 64)
    case .ambiguousColumn(let name, let matches):
      return ErrorReport(
        say("\(path) : plusieurs colonnes \(quoted(name))", "\(path): several columns \(quoted(name))"),
        hint: matches.map(quoted).joined(separator: ", "), code: 64)
    case .columnUsedTwice(let name):
      return ErrorReport(
        say(
          "\(path) : la colonne \(quoted(name)) a deux rôles",
          "\(path): the column \(quoted(name)) has two roles"), code: 64)
    case .questionColumnWithSeveralAnswers:
      return ErrorReport(
        say(
          "--question demande une seule colonne de réponses", "--question takes a single column of answers"),
        hint: say(
          "Ou bien chaque question a sa colonne, ou bien une colonne nomme la question.",
          "Either each question has its column, or a column names the question."), code: 64)
    case .noAnswers:
      return ErrorReport(
        say(
          "\(path) : aucune colonne ne ressemble à des réponses ouvertes",
          "\(path): no column looks like open-ended answers"),
        hint: say(
          "Dites laquelle : --answers COLONNE ; pour des codages faits ailleurs : --as codings",
          "Say which: --answers COLUMN; for codings made elsewhere: --as codings"), code: 65)
    case .missingRespondent(let line, let column, let name):
      return ErrorReport(
        "\(path):\(line):\(column): "
          + say("pas d'identifiant (colonne \(quoted(name)))", "no identifier (column \(quoted(name)))"),
        hint: say(
          "Rien n'a été importé. Une autre colonne ? --respondent COLONNE",
          "Nothing was imported. Another column? --respondent COLUMN"), code: 65)
    case .missingQuestion(let line, let column, let name):
      return ErrorReport(
        "\(path):\(line):\(column): "
          + say(
            "une réponse sans question (colonne \(quoted(name)))",
            "an answer without its question (column \(quoted(name)))"), code: 65)
    case .badWeight(let line, let column, let name):
      return ErrorReport(
        "\(path):\(line):\(column): "
          + say(
            "le poids (colonne \(quoted(name))) n'est pas un nombre positif",
            "the weight (column \(quoted(name))) is not a positive number"), code: 65)
    }
  }

  private static func wording(_ error: CodingFileError, _ path: String) -> ErrorReport {
    func bad(_ line: Int, _ column: Int, _ french: String, _ english: String) -> ErrorReport {
      ErrorReport("\(path):\(line):\(column): " + say(french, english), code: 65)
    }
    switch error {
    case .text(let error): return wording(error, path)
    case .missingColumn(let column):
      return ErrorReport(
        say(
          "\(path) : il manque la colonne \(column.rawValue)",
          "\(path): the column \(column.rawValue) is missing"),
        hint: say(
          "Un fichier de codages a les colonnes respondent, question, code, start, end, coder.",
          "A file of codings has the columns respondent, question, code, start, end, coder."), code: 65)
    case .missingRespondent(let line, let column, let name):
      return bad(
        line, column, "pas de répondant (colonne \(quoted(name)))", "no respondent (column \(quoted(name)))")
    case .missingCode(let line, let column, let name):
      return bad(line, column, "pas de code (colonne \(quoted(name)))", "no code (column \(quoted(name)))")
    case .badOffset(let line, let column, let name):
      return bad(
        line, column, "\(name) n'est pas un nombre entier à partir de 0",
        "\(name) is not a whole number from 0")
    case .badDate(let line, let column, let name):
      return bad(
        line, column, "\(name) n'est pas une date, comme 2026-11-22, 2026-11-22T10:30:00Z ou 22/11/2026",
        "\(name) is no date, such as 2026-11-22, 2026-11-22T10:30:00Z or 22/11/2026")
    case .halfRange(let line, let column, let name):
      return bad(
        line, column, "un début sans fin, ou une fin sans début (\(name))",
        "a start without an end, or the reverse (\(name))")
    case .backwardRange(let line, let column, _):
      return bad(line, column, "la fin n'est pas après le début", "the end is not after the start")
    }
  }

  private static func wording(_ error: CodebookFileError, _ path: String) -> ErrorReport {
    let position = error.position
    let place =
      position.line > 0
      ? "\(path):\(position.line):\(max(position.column, 1)): " : say("\(path) : ", "\(path): ")
    func bad(_ french: String, _ english: String, _ hint: String? = nil) -> ErrorReport {
      ErrorReport(place + say(french, english), hint: hint, code: 65)
    }
    switch error.problem {
    case .file(let error): return wording(error, path)
    case .text(let error): return wording(error, path)
    case .tooLarge: return bad("livre de codes de plus de 2 Mo", "a codebook of more than 2 MB")
    case .empty: return bad("ce fichier est vide", "this file is empty")
    case .syntax(let detail):
      let wording = YAMLErrorWording(detail)
      return ErrorReport(place + wording.message, hint: wording.hint, code: 65)
    case .alias:
      return bad("les alias de YAML (*, &) ne sont pas admis", "YAML aliases (*, &) are not allowed")
    case .unknownKey(let name, let near):
      return bad("clé inconnue \(quoted(name))", "unknown key \(quoted(name))", Self.near(near.first))
    case .repeatedKey(let name):
      return bad("la clé \(quoted(name)) figure deux fois", "the key \(quoted(name)) stands twice")
    case .missingKey(let name): return bad("il manque \(quoted(name))", "\(quoted(name)) is missing")
    case .wrongType(let key, let expected):
      let kind =
        switch expected {
        case .text: say("un texte", "text")
        case .list: say("une liste", "a list")
        case .mapping: say("des clés avec leurs valeurs", "keys with their values")
        }
      return bad("\(quoted(key)) demande \(kind)", "\(quoted(key)) needs \(kind)")
    case .missingName: return bad("un code sans nom", "a code without a name")
    case .longName(let length):
      return bad(
        "un nom de code de \(length) caractères ; il en faut \(CodeContent.longestName) au plus",
        "a code's name of \(length) characters; \(CodeContent.longestName) is the most")
    case .duplicateName(let name, let first):
      return bad(
        "le code \(quoted(name)) est déjà ligne \(first)",
        "the code \(quoted(name)) is on line \(first) already")
    case .duplicateID(let id, let first):
      return bad(
        "l'id \(quoted(id)) est déjà ligne \(first)", "the id \(quoted(id)) is on line \(first) already")
    case .badID(let id):
      return bad(
        "l'id \(quoted(id)) a d'autres signes que a-z, 0-9, - et _",
        "the id \(quoted(id)) has other signs than a-z, 0-9, - and _")
    case .badColour(let text):
      return bad(
        "\(quoted(text)) n'est pas une couleur, comme \"#c0392b\"",
        "\(quoted(text)) is no colour, such as \"#c0392b\"")
    case .unquotedColour:
      return bad(
        "une couleur s'écrit entre guillemets : \"#c0392b\"", "a colour is written in quotes: \"#c0392b\"")
    case .unknownParent(let name, let near):
      return bad("aucun code parent \(quoted(name))", "no parent code \(quoted(name))", Self.near(near.first))
    case .ambiguousParent(let name):
      return bad("plusieurs codes parents \(quoted(name))", "several parent codes \(quoted(name))")
    case .cycle(let names):
      let list = names.joined(separator: " → ")
      return bad("des codes placés sous eux-mêmes : \(list)", "codes that stand under themselves: \(list)")
    case .tooDeep:
      return bad("plus de \(CodebookLimits.depth) niveaux", "more than \(CodebookLimits.depth) levels")
    case .tooManyCodes:
      return bad("plus de \(CodebookLimits.codes) codes", "more than \(CodebookLimits.codes) codes")
    }
  }
}

extension ErrorReport {
  /// Words why the lexicon cannot be had.
  init(_ error: LexiconError) {
    switch error {
    case .missing(let paths):
      self.init(
        say(
          "le dictionnaire français de Hunspell n'est pas installé",
          "Hunspell's French dictionary is not installed"),
        hint: say(
          "Installez-le : apt-get install hunspell-fr (cherché : \(paths.first ?? ""))",
          "Install it: apt-get install hunspell-fr (looked for: \(paths.first ?? ""))"),
        code: 66)
    case .unreadable(let path):
      self.init(say("\(path) : dictionnaire illisible", "\(path): unreadable dictionary"), code: 65)
    }
  }

  /// Words what is wrong with an index.
  init(_: IndexError) {
    self.init(
      say("l'index est endommagé", "the index is damaged"),
      hint: say(
        "verbatim reindex le refait à partir des réponses ; rien n'est perdu.",
        "verbatim reindex makes it again from the answers; nothing is lost."), code: 65)
  }
}

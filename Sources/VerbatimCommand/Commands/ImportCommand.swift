import ArgumentParser
import Foundation
import Workbench

struct ImportCommand: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: say(
        "Importer une enquête (CSV, TSV), un corpus annoté (CoNLL-U, VRT), ou des codages faits ailleurs.",
        "Import a survey (CSV, TSV), an annotated corpus (CoNLL-U, VRT), or codings made elsewhere."),
      discussion: say(
        """
        L'encodage, le séparateur et le rôle des colonnes sont devinés, et montrés. Importer de nouveau le \
        même fichier n'ajoute rien ; un fichier complété ajoute ce qu'il a de nouveau. Sans projet dans le \
        dossier, il en est créé un, du nom du fichier. D'un corpus annoté, reconnu à son contenu, les mots, \
        lemmes et catégories sont gardés tels quels ; chaque texte (<text>, # newdoc) est une réponse.
        """,
        """
        The encoding, the delimiter and what the columns are is guessed, and shown. Importing the same file \
        again adds nothing; one with new rows adds just these. Where the folder has no project, one is \
        created, named after the file. Of an annotated corpus, known by its content, the words, lemmas and \
        parts of speech are kept as they are; each text (<text>, # newdoc) is an answer.
        """))
  }

  enum Content: String, CaseIterable, ExpressibleByArgument {
    case survey, codings, seen
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption

  @Argument(
    help: ArgumentHelp(say("Le fichier.", "The file."), valueName: say("fichier", "file")),
    completion: .file())
  var file: String

  @Option(
    help: ArgumentHelp(
      say(
        "Ce que le fichier contient : survey (sinon), codings ou seen (les réponses parcourues par chaque codeur).",
        "What the file holds: survey (if not said), codings or seen (the answers that each coder has gone through)."
      ),
      valueName: say("contenu", "content")))
  var `as`: Content?

  @Option(
    help: ArgumentHelp(say("La colonne de l'identifiant.", "The identifier's column."), valueName: "col"))
  var respondent: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Les colonnes des questions ouvertes, séparées par des virgules.",
        "The open questions' columns, separated by commas."),
      valueName: "col,…"))
  var answers: String?

  @Option(
    help: ArgumentHelp(
      say("Les colonnes des variables.", "The variables' columns."), valueName: "col,…"))
  var variables: String?

  @Option(help: ArgumentHelp(say("La colonne de la pondération.", "The weight's column."), valueName: "col"))
  var weight: String?

  @Option(
    help: ArgumentHelp(
      say(
        "La colonne qui nomme la question, quand chaque ligne est une réponse.",
        "The column that names the question, where each row is an answer."), valueName: "col"))
  var question: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Les colonnes d'un corpus VRT, si elles sont mal devinées : word,lemma,pos.",
        "The columns of a VRT corpus, where they are guessed wrong: word,lemma,pos."), valueName: "col,…"))
  var columns: String?

  @Flag(
    help: ArgumentHelp(
      say("Montrer ce qui est deviné, sans rien importer.", "Show what is guessed and import nothing.")))
  var dryRun = false

  @Flag(
    help: ArgumentHelp(
      say("Avec --as codings : créer les codes inconnus.", "With --as codings: make unknown codes.")))
  var createCodes = false

  func run(in session: Session) throws {
    switch `as` {
    case nil, .survey: try importSurvey(session)
    case .codings: try importCodings(session)
    case .seen: try importSeen(session)
    }
  }

  private var roles: SurveyRoles {
    SurveyRoles(
      respondent: respondent, answers: answers.map(ColumnList.names) ?? [],
      variables: variables.map(ColumnList.names),
      weight: weight, question: question)
  }

  /// Refuses a file that has the columns of one that is no survey, unless it is said to be one.
  private func refuseCodings(_ header: [String]) throws {
    guard `as` == nil, roles == SurveyRoles() else { return }
    if CodingFileReader.isCodings(header: header) {
      throw CommandError.codingsAsSurvey(path: file, content: Content.codings.rawValue)
    }
    if SeenFileReader.isSeen(header: header) {
      throw CommandError.codingsAsSurvey(path: file, content: Content.seen.rawValue)
    }
  }

  private func importSurvey(_ session: Session) throws {
    if ["yaml", "yml"].contains(FileName(file).ending) { throw CommandError.codebookAsSurvey(path: file) }
    if AnnotatedFormat.detect(path: file) != nil { return try importAnnotated(session) }
    let survey: SurveyImport
    do {
      survey = try SurveyImport(file, roles: roles)
      try refuseCodings(survey.header)
    } catch let error as SurveyError {
      if let header = try? DelimitedReader(path: file).header { try refuseCodings(header) }
      throw FileError(path: file, underlying: error)
    }
    if dryRun {
      try rehearse(survey, session)
      try session.print(SurveyGuessScreen(survey, answers: [:]).lines(session).joined(separator: "\n"))
      try session.print(say("Rien n'a été importé (--dry-run).", "Nothing was imported (--dry-run)."))
      return try noteSpoiltWeight(survey, session)
    }
    let (study, isNew) = try studyToFill(session)
    let start = Date()
    do {
      let outcome = try survey.run(into: study, coder: coder.coder ?? "")
      let seconds = Date().timeIntervalSince(start)
      let counts = Dictionary(outcome.questions.map { ($0.question.name, $0.answers) }, uniquingKeysWith: +)
      var lines = SurveyGuessScreen(survey, answers: counts, questions: outcome.questions.map(\.question))
        .lines(session)
      lines += Self.conclusion(
        outcome, study, isNew: isNew, seconds: session.terminal.isInteractive ? seconds : nil)
      try session.print(lines.joined(separator: "\n"))
      try noteSpoiltWeight(survey, session)
    } catch {
      if isNew { study.removeIfUnused() }
      if let error = error as? SurveyError { throw FileError(path: file, underlying: error) }
      throw error
    }
  }

  /// Refuses what the import would refuse, in the project that it would fill, else in an empty one that is gone afterwards.
  private func rehearse(_ survey: SurveyImport, _ session: Session) throws {
    do {
      if let path = try? pathToFill(session), FileManager.default.fileExists(atPath: path) {
        var options = common
        options.project = path
        return try survey.rehearse(in: session.study(options), coder: coder.coder ?? "")
      }
      try survey.rehearse(in: Study.forTrial(), coder: coder.coder ?? "")
    } catch let error as SurveyError {
      throw FileError(path: file, underlying: error)
    }
  }

  private func noteSpoiltWeight(_ survey: SurveyImport, _ session: Session) throws {
    guard let weight = survey.spoiltWeight else { return }
    let isVariable =
      if case .variable? = survey.guess.columns.first(where: { $0.index == weight.column - 1 })?.role {
        true
      } else {
        false
      }
    try session.note([
      "\(file):\(weight.line):\(weight.column): "
        + say(
          "« \(weight.name) » ressemble à une pondération, mais cette cellule n'est pas un nombre positif : colonne ",
          "'\(weight.name)' looks like a weight, but this cell is no positive number: the column is ")
        + (isVariable ? say("lue comme variable", "read as a variable") : say("laissée de côté", "left out"))
    ])
  }

  private func importAnnotated(_ session: Session) throws {
    let corpus: AnnotatedImport
    do {
      corpus = try AnnotatedImport(file, columns: columns.map(ColumnList.names))
    } catch {
      throw FileError(path: file, underlying: error)
    }
    var lines = AnnotatedScreen.lines(corpus, session)
    if dryRun {
      lines.append(say("Rien n'a été importé (--dry-run).", "Nothing was imported (--dry-run)."))
      return try session.print(lines.joined(separator: "\n"))
    }
    let (study, isNew) = try studyToFill(session)
    let start = Date()
    do {
      let outcome = try corpus.run(into: study, coder: coder.coder ?? "")
      let seconds = Date().timeIntervalSince(start)
      lines += Self.conclusion(
        outcome, study, isNew: isNew, seconds: session.terminal.isInteractive ? seconds : nil)
      try session.print(lines.joined(separator: "\n"))
    } catch {
      if isNew { study.removeIfUnused() }
      if let error = error as? AnnotatedFileError { throw FileError(path: file, underlying: error) }
      throw error
    }
  }

  /// The project named, else the folder's, else a new one named after the file.
  private func studyToFill(_ session: Session) throws -> (study: Study, isNew: Bool) {
    let path = try pathToFill(session)
    if !FileManager.default.fileExists(atPath: path) {
      do {
        let study = try Study(creating: path)
        session.keep(study)
        return (study, true)
      } catch ProjectError.alreadyExists {
        // Another process has just made it.
      }
    }
    var options = common
    options.project = path
    return (try session.study(options), false)
  }

  private func pathToFill(_ session: Session) throws -> String {
    do {
      return try common.project ?? (session.isREPL ? session.study(common).path : Session.defaultPath())
    } catch CommandError.noProject {
      let name = FileName(file).last
      return (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name) + ".verbatim"
    }
  }

  private static func conclusion(
    _ outcome: SurveyImport.Outcome, _ study: Study, isNew: Bool, seconds: Double?
  ) -> [String] {
    guard outcome.hasChanged else {
      return [
        say("Rien de nouveau : tout est déjà dans ", "Nothing new: all is already in ") + study.path + "."
      ]
    }
    let time = seconds.map { " · " + NumberWording.decimal($0, places: 1) + " s" } ?? ""
    var lines = [
      say("Importé dans ", "Imported into ") + study.path + say(" : ", ": ")
        + "\(outcome.newAnswers.answers), \(outcome.newRespondents.respondents)",
      say("Indexé : ", "Indexed: ") + "\(outcome.tokens.tokens)" + time,
    ]
    if outcome.newAnswers < outcome.answersRead {
      let known = outcome.answersRead - outcome.newAnswers
      lines[0] += say(" (\(known.answers) déjà là)", " (\(known.answers) there already)")
    }
    if isNew {
      let option = study.path.contains(" ") ? "\"\(study.path)\"" : study.path
      lines.append(
        say("Pour continuer : ", "To go on: ")
          + "verbatim codebook import CODES.yaml -p \(option)" + say("   ou   ", "   or   ")
          + "verbatim repl -p \(option)")
    }
    return lines
  }

  private func importSeen(_ session: Session) throws {
    let outcome: SeenImport.Outcome
    do {
      outcome = try SeenImport(session.study(common)).run(file, coder: coder.coder)
    } catch let error as CodingFileError {
      throw FileError(path: file, underlying: error)
    }
    var line =
      say("Importé : ", "Imported: ")
      + NumberWording.things(outcome.added, ("réponse vue", "réponses vues"), ("answer seen", "answers seen"))
    if outcome.identical > 0 {
      line += say(" (\(outcome.identical.answers) déjà là)", " (\(outcome.identical.answers) there already)")
    }
    if !outcome.coders.isEmpty {
      line += say(" · codeur : ", " · coder: ") + outcome.coders.joined(separator: ", ")
    }
    try session.print(line)
  }

  private func importCodings(_ session: Session) throws {
    let study = try session.study(common)
    let outcome: CodingImport.Outcome
    do {
      outcome = try CodingImport(study).run(file, createsCodes: createCodes, coder: coder.coder)
    } catch let error as CodingFileError {
      throw FileError(path: file, underlying: error)
    }
    var line = say("Importé : ", "Imported: ") + outcome.added.codings
    if outcome.identical > 0 {
      line += say(" (\(outcome.identical.codings) déjà là)", " (\(outcome.identical.codings) there already)")
    }
    if !outcome.coders.isEmpty {
      line += say(" · codeur : ", " · coder: ") + outcome.coders.joined(separator: ", ")
    }
    try session.print(line)
    if !outcome.newCodes.isEmpty {
      try session.print(say("Codes créés : ", "Codes made: ") + NumberWording.count(outcome.newCodes.count))
    }
  }
}

/// Lists of column names as options give them: separated by commas, a comma in a name between quotes.
enum ColumnList {
  static func names(_ text: String) -> [String] {
    var names = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == "," && !isQuoted {
        names.append("")
      } else {
        names[names.count - 1].append(character)
      }
    }
    return names.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}

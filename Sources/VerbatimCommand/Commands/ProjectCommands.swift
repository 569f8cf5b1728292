import ArgumentParser
import Workbench

struct NewCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new", abstract: say("Créer un projet vide.", "Create an empty project."))
  }

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp(
      say("Le fichier à créer ; « .verbatim » est ajouté.", "The file to create; '.verbatim' is added."),
      valueName: say("nom", "name")))
  var name: String

  func run(in session: Session) throws {
    let path = name.hasSuffix(".verbatim") ? name : name + ".verbatim"
    session.keep(try Study(creating: path))
    try session.print(say("Projet créé : ", "Project created: ") + path)
    try session.print(
      say("Pour continuer : verbatim import ENQUETE.csv -p ", "To go on: verbatim import SURVEY.csv -p ")
        + path)
  }
}

struct CheckCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say("Vérifier que le projet est intact.", "Check that the project is whole."),
      discussion: say(
        "Tout est relu : les pages du fichier, les renvois, le texte des réponses, les passages codés, l'historique, l'index.",
        "Everything is read: the file's pages, references, the answers' texts, coded ranges, history, index.")
    )
  }

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let report = try Checking(session.study(common)).run()
    for defect in report.defects { try session.print("  " + DefectWording.text(defect)) }
    if report.unverified > 0 {
      try session.print(
        say(
          "  sans somme de contrôle, enregistrées par une version antérieure : \(report.unverified.answers) ; "
            + "verbatim reindex note leur texte tel qu'il est",
          "  without a checksum, stored by an older version: \(report.unverified.answers); "
            + "verbatim reindex notes their texts as they are"))
    }
    switch report.index {
    case .right: break
    case .stale:
      try session.print(
        say(
          "  index à renouveler : ce sera fait automatiquement",
          "  the index is stale: it will be renewed by itself"))
    case .notCompared:
      try session.print(
        say(
          "  index non comparé là où des textes sont endommagés",
          "  the index was not compared where texts are damaged"))
    case .wrong:
      try session.print(
        say(
          "  index endommagé : verbatim reindex le refait",
          "  the index is damaged: verbatim reindex makes it again"))
    }
    guard report.isClean else {
      throw CommandError.defectsFound(report.defects.count + (report.index == .wrong ? 1 : 0))
    }
    try session.print(
      say("Projet intact : ", "The project is whole: ")
        + "\(report.answers.answers), \(report.codings.codings)")
  }
}

struct BackupCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "backup",
      abstract: say("Copier le projet dans un nouveau fichier.", "Copy the project to a new file."),
      discussion: say(
        "La copie est relue : si le projet est endommagé, elle est gardée telle quelle et la commande le dit.",
        "The copy is read again: where the project is damaged it is kept as it is, and the command says so."))
  }

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp(say("Le fichier à créer.", "The file to create."), valueName: say("fichier", "file")),
    completion: .file())
  var file: String

  func run(in session: Session) throws {
    let study = try session.study(common)
    let isWhole = try BackingUp(study).run(to: file)
    try session.print(say("Copie écrite : ", "Copy written: ") + file)
    if !isWhole { throw CommandError.copyDamaged(copy: file, project: study.path) }
  }
}

struct ReindexCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reindex",
      abstract: say("Refaire l'index à partir des réponses.", "Make the index again from the answers."))
  }

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let summary = try Indexing(session.study(common)).rebuild()
    try session.print(say("Indexé : ", "Indexed: ") + "\(summary.answers.answers), \(summary.tokens.tokens)")
  }
}

/// Words what a check found.
enum DefectWording {
  static func text(_ defect: ProjectDefect) -> String {
    switch defect {
    case .damagedPages(let count):
      say(
        "fichier endommagé en \(count) endroit(s) : repartez d'une sauvegarde",
        "file damaged in \(count) place(s): go back to a backup")
    case .danglingReference(let table, let row):
      say("\(table) \(row) renvoie à ce qui n'existe pas", "\(table) \(row) refers to what is not there")
    case .damagedText(let answer):
      say(
        "réponse \(answer) : son texte n'est plus celui qui a été enregistré ; repartez d'une sauvegarde",
        "answer \(answer): its text is no longer what was stored; go back to a backup")
    case .codingOutside(let answer, let coding):
      say(
        "codage \(coding.value) : sort de la réponse \(answer)",
        "coding \(coding.value): reaches out of the answer \(answer)")
    case .refusalOutside(let answer, let refusal):
      say(
        "refus \(refusal.value) : sort de la réponse \(answer)",
        "refusal \(refusal.value): reaches out of the answer \(answer)")
    case .sameName(let table, let name):
      say(
        "\(table) : le nom « \(name) » y est deux fois, sous deux formes d'Unicode",
        "\(table): the name '\(name)' stands twice, in two forms of Unicode")
    case .codeCycle(let key): say("code \(key) : placé sous lui-même", "code \(key): stands under itself")
    case .orphanMemo(let memo):
      say("mémo \(memo.value) : sur ce qui n'existe pas", "memo \(memo.value): on what is not there")
    case .incompleteAct(let act):
      say("acte \(act.value) : impossible à annuler", "act \(act.value): cannot be undone")
    case .wrongCount(let count):
      say(
        "nombre noté faux, \(name(of: count)) : verbatim reindex le refait",
        "a number written down is wrong, \(name(of: count)): verbatim reindex makes it again")
    }
  }

  private static func name(of count: SurveyCount) -> String {
    switch count {
    case .answers: say("réponses", "answers")
    case .respondents: say("répondants", "respondents")
    case .answeringRespondents: say("répondants avec une réponse", "respondents with an answer")
    }
  }
}

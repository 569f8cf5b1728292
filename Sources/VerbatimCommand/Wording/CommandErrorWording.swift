import Workbench

extension ErrorReport {
  /// Words how a command was called wrongly.
  init(_ error: CommandError) {
    switch error {
    case .noProject:
      self.init(
        say("aucun projet dans ce dossier", "no project in this folder"),
        hint: say(
          "Indiquez-en un par -p FICHIER.verbatim, ou créez-le : verbatim import ENQUETE.csv -p NOM.verbatim",
          "Name one with -p FILE.verbatim, or create one: verbatim import SURVEY.csv -p NAME.verbatim"),
        code: 66)
    case .severalProjects(let names):
      let list = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? "…" : "")
      self.init(
        say("plusieurs projets dans ce dossier : \(list)", "several projects in this folder: \(list)"),
        hint: say("Choisissez par -p FICHIER.", "Choose one with -p FILE."), code: 64)
    case .unknownCommand(let name, let near):
      self.init(
        say("aucune commande \(Self.quoted(name))", "no command \(Self.quoted(name))"),
        hint: Self.near(near)
          ?? say(
            "La liste : verbatim help ; pour chercher un mot : verbatim search MOT",
            "The list: verbatim help; to look for a word: verbatim search WORD"), code: 64)
    case .repeated(let option):
      self.init(
        say("\(option) figure plusieurs fois", "\(option) is given several times"),
        hint: say("Une commande pour chacun.", "One command for each."), code: 64)
    case .exclusive(let one, let other):
      self.init(say("\(one) et \(other) s'excluent", "\(one) and \(other) exclude each other"), code: 64)
    case .badValue(let option, let value, let expected):
      self.init(
        say(
          "\(option) : « \(value) » n'est pas \(expected)", "\(option): '\(value)' is not \(expected)"),
        code: 64)
    case .missing(let what):
      self.init(say("il manque \(what)", "\(what) is missing"), code: 64)
    case .queryAsAnswer(let query):
      self.init(
        say("aucune réponse \(Self.quoted(query))", "no answer \(Self.quoted(query))"),
        hint: say("Une requête ? Écrivez : --where '\(query)'", "A query? Write: --where '\(query)'"),
        code: 65)
    case .cannotWrite(let path):
      let name = path ?? say("la sortie", "the output")
      self.init(say("\(name) : impossible d'écrire", "\(name): cannot write"), code: path == nil ? 74 : 73)
    case .codebookAsSurvey(let path):
      self.init(
        say("\(path) : un livre de codes n'est pas une enquête", "\(path): a codebook is no survey"),
        hint: say(
          "Vouliez-vous dire : verbatim codebook import \(path)",
          "Did you mean: verbatim codebook import \(path)"),
        code: 64)
    case .codingsAsSurvey(let path, let content):
      let isSeen = content == "seen"
      self.init(
        say(
          "\(path) : \(isSeen ? "des réponses parcourues" : "des codages") et non une enquête, d'après les colonnes",
          "\(path): \(isSeen ? "answers gone through" : "codings") and no survey, by its columns"),
        hint: say(
          "Vouliez-vous dire : verbatim import \(path) --as \(content) (une enquête : --as survey)",
          "Did you mean: verbatim import \(path) --as \(content) (a survey: --as survey)"),
        code: 64)
    case .wouldReplaceProject(let path):
      self.init(
        say(
          "\(path) : c'est un projet, il ne sera pas remplacé",
          "\(path): this is a project, it will not be replaced"),
        hint: say(
          "Choisissez un autre nom ; rien n'a été touché.", "Choose another name; nothing was touched."),
        code: 73)
    case .defectsFound(let count):
      self.init(
        say(
          "\(NumberWording.count(count)) défaut(s) trouvé(s)", "\(NumberWording.count(count)) defect(s) found"
        ),
        code: 65)
    case .copyDamaged(let copy, let project):
      self.init(
        say(
          "\(copy) : copie d'un projet endommagé, gardée telle quelle",
          "\(copy): a copy of a damaged project, kept as it is"),
        hint: say(
          "Ce qui l'est : verbatim check -p \(project) ; gardez aussi vos copies plus anciennes.",
          "What is damaged: verbatim check -p \(project); keep your older copies, too."), code: 65)
    }
  }
}

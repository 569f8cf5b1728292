import Workbench

extension ErrorReport {
  /// Words what is wrong with a project file.
  init(_ error: ProjectError) {
    switch error {
    case .noSuchFile(let path):
      self.init(say("\(path) : ce fichier n'existe pas", "\(path): no such file"), code: 66)
    case .isDirectory(let path):
      self.init(
        say("\(path) : c'est un dossier, pas un projet", "\(path): this is a folder, not a project"), code: 66
      )
    case .notAFile(let path):
      self.init(
        say(
          "\(path) : ce n'est pas un fichier, mais un périphérique ou un tube",
          "\(path): this is no file but a device or a pipe"), code: 66)
    case .alreadyExists(let path):
      self.init(
        say("\(path) : ce fichier existe déjà", "\(path): this file exists already"),
        hint: say(
          "Choisissez un autre nom ; rien n'a été touché.", "Choose another name; nothing was touched."),
        code: 73)
    case .cannotCreate(let path):
      self.init(
        say("\(path) : impossible de créer ce fichier", "\(path): cannot create this file"),
        hint: say(
          "Le dossier existe-t-il, et avez-vous le droit d'y écrire ?",
          "Is the folder there, and may you write in it?"),
        code: 73)
    case .notSQLite(let path):
      self.init(
        say(
          "\(path) : ce fichier n'est pas un projet Verbatim", "\(path): this file is not a Verbatim project"),
        hint: say(
          "Un projet se crée par : verbatim import ENQUETE.csv -p NOM.verbatim",
          "A project is created by: verbatim import SURVEY.csv -p NAME.verbatim"), code: 65)
    case .notProject(let path):
      self.init(
        say(
          "\(path) : base SQLite d'un autre logiciel, pas un projet Verbatim",
          "\(path): an SQLite file of another program, not a Verbatim project"), code: 65)
    case .newerVersion(let path):
      self.init(
        say(
          "\(path) : projet écrit par une version plus récente de Verbatim",
          "\(path): project written by a newer version of Verbatim"),
        hint: say("Mettez Verbatim à jour ; rien n'a été touché.", "Update Verbatim; nothing was touched."),
        code: 65)
    case .readOnly(let path):
      self.init(
        say(
          "\(path) : projet en lecture seule, rien n'a été changé",
          "\(path): the project is read-only, nothing was changed"),
        hint: say("Copiez-le, ou rendez-le modifiable.", "Copy it, or make it writable."), code: 74)
    case .busy(let path):
      self.init(
        say(
          "\(path) : un autre verbatim est en train d'y écrire", "\(path): another verbatim is writing to it"),
        hint: say(
          "Attendez qu'il ait fini, puis recommencez.", "Wait until it has finished, then try again."),
        code: 74)
    case .diskFull(let path):
      self.init(
        say("\(path) : disque plein, rien n'a été changé", "\(path): the disk is full, nothing was changed"),
        hint: say("Libérez de la place, puis recommencez.", "Free some space, then try again."), code: 74)
    case .damaged(let path):
      self.init(
        say("\(path) : fichier endommagé", "\(path): the file is damaged"),
        hint: say("Repartez d'une sauvegarde.", "Go back to a backup."), code: 65)
    case .readOrWriteFailed(let path, let code):
      self.init(
        say(
          "\(path) : lecture ou écriture impossible (SQLite \(code))",
          "\(path): reading or writing failed (SQLite \(code))"),
        code: 74)
    }
  }

  /// Words why an act cannot be done.
  init(_ error: ActError) {
    switch error {
    case .nothingToUndo: self.init(say("rien à annuler", "nothing to undo"), code: 65)
    case .nothingToRedo: self.init(say("rien à rétablir", "nothing to redo"), code: 65)
    case .noSuchAct(let act):
      self.init(
        say("l'historique n'a pas d'acte \(act.value)", "the history has no act \(act.value)"),
        hint: say("La liste : verbatim history", "The list: verbatim history"), code: 65)
    case .notInForce(let act):
      self.init(
        say("l'acte \(act.value) est déjà annulé", "act \(act.value) is undone already"), code: 65)
    case .notUndone(let act):
      self.init(say("l'acte \(act.value) n'est pas annulé", "act \(act.value) is not undone"), code: 65)
    case .notUndoable(let act):
      self.init(
        say(
          "l'acte \(act.value) ne peut être ni annulé ni rétabli",
          "act \(act.value) can be neither undone nor redone"),
        hint: say(
          "C'est une annulation, un rétablissement, ou un acte dont il ne reste que la mention.",
          "It is an undoing, a redoing, or an act of which only the mention is left."), code: 65)
    case .dependentActs(let others, let act):
      let (list, isOne) = (Self.acts(others), others.count == 1)
      self.init(
        say(
          "l'acte \(act.value) ne peut pas être annulé : \(list) en \(isOne ? "dépend" : "dépendent")",
          "act \(act.value) cannot be undone: \(list) \(isOne ? "depends" : "depend") on it"),
        hint: say(
          "Pour l'annuler, commencez par : verbatim undo \(others.last?.value ?? 0)",
          "To undo it, start with: verbatim undo \(others.last?.value ?? 0)"), code: 65)
    case .conflictingActs(let others, let act):
      let (list, isOne) = (Self.acts(others), others.count == 1)
      self.init(
        say(
          "l'acte \(act.value) ne peut pas être rétabli : \(list) \(isOne ? "s'y oppose" : "s'y opposent")",
          "act \(act.value) cannot be redone: \(list) \(isOne ? "stands" : "stand") in the way"),
        hint: say(
          "On y a touché aux mêmes choses depuis, ou ce sur quoi il s'appuie est annulé : verbatim history",
          "The same things were touched since, or what it builds on is undone: verbatim history"), code: 65)
    case .stateForgotten(let act):
      self.init(
        say(
          "le livre de codes tel qu'il était après l'acte \(act.value) n'est plus connu",
          "the codebook as it was after act \(act.value) is no longer known"), code: 65)
    case .rangeOutside(let range, let length):
      self.init(
        say(
          "le passage \(range.start)-\(range.end) sort de la réponse, qui compte \(length) caractères",
          "the range \(range.start)-\(range.end) reaches out of the answer, which has \(length) characters"),
        code: 65)
    case .rangeEmpty: self.init(say("le passage est vide", "the range is empty"), code: 65)
    case .answerDiffers(let respondent, let question):
      self.init(
        say(
          "\(respondent) a déjà une autre réponse à \(question)",
          "\(respondent) already has another answer to \(question)"),
        hint: say(
          "Une réponse enregistrée ne change pas ; rien n'a été importé.",
          "A stored answer does not change; nothing was imported."), code: 65)
    case .valueDiffers(let respondent, let variable):
      self.init(
        say(
          "\(respondent) a déjà une autre valeur de \(variable)",
          "\(respondent) already has another value of \(variable)"),
        hint: say("Rien n'a été importé.", "Nothing was imported."), code: 65)
    case .codeExists(let name):
      self.init(
        say(
          "le code \(Self.quoted(name)) existe déjà à cet endroit",
          "the code \(Self.quoted(name)) exists already there"),
        code: 65)
    case .codeInUse(let name, let codings, let children):
      let below = NumberWording.things(
        children, ("sous-code", "sous-codes"), ("code under it", "codes under it"))
      let list = [codings > 0 ? codings.codings : nil, children > 0 ? below : nil].compactMap(\.self)
        .joined(separator: say(" et ", " and "))
      self.init(
        say(
          "le code \(Self.quoted(name)) porte encore \(list)",
          "the code \(Self.quoted(name)) still has \(list)"),
        hint: say(
          "Dites où ils vont : --codings-to CODE ou --with-codings ; --children-up ou --with-children.",
          "Say what becomes of them: --codings-to CODE or --with-codings; --children-up or --with-children."),
        code: 65)
    case .codeCycle(let name):
      self.init(
        say(
          "le code \(Self.quoted(name)) se retrouverait sous lui-même",
          "the code \(Self.quoted(name)) would stand under itself"), code: 65)
    }
  }

  /// Acts by number: `l'acte 3`, `les actes 3, 5 et 8`, at most a few of them.
  private static func acts(_ acts: [RowID<Act>]) -> String {
    let numbers = acts.prefix(8).map { String($0.value) }
    guard numbers.count > 1, let last = numbers.last else {
      return say("l'acte \(numbers.first ?? "")", "act \(numbers.first ?? "")")
    }
    let list = numbers.dropLast().joined(separator: ", ") + say(" et ", " and ") + last
    return say("les actes ", "acts ") + list + (acts.count > numbers.count ? "…" : "")
  }
}

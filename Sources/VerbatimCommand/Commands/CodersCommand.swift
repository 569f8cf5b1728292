import ArgumentParser
import Workbench

struct CodersCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "coders", abstract: say("Les codeurs, et qui code.", "The coders, and who codes."),
      subcommands: [
        CodersList.self, CodersAdd.self, CodersUse.self, CodersAssign.self, CodersUnassign.self,
        CodersProgress.self, CodersSeen.self, CodersMark.self,
      ], defaultSubcommand: CodersList.self)
  }
}

struct CodersList: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: say("La liste des codeurs.", "The list of coders."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions

  func run(in session: Session) throws {
    let lines = try CoderList(session.study(common)).lines()
    let table = DataTable(
      columns: ["coder", "codings", "answers", "hand", "rule", "import", "current"],
      rows: lines.map {
        [
          .text($0.name), .integer($0.codings), .integer($0.answers), .integer($0.hand), .integer($0.rule),
          .integer($0.imported), .integer($0.isCurrent ? 1 : 0),
        ]
      })
    try session.list(listing, table) {
      guard !lines.isEmpty else { return [say("Aucun codeur.", "No coder.")] }
      var text = TextTable(columns: [
        .init(heading: say("codeur", "coder")), .init(heading: say("codages", "codings"), alignment: .right),
        .init(heading: say("réponses", "answers"), alignment: .right),
        .init(heading: say("main", "hand"), alignment: .right),
        .init(heading: say("règle", "rule"), alignment: .right), .init(heading: "import", alignment: .right),
        .init(heading: ""),
      ])
      text.rows = lines.map { line in
        [line.name]
          + [line.codings, line.answers, line.hand, line.rule, line.imported].map {
            $0 == 0 ? "–" : NumberWording.count($0)
          }
          + [line.isCurrent ? say("code", "is coding") : ""]
      }
      return session.lines(text)
    }
  }
}

struct CodersAdd: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "add", abstract: say("Ajouter un codeur.", "Add a coder."))
  }

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp(say("Son nom.", "The name."), valueName: say("nom", "name")))
  var name: String

  func run(in session: Session) throws {
    let (isNew, name) = try CoderList(session.study(common)).add(name)
    try session.print(
      isNew ? say("Codeur ajouté : ", "Coder added: ") + name : say("Déjà là : ", "There already: ") + name)
  }
}

struct CodersUse: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "use", abstract: say("Dire une fois pour toutes qui code.", "Say once who codes."))
  }

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp(say("Son nom.", "The name."), valueName: say("nom", "name")))
  var name: String

  func run(in session: Session) throws {
    let name = try session.study(common).setCurrentCoder(name)
    try session.print(say("Qui code : ", "Who codes: ") + name)
  }
}

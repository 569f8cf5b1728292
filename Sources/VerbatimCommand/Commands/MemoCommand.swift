import ArgumentParser
import Workbench

struct MemoCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "memo",
      abstract: say("Les mémos : lister, écrire, retirer.", "Memos: list, write, take away."),
      subcommands: [MemoList.self, MemoAdd.self, MemoRemove.self], defaultSubcommand: MemoList.self)
  }
}

/// What a memo is on.
struct MemoSubjectOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Sur cette réponse ; list : et sur ses codages.", "On this answer; list: and on its codings."),
      valueName: say("réponse", "answer")))
  var answer: String?
  @Option(help: ArgumentHelp(say("Sur ce code.", "On this code."), valueName: "code"))
  var code: String?
  @Option(help: ArgumentHelp(say("Sur ce répondant.", "On this respondent."), valueName: "id"))
  var respondent: String?
  @Option(help: ArgumentHelp(say("Sur cette question.", "On this question."), valueName: "question"))
  var question: String?
  @Option(
    name: .customLong("on-coder"),
    help: ArgumentHelp(say("Sur ce codeur.", "On this coder."), valueName: say("nom", "name")))
  var onCoder: String?

  var subject: MemoKeeping.Subject? {
    if let answer { return .answer(answer) }
    if let code { return .code(code) }
    if let respondent { return .respondent(respondent) }
    if let question { return .question(question) }
    return onCoder.map { .coder($0) }
  }
}

struct MemoList: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: say("La liste des mémos.", "The list of memos."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var on: MemoSubjectOptions

  func run(in session: Session) throws {
    let lines = try MemoKeeping(session.study(common)).lines(on: on.subject)
    let table = DataTable(
      columns: ["number", "kind", "subject", "coder", "date", "text"],
      rows: lines.map {
        [
          .integer(Int($0.number)), .text($0.kind.rawValue), .text($0.subject), .text($0.coder),
          .text($0.date), .text($0.text),
        ]
      })
    try session.list(listing, table) {
      guard !lines.isEmpty else { return [say("Aucun mémo.", "No memo.")] }
      var text = TextTable(columns: [
        .init(heading: say("n°", "no."), alignment: .right), .init(heading: say("sur", "on")),
        .init(heading: say("codeur", "coder")),
        .init(heading: say("mémo", "memo"), mayShrink: true),
      ])
      text.rows = lines.map {
        [
          String($0.number), $0.subject.isEmpty ? say("le projet", "the project") : $0.subject, $0.coder,
          MergeNoteWording.shown($0.text).onOneLine,
        ]
      }
      return session.lines(text)
    }
  }
}

struct MemoAdd: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "add",
      abstract: say("Écrire un mémo ; sur le projet, sinon.", "Write a memo; else on the project."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var on: MemoSubjectOptions

  @Argument(help: ArgumentHelp(say("Le texte.", "The text."), valueName: say("texte", "text")))
  var text: String

  func run(in session: Session) throws {
    try MemoKeeping(session.study(common)).add(text, on: on.subject ?? .project, coder: coder.coder)
    try session.print(say("Mémo écrit.", "Memo written."))
  }
}

struct MemoRemove: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "remove", abstract: say("Retirer un mémo.", "Take a memo away."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption

  @Argument(help: ArgumentHelp(say("Son numéro.", "Its number."), valueName: say("numéro", "number")))
  var number: Int

  func run(in session: Session) throws {
    let wasThere = try MemoKeeping(session.study(common)).remove(Int64(number), coder: coder.coder)
    guard wasThere else {
      throw CommandError.badValue(
        option: "memo remove", value: String(number), expected: say("le numéro d'un mémo", "a memo's number"))
    }
    try session.print(say("Mémo retiré.", "Memo taken away."))
  }
}

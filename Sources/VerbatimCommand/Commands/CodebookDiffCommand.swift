import ArgumentParser
import Workbench

struct CodebookDiffCommand: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: say("Comparer deux états du livre de codes.", "Compare two states of the codebook."),
      discussion: say(
        "Un état est « now », le numéro d'un acte de l'historique (l'état juste après ; 0 : au début), une date (2026-11-22, à l'heure d'ici) ou un fichier YAML ou CSV.",
        "A state is `now`, the number of an act of the history (the state just after it; 0: at the start), a date (2026-11-22, in local time) or a YAML or CSV file."
      ))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp(say("L'état ancien.", "The older state."), valueName: say("ancien", "old")))
  var old: String

  @Argument(
    help: ArgumentHelp(
      say("L'état récent ; sinon le présent.", "The newer state; else the present one."),
      valueName: say("récent", "new")))
  var new: String = "now"

  func run(in session: Session) throws {
    let changes = CodebookDiff.changes(from: try tree(old, session), to: try tree(new, session))
    let table = DataTable(
      columns: ["change", "code", "key", "field", "before", "after"],
      rows: changes.map {
        [
          .text($0.kind.rawValue), .text($0.code), .text($0.key), TableValue($0.field), .text($0.before),
          .text($0.after),
        ]
      })
    try session.list(listing, table) {
      CodebookDiffScreen.lines(changes, session) + [CodebookDiffScreen.summary(changes)]
    }
  }

  private func tree(_ state: String, _ session: Session) throws -> CodebookTree {
    do {
      // Files need no project.
      if CodebookStates.isFile(state) { return try CodebookStates.file(state) }
      return try CodebookStates(session.study(common)).tree(state)
    } catch let error as CodebookFileError {
      throw FileError(path: state, underlying: error)
    }
  }
}

/// Differences of codebooks for reading.
enum CodebookDiffScreen {
  static func lines(_ changes: [CodebookChange], _ session: Session) -> [String] {
    let heads = changes.map { word($0.kind) }
    let width = heads.map(\.displayWidth).max() ?? 0
    return zip(changes, heads).flatMap { change, head in
      ["  " + head.padded(width) + "  " + line(change)] + texts(change, width + 4, session)
    }
  }

  static func word(_ kind: CodebookChange.Kind) -> String {
    switch kind {
    case .added: say("ajouté", "added")
    case .removed: say("supprimé", "removed")
    case .renamed: say("renommé", "renamed")
    case .moved: say("déplacé", "moved")
    case .reordered: say("replacé", "reordered")
    case .recoloured: say("recoloré", "recoloured")
    case .changed: say("modifié", "changed")
    }
  }

  /// What a field is called.
  static func field(_ name: String) -> String {
    switch name {
    case "title": say("titre", "title")
    case "description": say("description", "description")
    case "definition": say("définition", "definition")
    case "inclusion": say("inclure", "include")
    case "exclusion": say("exclure", "exclude")
    case "examples": say("exemples", "examples")
    case "rule": say("règle", "rule")
    case "colour": say("couleur", "colour")
    case "memo": say("mémo", "memo")
    default: name
    }
  }

  private static func line(_ change: CodebookChange) -> String {
    let top = say("(premier niveau)", "(top level)")
    func path(_ parent: String, _ name: String) -> String {
      parent.isEmpty ? name : parent + "/" + name
    }
    let (name, parent) = (change.path.last ?? "", change.path.dropLast().joined(separator: "/"))
    let none = say("aucune", "none")
    return switch change.kind {
    case .added, .removed: change.code
    case .renamed: "\(path(parent, change.before)) → \(change.code)"
    case .moved:
      "\(path(change.before, name)) → \(change.code)" + (change.after.isEmpty ? " " + top : "")
    case .reordered: "\(change.code) · \(change.before) → \(change.after)"
    case .recoloured:
      "\(change.code) · \(change.before.isEmpty ? none : change.before) → \(change.after.isEmpty ? none : change.after)"
    case .changed:
      (change.path.isEmpty ? say("livre de codes", "codebook") : change.code) + " · "
        + field(change.field ?? "")
    }
  }

  /// The text before and after, under the line.
  private static func texts(_ change: CodebookChange, _ indent: Int, _ session: Session) -> [String] {
    guard change.kind == .changed else { return [] }
    let width = session.terminal.width - indent - 2
    return [("−", change.before), ("+", change.after)].flatMap { sign, text in
      text.isEmpty
        ? []
        : Paragraph.lines(text, width: width).enumerated().map {
          String(repeating: " ", count: indent) + ($0 == 0 ? sign : " ") + " " + $1
        }
    }
  }

  /// How many differences there are of each kind.
  static func summary(_ changes: [CodebookChange]) -> String {
    let counts = CodebookChange.Kind.allCases.compactMap { kind -> String? in
      let count = changes.count { $0.kind == kind }
      guard count > 0 else { return nil }
      let plural = Language.current == .fr && count > 1 ? "s" : ""
      return "\(NumberWording.count(count)) \(word(kind))\(plural)"
    }
    return counts.isEmpty ? say("Aucune différence.", "No difference.") : counts.joined(separator: ", ")
  }
}

struct CodebookHistory: SessionCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "history",
      abstract: say(
        "Ce que le livre de codes, ou un code, est devenu, par qui et quand.",
        "What became of the codebook, or of a code, by whom and when."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp(say("Un code seulement.", "One code only."), valueName: "code"))
  var code: String?

  func run(in session: Session) throws {
    var filter = HistoryKeeping.Filter()
    filter.kinds = [.codebook, .importCodebook]
    filter.code = code
    try HistoryScreen.list(
      try HistoryKeeping(session.study(common)).acts(filter), listing, session,
      empty: say("Aucun acte ne correspond.", "No act matches."))
  }
}

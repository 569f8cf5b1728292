import ArgumentParser
import Workbench

/// Where a code is to stand among the codes of its parent.
struct PlaceOptions: ParsableArguments {
  @Flag(help: ArgumentHelp(say("En premier.", "First.")))
  var first = false

  @Flag(help: ArgumentHelp(say("En dernier.", "Last.")))
  var last = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(say("À ce rang, compté de 1.", "At this place, counted from 1."), valueName: "n"))
  var position: Int?

  @Option(help: ArgumentHelp(say("Juste avant ce code.", "Just before this code."), valueName: "code"))
  var before: String?

  @Option(help: ArgumentHelp(say("Juste après ce code.", "Just after this code."), valueName: "code"))
  var after: String?

  func validate() throws {
    try OptionChecks.atLeast(1, position, "--position")
    let given = [
      (first, "--first"), (last, "--last"), (position != nil, "--position"), (before != nil, "--before"),
      (after != nil, "--after"),
    ].filter(\.0).map(\.1)
    if given.count > 1 { throw OptionChecks.exclusive(given[0], given[1]) }
  }

  var place: CodebookEditing.Place? {
    if first { return .first }
    if last { return .last }
    return position.map { .position($0) } ?? before.map { .before($0) } ?? after.map { .after($0) }
  }
}

/// What is written of a code.
struct CodeTextOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(say("Ce qu'est le thème.", "What the theme is."), valueName: say("texte", "text")))
  var definition: String?

  @Option(help: ArgumentHelp(say("Quand le coder.", "When to code it."), valueName: say("texte", "text")))
  var inclusion: String?

  @Option(
    help: ArgumentHelp(
      say("Quand ne pas le coder, et que coder alors.", "When not to code it, and what to code instead."),
      valueName: say("texte", "text")))
  var exclusion: String?

  @Option(
    name: .customLong("example"),
    help: ArgumentHelp(
      say(
        "Un exemple (répétable ; ils remplacent les anciens).",
        "An example (repeatable; they replace the old ones)."),
      valueName: say("texte", "text")))
  var examples: [String] = []

  @Option(
    help: ArgumentHelp(
      say("La requête qu'autocode applique.", "The query that autocode applies."),
      valueName: say("requête", "query")))
  var rule: String?

  @Option(
    help: ArgumentHelp(say("Une note de l'équipe.", "A note of the team."), valueName: say("texte", "text")))
  var memo: String?

  @Option(
    help: ArgumentHelp(
      say("La couleur : #rrggbb, ou none.", "The colour: #rrggbb, or none."), valueName: "#rrggbb"))
  var colour: String?

  func texts() throws -> CodebookEditing.Texts {
    var texts = CodebookEditing.Texts()
    (texts.definition, texts.inclusion, texts.exclusion) = (definition, inclusion, exclusion)
    (texts.memo, texts.rule) = (memo, rule)
    if !examples.isEmpty { texts.examples = examples }
    if let colour { texts.colour = .some(try Self.colour(colour, "--colour")) }
    return texts
  }

  /// Notes what the rule names that the project does not know.
  func noteUnresolved(_ code: String, _ study: Study, _ session: Session) throws {
    guard let rule, let problem = try CodebookEditing(study).unresolved(rule, of: code) else { return }
    try session.note([ErrorReport(problem).sentence])
  }

  /// A colour as written; nil for none.
  static func colour(_ text: String, _ option: String) throws -> Colour? {
    if ["none", "aucune", ""].contains(text.lowercased()) { return nil }
    guard let colour = Colour(text) else {
      throw CommandError.badValue(
        option: option, value: text,
        expected: say("une couleur comme #aa0000, ni none", "a colour such as #aa0000, nor none"))
    }
    return colour
  }
}

/// Which code a command changes.
struct CodeArgument: ParsableArguments {
  @Argument(help: ArgumentHelp(say("Le code.", "The code."), valueName: "code"))
  var code: String
}

/// What a change of the codebook is answered with.
enum CodebookEditScreen {
  static func print(_ outcome: CodebookEditing.Outcome, _ done: String, _ session: Session) throws {
    guard outcome.hasChanged else {
      return try session.print(say("Rien n'a changé : ", "Nothing has changed: ") + outcome.code)
    }
    try session.print(done)
    try rewritten(outcome.rewritten, session)
    if let note = homonyms(outcome.homonyms) { try session.print("  " + note) }
  }

  /// How codes of the same name are to be called.
  static func homonyms(_ paths: [String]) -> String? {
    guard let first = paths.first, paths.count > 1 else { return nil }
    return say(
      "Ce nom se répète : dites « \(first) » pour celui-ci, « \(paths.dropFirst().joined(separator: " », « ")) » pour l'autre.",
      "This name repeats: say '\(first)' for this one, '\(paths.dropFirst().joined(separator: "', '"))' for the other."
    )
  }

  static func rewritten(_ codes: [String], _ session: Session) throws {
    guard !codes.isEmpty else { return }
    try session.print(
      say("  Règles qui le nommaient, adaptées : ", "  Rules that named it, adapted: ")
        + codes.joined(separator: ", "))
  }
}

struct CodebookAdd: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "add", abstract: say("Ajouter un code.", "Add a code."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var place: PlaceOptions
  @OptionGroup var texts: CodeTextOptions

  @Option(help: ArgumentHelp(say("Sous ce code.", "Under this code."), valueName: "code"))
  var under: String?

  @Argument(help: ArgumentHelp(say("Son nom.", "Its name."), valueName: say("nom", "name")))
  var name: String

  func run(in session: Session) throws {
    let outcome = try CodebookEditing(session.study(common)).add(
      name, under: under.map { .code($0) } ?? .top, place: place.place ?? .last, texts: texts.texts(),
      coder: coder.coder)
    try CodebookEditScreen.print(outcome, say("Code ajouté : ", "Code added: ") + outcome.code, session)
    try texts.noteUnresolved(outcome.code, session.study(common), session)
  }
}

struct CodebookRename: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rename",
      abstract: say("Renommer un code ; son id reste.", "Rename a code; its id stays."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var code: CodeArgument

  @Argument(help: ArgumentHelp(say("Son nouveau nom.", "Its new name."), valueName: say("nom", "name")))
  var name: String

  func run(in session: Session) throws {
    let outcome = try CodebookEditing(session.study(common)).rename(code.code, to: name, coder: coder.coder)
    try CodebookEditScreen.print(
      outcome, say("Renommé : ", "Renamed: ") + "\(code.code) → \(outcome.code)", session)
  }
}

struct CodebookMove: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "move",
      abstract: say(
        "Placer un code, avec ceux placés dessous, sous un autre.",
        "Move a code, with those under it, under another."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var place: PlaceOptions
  @OptionGroup var code: CodeArgument

  @Option(help: ArgumentHelp(say("Sous ce code.", "Under this code."), valueName: "code"))
  var under: String?

  @Flag(help: ArgumentHelp(say("Au premier niveau.", "To the top level.")))
  var top = false

  func validate() throws {
    if under != nil && top { throw OptionChecks.exclusive("--under", "--top") }
  }

  func run(in session: Session) throws {
    guard under != nil || top else {
      throw CommandError.missing(say("--under CODE ou --top", "--under CODE or --top"))
    }
    let outcome = try CodebookEditing(session.study(common)).move(
      code.code, under: under.map { .code($0) } ?? .top, place: place.place ?? .last, coder: coder.coder)
    try CodebookEditScreen.print(
      outcome,
      say("Déplacé : ", "Moved: ") + outcome.code
        + (under.map { say(", sous ", ", under ") + $0 } ?? say(", au premier niveau", ", to the top level")),
      session)
  }
}

struct CodebookReorder: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reorder",
      abstract: say(
        "Changer le rang d'un code parmi ceux du même niveau.", "Change a code's place among its siblings."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var place: PlaceOptions
  @OptionGroup var code: CodeArgument

  func run(in session: Session) throws {
    guard let place = place.place else {
      throw CommandError.missing(
        say(
          "le rang : --first, --last, --position N, --before CODE ou --after CODE",
          "the place: --first, --last, --position N, --before CODE or --after CODE"))
    }
    let outcome = try CodebookEditing(session.study(common)).reorder(code.code, place, coder: coder.coder)
    try CodebookEditScreen.print(outcome, say("Replacé : ", "Reordered: ") + outcome.code, session)
  }
}

struct CodebookRecolour: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "recolour", abstract: say("Changer la couleur d'un code.", "Change a code's colour."),
      aliases: ["recolor"])
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var code: CodeArgument

  @Argument(
    help: ArgumentHelp(
      say("La couleur : #rrggbb, ou none.", "The colour: #rrggbb, or none."), valueName: "#rrggbb"))
  var colour: String

  func run(in session: Session) throws {
    var texts = CodebookEditing.Texts()
    texts.colour = .some(try CodeTextOptions.colour(colour, "recolour"))
    let outcome = try CodebookEditing(session.study(common)).set(code.code, texts, coder: coder.coder)
    try CodebookEditScreen.print(
      outcome, say("Couleur : ", "Colour: ") + "\(outcome.code) → \(colour.lowercased())", session)
  }
}

struct CodebookSet: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "set",
      abstract: say(
        "Récrire ce qui est dit d'un code : définition, critères, règle…",
        "Write anew what is said of a code: definition, criteria, rule…"),
      discussion: say("Un texte vide ('') efface.", "An empty text ('') takes away."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var texts: CodeTextOptions
  @OptionGroup var code: CodeArgument

  func run(in session: Session) throws {
    let outcome = try CodebookEditing(session.study(common)).set(code.code, texts.texts(), coder: coder.coder)
    try CodebookEditScreen.print(outcome, say("Modifié : ", "Changed: ") + outcome.code, session)
    try texts.noteUnresolved(outcome.code, session.study(common), session)
  }
}

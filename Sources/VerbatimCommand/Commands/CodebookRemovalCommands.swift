import ArgumentParser
import Workbench

struct CodebookMerge: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "merge",
      abstract: say("Fusionner un code dans un autre.", "Merge a code into another."),
      discussion: say(
        "Codages, refus, mémos, sous-codes, exemples et règle passent à l'autre code. Deux passages d'un même codeur qui se recouvrent ou se touchent n'en font plus qu'un.",
        "Codings, refusals, memos, codes under it, examples and rule go to the other code. Two segments of one coder that overlap or touch become one."
      ))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var code: CodeArgument

  @Option(help: ArgumentHelp(say("Le code qui reste.", "The code that stays."), valueName: "code"))
  var into: String

  func run(in session: Session) throws {
    let outcome = try CodebookEditing(session.study(common)).merge(code.code, into: into, coder: coder.coder)
    let target = outcome.target ?? into
    try session.print(
      say("Fusionné : \(outcome.code) dans \(target)", "Merged: \(outcome.code) into \(target)")
        + RemovalScreen.counts(outcome))
    switch outcome.rule {
    case nil, .same?: break
    case .taken?: try session.print(say("  \(target) reprend sa règle.", "  \(target) takes its rule over."))
    case .joined?:
      try session.print(
        say("  La règle de \(target) réunit les deux.", "  The rule of \(target) joins both."))
    case .left?:
      try session.print(
        say(
          "  Sa règle ne se joint pas à celle de \(target), qui reste seule.",
          "  Its rule cannot be joined to that of \(target), which stays alone."))
    }
    try CodebookEditScreen.rewritten(outcome.rewritten, session)
  }
}

struct CodebookSplit: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "split",
      abstract: say("Scinder un code par une requête.", "Split a code by a query."),
      discussion: say(
        "Les passages où la requête trouve un mot passent à l'autre code, qui est créé au besoin ; une requête sans mot (métier:…, coder:…) prend ceux des réponses qu'elle trouve.",
        "The segments in which the query finds a word go to the other code, which is made where it is new; a query without words (job:…, coder:…) takes those of the answers that it finds."
      ))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var code: CodeArgument

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(say("La requête.", "The query."), valueName: say("requête", "query")))
  var query: String

  @Option(
    help: ArgumentHelp(
      say("Le code où vont les passages trouvés.", "The code that the segments found go to."),
      valueName: "code"))
  var into: String

  @Option(
    help: ArgumentHelp(
      say("Seulement les codages de ce codeur (répétable).", "Only this coder's codings (repeatable)."),
      valueName: say("nom", "name")))
  var codingsOf: [String] = []

  @Flag(
    help: ArgumentHelp(
      say("Dire ce qui serait fait, sans rien faire.", "Say what would be done and do nothing.")))
  var dryRun = false

  func run(in session: Session) throws {
    let study = try session.study(common)
    let (outcome, all) = try CodebookEditing(study).split(
      code.code, by: query, into: into, coders: codingsOf, isDryRun: dryRun, coder: coder.coder)
    let target = outcome.target ?? into
    let moved = NumberWording.count(outcome.codings)
    try session.print(
      say(
        "\(dryRun ? "Serait scindé" : "Scindé") : \(outcome.code) · \(moved) sur \(all.codings) à \(target)",
        "\(dryRun ? "Would be split" : "Split"): \(outcome.code) · \(moved) of \(all.codings) to \(target)")
        + RemovalScreen.united(outcome))
    let names = CodeNames(try CodebookListing(study).lines().map(\.code))
    if try names.code(called: code.code).content.rule != nil {
      try session.print(
        say(
          "  La règle de \(outcome.code) retrouverait ces passages : verbatim codebook set CODE --rule '…'",
          "  The rule of \(outcome.code) would find these segments again: verbatim codebook set CODE --rule '…'"
        ))
    }
  }
}

struct CodebookDelete: CoderCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "delete",
      abstract: say("Supprimer un code.", "Delete a code."),
      discussion: say(
        "Un code qui porte des codages ou des sous-codes n'est supprimé que si l'on dit où ils vont.",
        "A code that has codings or codes under it is deleted only where it is said what becomes of them."))
  }

  @OptionGroup var common: CommonOptions
  @OptionGroup var coder: CoderOption
  @OptionGroup var code: CodeArgument

  @Option(
    help: ArgumentHelp(
      say("Le code où vont ses codages.", "The code that its codings go to."), valueName: "code"))
  var codingsTo: String?

  @Flag(help: ArgumentHelp(say("Supprimer aussi ses codages.", "Delete its codings, too.")))
  var withCodings = false

  @Flag(
    help: ArgumentHelp(
      say("Faire remonter les sous-codes à sa place.", "Let the codes under it move up to its place.")))
  var childrenUp = false

  @Flag(help: ArgumentHelp(say("Supprimer aussi les sous-codes.", "Delete the codes under it, too.")))
  var withChildren = false

  func validate() throws {
    if codingsTo != nil && withCodings { throw OptionChecks.exclusive("--codings-to", "--with-codings") }
    if childrenUp && withChildren { throw OptionChecks.exclusive("--children-up", "--with-children") }
  }

  func run(in session: Session) throws {
    let outcome = try CodebookEditing(session.study(common)).delete(
      code.code, codings: codingsTo.map { .moved(to: $0) } ?? (withCodings ? .deleted : .none),
      children: childrenUp ? .moveUp : withChildren ? .deleted : .none, coder: coder.coder)
    try session.print(
      say("Supprimé : ", "Deleted: ") + outcome.code
        + RemovalScreen.counts(outcome, deletesChildren: withChildren))
    try CodebookEditScreen.rewritten(outcome.rewritten, session)
  }
}

/// What merging, splitting and deleting codes did.
enum RemovalScreen {
  /// - Parameter deletesChildren: what became of codes under a deleted one; nil for a merged one.
  static func counts(_ outcome: CodebookEditing.RemovalOutcome, deletesChildren: Bool? = nil) -> String {
    var text = ""
    if outcome.codings > 0 {
      text += " · " + outcome.codings.codings
      if let target = outcome.target {
        text += deletesChildren != nil ? say(" à \(target)", " to \(target)") : ""
      } else {
        text += say(outcome.codings > 1 ? " supprimés" : " supprimé", " deleted")
      }
      text += united(outcome)
    }
    if outcome.children > 0 {
      text +=
        " · "
        + NumberWording.things(
          outcome.children, ("sous-code", "sous-codes"), ("code under it", "codes under it"))
      let plural = outcome.children > 1 ? "s" : ""
      if let deletesChildren {
        text +=
          deletesChildren ? say(" supprimé\(plural)", " deleted") : say(" remonté\(plural)", " moved up")
      }
    }
    return text
  }

  static func united(_ outcome: CodebookEditing.RemovalOutcome) -> String {
    guard outcome.united > 0 else { return "" }
    let count = NumberWording.count(outcome.united)
    return say(
      ", dont \(count) \(outcome.united > 1 ? "réunis" : "réuni") à d'autres",
      ", \(count) of them united with others")
  }
}

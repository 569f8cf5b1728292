import ArgumentParser
import Workbench

/// Which page of a long listing.
struct PageOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("Combien de lignes ; 0 pour toutes.", "How many lines; 0 for all."), valueName: "n"))
  var limit: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("Combien de lignes sauter.", "How many lines to leave out at the start."), valueName: "n"))
  var from: Int = 0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      say("La page, de --limit lignes.", "The page, of --limit lines."), valueName: "n"))
  var page: Int?

  @Option(
    name: [.customLong("with"), .customLong("variables")],
    help: ArgumentHelp(
      say("Les variables à montrer à côté.", "The variables to show beside."), valueName: "variable,…"))
  var with: String?

  var columns: [String] { with.map(ColumnList.names) ?? [] }

  /// How many lines to leave out, and how many to show then.
  func range(_ format: ListingOptions.Format, default count: Int) -> (from: Int, limit: Int) {
    let standard = format == .table || page != nil ? count : .max
    let limit = limit.map { $0 == 0 ? .max : $0 } ?? standard
    guard let page else { return (from, limit) }
    let (start, overflow) = (page - 1).multipliedReportingOverflow(by: limit)
    return (overflow ? .max : start, limit)
  }

  func validate() throws {
    try OptionChecks.atLeast(0, limit, "--limit")
    try OptionChecks.atLeast(0, from, "--from")
    try OptionChecks.atLeast(1, page, "--page")
    if page != nil, from > 0 {
      throw ValidationError(
        say("--page et --from s'excluent", "--page and --from exclude each other"))
    }
  }
}

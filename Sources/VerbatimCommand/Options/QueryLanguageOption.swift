import ArgumentParser
import Workbench

/// Whether a command's query is all CQL.
struct QueryLanguageOption: ParsableArguments {
  @Flag(
    name: .customLong("cql"),
    help: ArgumentHelp(
      say(
        "Lire toute la requête comme du CQL : \"de\" [pos=\"NOUN\"].",
        "Read the whole query as CQL: \"de\" [pos=\"NOUN\"].")))
  var isCQL = false

  private static let prefix = "cql: "

  /// Calls `body` with the query that words of the command line write.
  ///
  /// - Throws: what `body` throws, its places in the query being those of the query as typed.
  func read<Result>(_ words: [String], _ body: (String) throws -> Result) throws -> Result {
    let query = QueryHelp.joined(words)
    guard isCQL else { return try body(query) }
    do {
      return try body(Self.prefix + query)
    } catch let error as QueryError {
      throw error.shifted(by: -Self.prefix.unicodeScalars.count)
    }
  }
}

@testable import VerbatimCommand

/// What `body` gives in a language, whatever that of the test's process.
func inLanguage<Result>(_ language: Language, _ body: () throws -> Result) rethrows -> Result {
  try Language.$ofTask.withValue(language) { try body() }
}

/// A text in French and in English.
func inBoth(_ body: () -> String) -> [String] {
  [inLanguage(.fr, body), inLanguage(.en, body)]
}

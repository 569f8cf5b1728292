/// What analysis needs of words out of context; immutable, shared by all analysers.
public final class Lexicon: Sendable {
  let dictionary: FrenchDictionary

  /// The lexicon of the French dictionary found on this machine. It is read once in a process.
  ///
  /// - Throws: ``LexiconError/missing(paths:)`` where there is none.
  public init() throws(LexiconError) {
    dictionary = try Self.installed.get()
  }

  private static let installed = Result<FrenchDictionary, LexiconError> { () throws(LexiconError) in
    try FrenchDictionary(DictionaryFiles.find())
  }
}

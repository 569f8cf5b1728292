/// Pronouns and particles hung on a word by a hyphen: `dit|-il`, `jour|-là`, `donnez|-le|-moi`.
enum Clitics {
  private static let subjects: Set<String> = [
    "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ce", "iel", "iels",
  ]
  private static let objects: Set<String> = [
    "moi", "toi", "lui", "leur", "le", "la", "les", "y", "en", "nous", "vous", "m'en", "t'en", "l'en", "m'y",
    "t'y",
  ]
  private static let afterEuphony: Set<String> = ["il", "elle", "on", "iel", "ils", "elles", "y", "en"]
  private static let places: Set<String> = ["là", "ci", "la"]

  /// Those that people write apart from their verb, and that start no line of a list.
  private static let apart: Set<String> = [
    "-là", "-ci", "-ce", "-t-il", "-t-elle", "-t-on", "-moi", "-toi", "-même",
  ]

  /// A clitic that a space parts from its host: `est -ce`.
  static func alone(_ chunk: Chunk) -> RawToken? {
    guard chunk.count <= 8, chunk.count >= 3, apart.contains(chunk.form(0..<chunk.count)), !chunk.isCapital(1)
    else { return nil }
    return RawToken(0..<chunk.count, .word)
  }

  /// Whether a form is a pronoun with its hyphen, which only a verb has; `-la` may be a place.
  static func hangsOnVerb(_ form: String) -> Bool {
    guard form.hasPrefix("-"), form != "-la" else { return false }
    let pronoun = String(form.dropFirst(form.hasPrefix("-t-") ? 3 : 1))
    return subjects.contains(pronoun) || objects.contains(pronoun)
  }

  /// How the parts of a compound group into tokens: how many belong to the host, then the parts of each clitic.
  struct Split {
    let host: Int
    let clitics: [Int]
  }

  /// The clitics at the end of a compound whose parts, in lower case, are these; nil where there is none.
  static func split(_ parts: [String], forms: FormBook) -> Split? {
    var clitics: [Int] = []
    var end = parts.count
    while end > 1 {
      let part = parts[end - 1]
      if end > 2, parts[end - 2] == "t" || parts[end - 2] == "t'", afterEuphony.contains(part) {
        if part == "en" || part == "y" {
          clitics.insert(1, at: 0)
          clitics.insert(1, at: 0)
        } else {
          clitics.insert(2, at: 0)
        }
        end -= 2
      } else if subjects.contains(part) || objects.contains(part) {
        clitics.insert(1, at: 0)
        end -= 1
      } else {
        break
      }
    }
    if !clitics.isEmpty, isVerb(parts[..<end], forms: forms) { return Split(host: end, clitics: clitics) }
    if parts.count >= 2, let last = parts.last, places.contains(last) {
      let host = parts.dropLast()
      let isPlace = last != "la" || forms.has(host.joined(separator: "-"), as: [.noun, .pronoun])
      if isPlace { return Split(host: parts.count - 1, clitics: [1]) }
    }
    return nil
  }

  /// Whether a pronoun can hang on these parts: a finite verb, or a word the dictionary lacks.
  private static func isVerb(_ parts: ArraySlice<String>, forms: FormBook) -> Bool {
    guard parts.count == 1, let host = parts.first else { return false }
    let own = host.split(separator: "'").last.map(String.init) ?? host
    if forms.analyses(of: own).isEmpty { return own.count > 1 }
    return forms.has(own, as: [.finite])
      || forms.analyses(of: own).contains { $0.morphology.contains(.finite) }
      || host == "voilà" || host == "voici" || host == "revoilà"
  }
}

/// Words what the YAML parser found, whose own wording is English and for programmers: what people most often get wrong
/// by hand is told in their language, with what to do.
struct YAMLErrorWording {
  /// What is wrong.
  let message: String
  /// What to do; nil where only the place helps.
  let hint: String?

  /// The wording for the parser's own.
  init(_ detail: String) {
    guard let known = Self.known.first(where: { detail.contains($0.detail) }) else {
      message = say("YAML incorrect (\(detail))", "not YAML (\(detail))")
      hint = nil
      return
    }
    message = say("YAML incorrect : \(known.french)", "not YAML: \(known.english)")
    hint = Self.wording(known.advice)
  }

  /// What helps.
  private enum Advice { case quotes, closing, key, list, indentation, brackets, backslash, block, signs }

  private static let known: [(detail: String, french: String, english: String, advice: Advice)] = [
    (
      "mapping values are not allowed", "« : » au milieu d'un texte sans guillemets",
      "': ' inside a text without quotes", .quotes
    ),
    ("found unexpected end of stream", "un guillemet n'est pas fermé", "a quote is not closed", .closing),
    (
      "found unexpected document indicator", "un guillemet n'est pas fermé", "a quote is not closed", .closing
    ),
    (
      "could not find expected ':'", "il manque « : » après une clé, ou le retrait d'un texte",
      "a ':' is missing after a key, or the indentation of a text", .key
    ),
    (
      "did not find expected key",
      "une clé était attendue ici : le retrait ou les guillemets de ce qui précède",
      "a key was expected here: see the indentation or the quotes before it", .key
    ),
    (
      "did not find expected '-' indicator", "un tiret était attendu ici, ou cette clé n'est pas alignée",
      "a dash was expected here, or this key is not aligned", .list
    ),
    (
      "block sequence entries are not allowed", "un tiret de liste là où il ne peut pas y en avoir",
      "a list's dash where none can stand", .list
    ),
    (
      "tab character", "une tabulation en début de ligne", "a tab at the beginning of a line", .indentation
    ),
    (
      "cannot start any token",
      "un texte sans guillemets ne peut pas commencer par ce signe, ni une ligne par une tabulation",
      "a text without quotes cannot begin with this sign, nor a line with a tab", .signs
    ),
    (
      "did not find expected ',' or ']'", "une liste [ ] n'est pas fermée", "a list [ ] is not closed",
      .brackets
    ),
    (
      "did not find expected ',' or '}'", "un groupe { } n'est pas fermé", "a group { } is not closed",
      .brackets
    ),
    (
      "found unknown escape character", "« \\ » dans un texte entre guillemets doubles",
      "a backslash in a text in double quotes", .backslash
    ),
    (
      "did not find expected comment or line break", "du texte sur la ligne de `>-` ou de `|-`",
      "text on the line of `>-` or `|-`", .block
    ),
    (
      "did not find expected hexdecimal number", "« \\ » dans un texte entre guillemets doubles",
      "a backslash in a text in double quotes", .backslash
    ),
    (
      "did not find expected tag", "un texte sans guillemets ne peut pas commencer par « ! »",
      "a text without quotes cannot begin with '!'", .quotes
    ),
    (
      "did not find expected '!'", "un texte sans guillemets ne peut pas commencer par « ! »",
      "a text without quotes cannot begin with '!'", .quotes
    ),
    (
      "control characters are not allowed", "un caractère de contrôle, qui ne se voit pas",
      "a control character, which cannot be seen", .signs
    ),
    (
      "did not find expected <document start>", "du texte après la fin du livre de codes",
      "text after the end of the codebook", .key
    ),
  ]

  private static func wording(_ advice: Advice) -> String {
    switch advice {
    case .quotes, .signs:
      say(
        "Mettez le texte entre guillemets, ou à la ligne, en retrait, après `>-`.",
        "Put the text in quotes, or on a line of its own, indented, after `>-`.")
    case .closing:
      say(
        "Un texte ouvert par \" ou ' se ferme de même ; sinon, mettez-le à la ligne, en retrait, après `>-`.",
        "A text that \" or ' opens is closed by the same; else put it on a line of its own, indented, after `>-`."
      )
    case .key:
      say(
        "Alignez les clés d'un code ; un texte de plusieurs lignes va en retrait, après `>-`.",
        "Align a code's keys; a text of several lines goes indented, after `>-`.")
    case .list:
      say(
        "Alignez les tirets, et les clés d'un code ; un texte qui commence par - se met entre guillemets.",
        "Align the dashes, and a code's keys; a text that begins with - goes in quotes.")
    case .indentation: say("Mettez des espaces en retrait.", "Indent with spaces.")
    case .brackets:
      say(
        "Fermez-le, ou mettez entre guillemets un texte qui commence par [ ou {.",
        "Close it, or put a text that begins with [ or { in quotes.")
    case .backslash:
      say(
        "Mettez le texte entre apostrophes ('…'), ou à la ligne, en retrait, après `>-`.",
        "Put the text in single quotes ('…'), or on a line of its own, indented, after `>-`.")
    case .block:
      say(
        "Le texte va sur la ligne suivante, en retrait.", "The text goes on the next line, indented.")
    }
  }
}

/// Participles that are first of all names of people, so that `délégué·e` is one even where it looks like a
/// verb: at the head of an answer, say.
enum ParticipleNouns {
  private static let words: Set<String> = [
    "abonné", "accidenté", "accusé", "administré", "associé", "assuré", "attaché", "blessé",
    "chargé", "condamné", "délégué", "détenu", "diplômé", "élu", "émigré", "employé", "envoyé", "exilé",
    "exploité",
    "handicapé", "immigré", "initié", "insurgé", "invité", "licencié", "marié", "préposé", "privilégié",
    "réfugié",
    "rescapé", "retraité", "salarié", "sinistré",
  ]

  /// Whether a form, masculine singular or plural, is one of these.
  static func contains(_ form: String) -> Bool {
    words.contains(form) || form.hasSuffix("s") && words.contains(String(form.dropLast()))
  }
}

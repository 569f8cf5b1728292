import Workbench

/// What an import takes a corpus annotated elsewhere for, as lines to read.
enum AnnotatedScreen {
  static func lines(_ corpus: AnnotatedImport, _ session: Session) -> [String] {
    let name = FileName(corpus.path).last
    return [
      session.style.strong(name) + " · \(corpus.format.rawValue) · \(corpus.tokens.tokens)",
      "  " + say("colonnes", "columns").padded(14) + corpus.columns.names.joined(separator: "  "),
      "  " + say("textes", "texts").padded(14) + NumberWording.count(corpus.texts),
    ]
  }
}

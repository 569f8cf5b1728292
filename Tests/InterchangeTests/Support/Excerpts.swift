import CodingModel
import Interchange

enum Sample {
  static let labels = ExcerptLabels(
    language: "fr", title: "Extraits <codés>", excerpt: "extrait", excerpts: "extraits", outOf: "sur",
    memo: "mémo",
    colon: "\u{A0}: ")
  static let variables = [
    ExcerptVariable(name: "groupe", kind: .categorical), ExcerptVariable(name: "ancienneté", kind: .numeric),
    ExcerptVariable(name: "code", kind: .numeric),
  ]

  static let excerpts = [
    excerpt(
      "R1", "perte de lien", Colour("#c0392b"), before: "j'ai ", "perdu le lien humain", after: ", dit-elle",
      isCutBefore: true, values: ["Travail social", "12,5", ""], memo: "à\nrevoir"),
    excerpt(
      "R2", "a_b", nil, before: "", "# Tout & <rien>\n\n- \"1. *tout*\" ", after: "(sic)",
      values: ["", "?", "3"]),
    excerpt(
      "R3", "perte de lien", Colour("#c0392b"), before: "lien", "(perdu)", after: "e\n  fin",
      isCutAfter: true,
      values: ["A|B", "", ""]),
  ]

  private static func excerpt(
    _ respondent: String, _ code: String, _ colour: Colour?, before: String, _ segment: String, after: String,
    isCutBefore: Bool = false, isCutAfter: Bool = false, values: [String], memo: String = ""
  ) -> Excerpt {
    Excerpt(
      respondent: respondent, question: "q1", code: code, colour: colour, coder: "anna", origin: .hand,
      range: TextRange(5, 5 + segment.scalarCount), before: before, segment: segment, after: after,
      isCutBefore: isCutBefore, isCutAfter: isCutAfter, values: values, memo: memo)
  }
}

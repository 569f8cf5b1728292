import CodingModel

/// The smallest part of a query that the parser looks at.
struct Lexeme {
  enum Kind {
    case openParenthesis
    case closeParenthesis
    case and
    case or
    /// `SAUF`: AND NOT.
    case except
    case not
    case near(Proximity)
    case within
    case term(Term)
    case phrase([Term])
    case sequence(TokenSequence)
    case filter(Filter)
    case end
  }

  let kind: Kind
  let range: TextRange
  /// What is written there, for operators; empty for the rest.
  let text: String

  init(_ kind: Kind, _ range: TextRange, text: String = "") {
    self.kind = kind
    self.range = range
    self.text = text
  }
}

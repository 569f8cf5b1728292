/// The kinds of mistakes in CQL. Texts in them are as written in the query.
public enum SequenceProblem: Hashable, Sendable {
  // Tokens.
  /// A bracket is never closed.
  case unclosedBracket
  /// A bracket is closed that was not opened.
  case unopenedBracket
  /// A name stands in brackets that is no attribute.
  case unknownAttribute(String)
  /// An attribute should stand here.
  case missingAttribute
  /// An attribute without `=` or `!=` after it.
  case missingComparison(of: String)
  /// An attribute is compared with something other than `=` and `!=`.
  case badComparison(String)
  /// No quoted value and no label's attribute after `=`.
  case missingValue(of: String)
  /// A quote is never closed.
  case unclosedString
  /// `%` with a letter that is no flag.
  case unknownFlag(String)

  // Sequences.
  /// Nothing stands where a token is needed.
  case missingToken
  /// A word outside quotes and brackets.
  case bareWord(String)
  /// What begins nothing.
  case unexpected(String)
  /// A group is never closed.
  case unclosedGroup
  /// A group is closed that was not opened.
  case unopenedGroup
  /// `()`.
  case emptyGroup
  /// A quantifier with nothing before it.
  case nothingToRepeat
  /// A quantifier after a quantifier.
  case doubleQuantifier
  /// Braces that hold no numbers.
  case badRepeat
  /// `{n,m}` with m less than n.
  case backwardRepeat
  /// A repeat count above `limit`.
  case repeatTooLarge(limit: Int)
  /// Groups nested more than `limit` deep.
  case tooDeep(limit: Int)
  /// With its repeats written out it names more than `limit` tokens.
  case tooLarge(limit: Int)
  /// It names boundaries only.
  case noToken
  /// `<` without `>`.
  case unclosedTag
  /// `<name>` with a name that is no region.
  case unknownRegion(String)
  /// More than `limit` codes whose segments' boundaries are asked for, and conditions looked ahead for.
  case tooManyRegions(limit: Int)
  /// `(?name)` with a name that is no strategy.
  case unknownStrategy(String)

  // After the sequence.
  /// Nothing after `::`.
  case missingConstraint
  /// No token has this label.
  case unknownLabel(String)
  /// A label where none can stand, or one with a name that is kept.
  case badLabel(String)
  /// More than `limit` labels.
  case tooManyLabels(limit: Int)
  /// An attribute without a label after `::`.
  case labelNeeded(String)
  /// A function that there is not.
  case unknownFunction(String)
  /// Something is wrong inside a function's parentheses.
  case badFunction(String)
  /// `within` is not followed by a unit, a number or a filter.
  case badExtent(String)
  /// The number after `within` is out of bounds.
  case extentOutOfRange(limit: Int)
  /// `cut` without a number.
  case badCut
  /// `within`, `cut` or `::` a second time.
  case repeatedClause(String)
  /// `MU(…)` or `TAB`.
  case meetUnion(String)
  /// Something of CQP that is not here.
  case unsupported(String)
  /// `cql:` inside a query.
  case notAtStart
  /// The labels can be given in too many ways.
  case tooCostly
}

extension SequenceProblem {
  /// Whether only what was read as CQL can be wrong so.
  var isOfWhole: Bool {
    switch self {
    case .doubleQuantifier, .badRepeat, .backwardRepeat, .repeatTooLarge, .tooLarge, .noToken,
      .tooManyRegions, .tooManyLabels, .unknownLabel:
      true
    default: false
    }
  }
}

/// The kinds of mistakes in a query. Texts in them are as written in the query.
public enum QueryProblem: Hashable, Sendable {
  // The query as a whole.
  /// Nothing is asked for.
  case emptyQuery
  /// The text has more than `limit` code points.
  case tooLong(limit: Int)
  /// Parentheses and NOT are nested more than `limit` deep.
  case tooDeep(limit: Int)

  // Quotes, parentheses and characters.
  /// A quote is never closed.
  case unclosedQuote
  /// A parenthesis is never closed.
  case unclosedParenthesis
  /// A parenthesis is closed that was not opened.
  case unopenedParenthesis
  /// `()`.
  case emptyParentheses
  /// `""`.
  case emptyPhrase
  /// A character that nothing begins with.
  case unexpectedCharacter(Unicode.Scalar)
  /// A backslash with nothing after it.
  case danglingBackslash
  /// A closing guillemet without its opening one.
  case unopenedQuote
  /// Single quotes where double ones are meant: ``QueryError/expected`` has them.
  case singleQuotes

  // Operators.
  /// Nothing stands before this operator.
  case missingLeftOperand(of: String)
  /// Nothing stands after this operator.
  case missingRightOperand(of: String)
  /// NEAR or BEFORE without `/` and a number.
  case missingDistance(of: String)
  /// What follows `/` is not a whole number.
  case badDistance(of: String, text: String)
  /// The distance is zero or too large.
  case distanceOutOfRange(of: String, limit: Int)
  /// What follows `:` after the distance is not a unit.
  case unknownUnit(String)
  /// NEAR or BEFORE beside something without a place in the text: a filter, AND, NOT, `within`.
  case operandNotPositional(of: String)
  /// `near/5`: the operator is written in capitals.
  case operatorNotInCapitals(String)
  /// A sign that is an operator elsewhere, and the word that holds it; nil where it stands after a quote or parenthesis.
  case foreignOperator(ForeignOperator, sign: String, word: String?)
  /// `within` is not followed by a filter on a code.
  case withinNeedsCode

  // Words.
  /// `=` with nothing after it.
  case emptyExact
  /// A wildcard or regular expression that names no character and so matches everything.
  case matchesEverything
  /// `*` or `?` where only plain text can stand.
  case wildcardNotAllowed
  /// `lemma:` with nothing after it.
  case emptyLemma
  /// `pos:` with nothing after it.
  case emptyPartOfSpeech
  /// `pos:` with something that is no part of speech.
  case unknownPartOfSpeech(String)

  // Filters.
  /// A filter without a value.
  case emptyFilterValue(of: String)
  /// `<`, `>` or `!=` after a name that takes only `:`.
  case comparisonNotAllowed(of: String)
  /// An order is asked for and the value is no number.
  case notANumber(String)

  /// The regular expression is wrong.
  case expression(ExpressionProblem)
  /// The CQL is wrong.
  case sequence(SequenceProblem)

  // Names, found wrong when a query meets a project.
  /// No code has this name.
  case unknownCode(String)
  /// Several codes have this name; ``QueryError/expected`` lists them.
  case ambiguousCode(String)
  /// No variable has this name.
  case unknownVariable(String)
  /// No respondent has this value of the variable.
  case unknownValue(variable: String, value: String)
  /// A value with `*` or `?`, and none is written so: values are compared as wholes.
  case wildcardInValue(variable: String, value: String)
  /// The survey's weight is asked for as if it were a variable.
  case weightAsVariable(String)
  /// An order is asked of a variable whose values are no numbers.
  case variableNotNumeric(String)
  /// No question has this name.
  case unknownQuestion(String)
  /// No coder has this name.
  case unknownCoder(String)
}

/// The kinds of mistakes in a regular expression.
public enum ExpressionProblem: Hashable, Sendable {
  /// No closing slash.
  case unclosed
  /// Nothing between the slashes.
  case empty
  /// A group is never closed.
  case unclosedGroup
  /// A group is closed that was not opened.
  case unopenedGroup
  /// A class is never closed.
  case unclosedClass
  /// A class without characters.
  case emptyClass
  /// A range that runs backwards, such as `z-a`.
  case backwardRange
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
  /// A backslash with nothing after it.
  case danglingBackslash
  /// A backslash before a letter or digit that means nothing.
  case unknownEscape(Unicode.Scalar)
  /// A group of a kind that there is not.
  case unsupportedGroup
  /// Look-ahead and look-behind, which cannot be matched in bounded time.
  case lookAround
  /// A reference to what a group matched, which cannot be matched in bounded time.
  case backreference
  /// `\p{…}` with something that is no property.
  case unknownProperty(String)
  /// `^` or `$`: the expression always stands for the whole token.
  case anchor
  /// Groups nested more than `limit` deep.
  case tooDeep(limit: Int)
  /// With its repeats written out it has more than `limit` steps.
  case tooLarge(limit: Int)
}

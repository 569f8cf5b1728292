import Workbench

extension ErrorReport {
  /// Words what is wrong with a query; its position counts from 1.
  init(_ error: QueryError) {
    let expectation = error.expected.isEmpty ? nil : Self.wording(of: error.expected)
    let hint =
      Self.hint(for: error.problem) ?? error.nearName.map {
        say("Vouliez-vous dire \($0) ?", "Did you mean \($0)?")
      }
      ?? expectation.map { say("Attendu : \($0).", "Expected: \($0).") }
    self.init(
      say("requête:\(error.range.start + 1): ", "query:\(error.range.start + 1): ")
        + Self.wording(of: error.problem),
      hint: hint, code: 65, queryRange: error.range)
  }

  private static func wording(of expected: [QueryExpectation]) -> String {
    let parts = expected.map { expectation in
      switch expectation {
      case .operand:
        say(
          "un mot, une \"expression\", un filtre ou une parenthèse",
          "a word, a \"phrase\", a filter or a parenthesis")
      case .positionalOperand:
        say(
          "un mot ou une \"expression\", ou plusieurs reliés par OU entre parenthèses",
          "a word or a \"phrase\", or several joined by OR in parentheses")
      case .word: say("un mot", "a word")
      case .value(let name): say("une valeur après \(name):", "a value after \(name):")
      case .number: say("un nombre, comme 10 ou 2,5", "a number, such as 10 or 2.5")
      case .wholeNumber(let bounds):
        say(
          "un nombre entier de \(bounds.lowerBound) à \(bounds.upperBound)",
          "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
      case .operatorOrEnd:
        say("ET, OU, SAUF, ou la fin de la requête", "AND, OR, NOT, or the end of the query")
      case .codeFilter: "code:\"…\""
      case .token:
        say("un mot entre crochets, comme [lemma=\"perdre\"]", "a token, such as [lemma=\"perdre\"]")
      case .constraint:
        say(
          "une condition, comme a.lemma = b.lemma, ou un filtre",
          "a condition, such as a.lemma = b.lemma, or a filter")
      case .wholeAsSequence:
        say(
          "la requête entière lue comme du CQL, par cql: devant elle ou --cql",
          "the whole query read as CQL, by cql: before it or --cql")
      case .text(let text): text
      case .oneOf(let texts): texts.joined(separator: ", ")
      }
    }
    return parts.joined(separator: say(" ou ", " or "))
  }

  private static func wording(of problem: QueryProblem) -> String {
    switch problem {
    case .emptyQuery: say("la requête est vide", "the query is empty")
    case .tooLong(let limit):
      say("la requête dépasse \(limit) caractères", "the query has more than \(limit) characters")
    case .tooDeep(let limit): SyntaxWording.tooDeep(limit)
    case .unclosedQuote: SyntaxWording.unclosedQuote
    case .unclosedParenthesis: SyntaxWording.unclosedGroup
    case .unopenedParenthesis: SyntaxWording.unopenedGroup
    case .emptyParentheses: SyntaxWording.emptyGroup
    case .emptyPhrase: say("guillemets vides", "empty quotes")
    case .unexpectedCharacter(let scalar):
      say("caractère inattendu \(quoted(String(scalar)))", "unexpected character \(quoted(String(scalar)))")
    case .danglingBackslash: SyntaxWording.danglingBackslash
    case .unopenedQuote: say("guillemet fermé sans avoir été ouvert", "this quote was never opened")
    case .singleQuotes:
      say("les guillemets simples sont ici des apostrophes", "single quotes are apostrophes here")
    case .missingLeftOperand(let name): say("rien avant \(name)", "nothing before \(name)")
    case .missingRightOperand(let name): say("rien après \(name)", "nothing after \(name)")
    case .missingDistance(let name):
      say("\(name) sans distance, comme \(name)/5", "\(name) without a distance, such as \(name)/5")
    case .badDistance(let name, let text):
      say(
        "la distance de \(name), \(quoted(text)), n'est pas un nombre entier",
        "the distance of \(name), \(quoted(text)), is not a whole number")
    case .distanceOutOfRange(let name, let limit):
      say("la distance de \(name) va de 1 à \(limit)", "the distance of \(name) goes from 1 to \(limit)")
    case .unknownUnit(let text): say("unité inconnue \(quoted(text))", "unknown unit \(quoted(text))")
    case .operandNotPositional(let name):
      say("\(name) ne relie que des mots et des expressions", "\(name) only joins words and phrases")
    case .operatorNotInCapitals(let name):
      say(
        "\(quoted(name)) : les opérateurs s'écrivent en capitales",
        "\(quoted(name)): operators are written in capitals")
    case .foreignOperator(_, let sign, _): foreignOperator(sign)
    case .withinNeedsCode: say("« within » demande un code", "'within' needs a code")
    case .emptyExact: say("« = » sans mot après", "'=' with no word after it")
    case .matchesEverything: say("ce motif trouverait tous les mots", "this pattern would find every word")
    case .wildcardNotAllowed: say("* et ? n'ont pas leur place ici", "* and ? cannot stand here")
    case .emptyLemma: say("« lemma: » sans mot après", "'lemma:' with no word after it")
    case .emptyPartOfSpeech: say("« pos: » sans catégorie après", "'pos:' with no part of speech after it")
    case .unknownPartOfSpeech(let text):
      say("catégorie inconnue \(quoted(text))", "unknown part of speech \(quoted(text))")
    case .emptyFilterValue(let name):
      say("« \(name): » sans valeur après", "'\(name):' with no value after it")
    case .comparisonNotAllowed(let name):
      say(
        "« \(name) » ne se compare pas, il s'écrit « \(name): »",
        "'\(name)' cannot be compared; it is written '\(name):'")
    case .notANumber(let text): say("\(quoted(text)) n'est pas un nombre", "\(quoted(text)) is not a number")
    case .expression(let problem):
      say("expression régulière : ", "regular expression: ") + wording(of: problem)
    case .sequence(let problem): wording(of: problem)
    case .unknownCode(let name): say("aucun code \(quoted(name))", "no code \(quoted(name))")
    case .ambiguousCode(let name): say("plusieurs codes \(quoted(name))", "several codes \(quoted(name))")
    case .unknownVariable(let name): say("aucune variable \(quoted(name))", "no variable \(quoted(name))")
    case .unknownValue(let variable, let value):
      say(
        "aucun répondant dont \(variable) soit \(quoted(value))",
        "no respondent whose \(variable) is \(quoted(value))")
    case .wildcardInValue(let variable, let value):
      say(
        "\(quoted(value)) : les valeurs de \(variable) s'écrivent entières, sans * ni ?",
        "\(quoted(value)): values of \(variable) are written whole, without * or ?")
    case .weightAsVariable(let name):
      say(
        "\(quoted(name)) est la pondération, pas une variable ; elle sert par --weighted",
        "\(quoted(name)) is the weight, not a variable; --weighted counts by it")
    case .variableNotNumeric(let name):
      say(
        "les valeurs de \(quoted(name)) ne sont pas des nombres",
        "the values of \(quoted(name)) are not numbers")
    case .unknownQuestion(let name): say("aucune question \(quoted(name))", "no question \(quoted(name))")
    case .unknownCoder(let name): say("aucun codeur \(quoted(name))", "no coder \(quoted(name))")
    }
  }

  private static func wording(of problem: ExpressionProblem) -> String {
    switch problem {
    case .unclosed: say("il manque la barre oblique finale", "the closing slash is missing")
    case .empty: say("rien entre les barres obliques", "nothing between the slashes")
    case .unclosedGroup: SyntaxWording.unclosedGroup
    case .unopenedGroup: SyntaxWording.unopenedGroup
    case .unclosedClass: say("crochet jamais fermé", "this bracket is never closed")
    case .emptyClass: say("crochets vides", "empty brackets")
    case .backwardRange: say("intervalle à l'envers", "this range runs backwards")
    case .nothingToRepeat: SyntaxWording.nothingToRepeat
    case .doubleQuantifier: SyntaxWording.doubleQuantifier
    case .badRepeat: SyntaxWording.badRepeat
    case .backwardRepeat: SyntaxWording.backwardRepeat
    case .repeatTooLarge(let limit): SyntaxWording.repeatTooLarge(limit)
    case .danglingBackslash: SyntaxWording.danglingBackslash
    case .unknownEscape(let scalar): say("« \\\(scalar) » ne veut rien dire", "'\\\(scalar)' means nothing")
    case .unsupportedGroup: say("ce groupe n'est pas pris en charge", "this kind of group is not supported")
    case .lookAround:
      say(
        "pas de regard en avant ni en arrière",
        "no look-ahead or look-behind")
    case .backreference: say("pas de renvoi à un groupe", "no reference back to a group")
    case .unknownProperty(let name):
      say("propriété inconnue \(quoted(name))", "unknown property \(quoted(name))")
    case .anchor:
      say(
        "^ et $ sont inutiles : l'expression vaut pour le mot entier",
        "^ and $ are not needed: the expression stands for the whole word")
    case .tooDeep(let limit): say("plus de \(limit) groupes imbriqués", "groups more than \(limit) deep")
    case .tooLarge(let limit):
      say("expression de plus de \(limit) pas", "an expression of more than \(limit) steps")
    }
  }
}

import Workbench

extension ErrorReport {
  /// Words what is wrong with CQL.
  static func wording(of problem: SequenceProblem) -> String {
    switch problem {
    case .unclosedBracket: say("crochet jamais fermé", "this bracket is never closed")
    case .unopenedBracket: say("crochet fermé sans avoir été ouvert", "this bracket was never opened")
    case .unknownAttribute(let name):
      say("aucun attribut \(quoted(name))", "no attribute \(quoted(name))")
    case .missingAttribute: say("il manque un attribut", "an attribute is missing")
    case .missingComparison(let name):
      say("rien ne compare \(quoted(name))", "nothing compares \(quoted(name))")
    case .badComparison(let mark):
      say("\(quoted(mark)) ne compare pas d'attributs", "\(quoted(mark)) does not compare attributes")
    case .missingValue(let name):
      say("il manque la valeur de \(quoted(name))", "the value of \(quoted(name)) is missing")
    case .unclosedString: SyntaxWording.unclosedQuote
    case .unknownFlag(let flag):
      say("aucune option \(quoted("%" + flag))", "no flag \(quoted("%" + flag))")
    case .missingToken: say("il manque un mot", "a token is missing")
    case .bareWord(let word):
      say("\(quoted(word)) hors de crochets", "\(quoted(word)) outside brackets")
    case .unexpected(let text): say("\(quoted(text)) inattendu", "unexpected \(quoted(text))")
    case .unclosedGroup: SyntaxWording.unclosedGroup
    case .unopenedGroup: SyntaxWording.unopenedGroup
    case .emptyGroup: SyntaxWording.emptyGroup
    case .nothingToRepeat: SyntaxWording.nothingToRepeat
    case .doubleQuantifier: SyntaxWording.doubleQuantifier
    case .badRepeat: SyntaxWording.badRepeat
    case .backwardRepeat: SyntaxWording.backwardRepeat
    case .repeatTooLarge(let limit): SyntaxWording.repeatTooLarge(limit)
    case .tooDeep(let limit): SyntaxWording.tooDeep(limit)
    case .tooLarge(let limit):
      say("plus de \(limit) mots, répétitions comprises", "more than \(limit) tokens, repetitions included")
    case .noToken: say("aucun mot, seulement des limites", "no token, only boundaries")
    case .unclosedTag: say("il manque >", "the closing > is missing")
    case .unknownRegion(let name): say("aucune région \(quoted(name))", "no region \(quoted(name))")
    case .tooManyRegions(let limit):
      say(
        "plus de \(limit) limites de codes et conditions [: … :]",
        "more than \(limit) boundaries of codes and conditions [: … :]")
    case .unknownStrategy(let name):
      say("aucune stratégie \(quoted(name))", "no matching strategy \(quoted(name))")
    case .missingConstraint: say("il manque une condition", "a condition is missing")
    case .unknownLabel(let name):
      say("aucun mot n'est étiqueté \(quoted(name))", "no token is labelled \(quoted(name))")
    case .badLabel(let name):
      say("\(quoted(name)) n'étiquette pas de mot ici", "\(quoted(name)) cannot label a token here")
    case .tooManyLabels(let limit): say("plus de \(limit) étiquettes", "more than \(limit) labels")
    case .labelNeeded(let name):
      say("\(quoted(name)) de quel mot ?", "\(quoted(name)) of which token?")
    case .unknownFunction(let name):
      say("aucune fonction \(quoted(name))", "no function \(quoted(name))")
    case .badFunction(let name):
      say("\(quoted(name)) compare deux étiquettes", "\(quoted(name)) compares two labels")
    case .badExtent(let name) where name.isEmpty:
      say("« within » sans unité après", "'within' with no unit after it")
    case .badExtent(let name): say("unité inconnue \(quoted(name))", "unknown unit \(quoted(name))")
    case .extentOutOfRange(let limit):
      say("« within » va de 1 à \(limit)", "'within' goes from 1 to \(limit)")
    case .badCut: say("« cut » sans nombre après", "'cut' with no number after it")
    case .repeatedClause(let name):
      say("\(quoted(name)) pour la seconde fois", "\(quoted(name)) for the second time")
    case .meetUnion(let name):
      say("\(quoted(name)) n'existe pas ici", "there is no \(quoted(name)) here")
    case .unsupported(let text):
      say("\(quoted(text)) n'existe pas ici", "there is no \(quoted(text)) here")
    case .notAtStart:
      say("« cql: » se met au début de la requête", "'cql:' stands at the beginning of the query")
    case .tooCostly:
      say(
        "les étiquettes peuvent être données de trop de façons ; ajoutez « within s »",
        "the labels can be given in too many ways; add 'within s'")
    }
  }
}

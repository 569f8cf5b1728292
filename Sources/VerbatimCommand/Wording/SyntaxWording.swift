/// What queries, CQL and regular expressions can all get wrong, in the same words.
enum SyntaxWording {
  static var unclosedGroup: String {
    say("parenthèse jamais fermée", "this parenthesis is never closed")
  }
  static var unopenedGroup: String {
    say("parenthèse fermée sans avoir été ouverte", "this parenthesis was never opened")
  }
  static var emptyGroup: String {
    say("parenthèses vides", "empty parentheses")
  }
  static var unclosedQuote: String {
    say("guillemet jamais fermé", "this quote is never closed")
  }
  static var nothingToRepeat: String {
    say("rien à répéter ici", "nothing to repeat here")
  }
  static var doubleQuantifier: String {
    say("deux répétitions de suite", "two repetitions in a row")
  }
  static var badRepeat: String {
    say("entre accolades il faut un ou deux nombres", "braces need one or two numbers")
  }
  static var backwardRepeat: String {
    say("le second nombre est plus petit que le premier", "the second number is smaller than the first")
  }
  static var danglingBackslash: String {
    say("barre oblique inverse sans rien après", "a backslash with nothing after it")
  }
  static func repeatTooLarge(_ limit: Int) -> String {
    say("au plus \(limit) répétitions", "at most \(limit) repetitions")
  }
  static func tooDeep(_ limit: Int) -> String {
    say("plus de \(limit) niveaux de parenthèses", "parentheses more than \(limit) deep")
  }
}

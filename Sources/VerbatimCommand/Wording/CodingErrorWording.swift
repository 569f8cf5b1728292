import Workbench

extension ErrorReport {
  /// Words what cannot be done while coding.
  init(_ error: CodingSessionError) {
    switch error {
    case .atEnd:
      self.init(
        say("la liste est finie : aucune réponse à coder", "the list has ended: no answer to code"),
        hint: say(
          "« p » revient à la dernière, un numéro va à cette réponse.",
          "'p' goes back to the last one, a number goes to that answer."), code: 65)
    case .noAnswer(let number, let count):
      self.init(
        say(
          "pas de réponse \(NumberWording.count(number)) : la liste en a \(NumberWording.count(count))",
          "no answer \(NumberWording.count(number)): the list has \(NumberWording.count(count))"), code: 65)
    case .answerGone:
      self.init(
        say("cette réponse n'est plus dans le projet", "this answer is no longer in the project"), code: 65)
    case .noSuchWords(let answer, let words):
      self.init(
        say("\(answer) a \(words.words)", "\(answer) has \(words.words)"),
        hint: say("« # » les numérote.", "'#' numbers them."), code: 65)
    case .quoteNotFound(let answer):
      self.init(
        say("\(answer) : ce passage n'est pas dans la réponse", "\(answer): this text is not in the answer"),
        hint: say(
          "Citez les mots tels quels, ou par leurs numéros : « # », puis CODE 3-7",
          "Quote the words as they stand, or by their numbers: '#', then CODE 3-7"), code: 65)
    case .quoteRepeated(let answer, _, let times):
      self.init(
        say(
          "\(answer) : ce passage y figure \(times) fois", "\(answer): this text stands there \(times) times"),
        hint: say(
          "Lequel ? Ajoutez son numéro (de 1 à \(times)) : CODE \"…\" 2, ou citez plus long.",
          "Which one? Add its number (1 to \(times)): CODE \"…\" 2, or quote more."), code: 65)
    case .noProposal:
      self.init(
        say("aucune règle ne propose rien ici", "no rule proposes anything here"),
        hint: say("Entrée passe à la réponse suivante.", "Enter goes to the next answer."), code: 65)
    case .severalProposals(let numbers):
      let list = numbers.map(String.init).joined(separator: ", ")
      let first = numbers.first ?? 1
      self.init(
        numbers.count == 1
          ? say("il reste la proposition \(list)", "proposal \(list) is left")
          : say("plusieurs propositions : \(list)", "several proposals: \(list)"),
        hint: say(
          "Dites laquelle, comme « o \(first) » ou « n \(first) » ; toutes : « o * », « n * ».",
          "Say which, such as 'y \(first)' or 'n \(first)'; all: 'y *', 'n *'."), code: 65)
    case .noSuchNumber(let number):
      self.init(
        say("rien ne porte ici le numéro \(number)", "nothing here has the number \(number)"),
        hint: say("« s » montre la réponse.", "'s' shows the answer."), code: 65)
    case .notOwn(let coder):
      self.init(
        say("ce codage est de \(Self.quoted(coder))", "this coding is by \(Self.quoted(coder))"),
        hint: say("On ne retire que les siens.", "You take away only your own."), code: 65)
    case .nothingDone:
      self.init(
        say("rien à annuler depuis l'entrée dans cette liste", "nothing to undo since this list was entered"),
        hint: say(
          "« fin », puis « undo », annule ce qui vient avant.", "'q', then 'undo', undoes what came before."),
        code: 65)
    case .nothingUndone:
      self.init(say("rien à rétablir", "nothing to redo"), code: 65)
    case .othersSince(let act):
      self.init(
        say(
          "l'acte \(act.value) a été fait depuis, ailleurs ; rien n'est annulé",
          "act \(act.value) was done since, elsewhere; nothing is undone"),
        hint: say("Pour retirer un codage : - CODE", "To take a coding away: - CODE"), code: 65)
    case .noSuchList(let name, let near):
      self.init(
        say("aucune liste \(Self.quoted(name))", "no list \(Self.quoted(name))"),
        hint: Self.near(near)
          ?? say("Les vôtres : verbatim coding --lists", "Yours: verbatim coding --lists"),
        code: 65)
    case .nameMissing:
      self.init(say("il manque le nom du code", "the code's name is missing"), code: 65)
    }
  }

  /// Words why a line typed while coding says nothing.
  init(_ error: CodingRequestError) {
    switch error {
    case .unclosedQuote:
      self.init(say("guillemet jamais fermé", "quote never closed"), code: 64)
    case .emptyQuote: self.init(say("passage vide", "empty quote"), code: 64)
    case .codeMissing:
      self.init(
        say("il manque un code", "a code is missing"),
        hint: say("Par exemple : CODE \"passage\" ou CODE 3-7", "For instance: CODE \"part\" or CODE 3-7"),
        code: 64)
    case .unexpected:
      self.init(
        say(
          "après un passage, on attend un numéro ou une virgule",
          "after a part a number or a comma is expected"), code: 64)
    case .badWords(let text):
      self.init(
        say("« \(text) » : de quel mot à quel mot ?", "'\(text)': from which word to which?"),
        hint: say("Par exemple : CODE 3-7", "For instance: CODE 3-7"), code: 64)
    case .partMissing:
      self.init(
        say("« + » attend un passage, et un seul", "'+' needs one part"),
        hint: say("Par exemple : + \"perdu le lien\"", "For instance: + \"lost the link\""), code: 64)
    case .memoMissing: self.init(say("mémo vide", "empty memo"), code: 64)
    }
  }
}

import Workbench

extension ErrorReport {
  /// Words what a study cannot do.
  init(_ error: StudyError) {
    switch error {
    case .unknownCode(let name, let near):
      self.init(
        say("aucun code \(Self.quoted(name))", "no code \(Self.quoted(name))"),
        hint: Self.near(near) ?? say("La liste : verbatim codebook", "The list: verbatim codebook"), code: 65)
    case .ambiguousCode(let name, let candidates):
      let list = candidates.map(Self.quoted).joined(separator: ", ")
      self.init(
        say("plusieurs codes \(Self.quoted(name))", "several codes \(Self.quoted(name))"),
        hint: say("Précisez : \(list)", "Say which: \(list)"), code: 65)
    case .unknownRespondent(let identifier, let near):
      self.init(
        say("aucun répondant \(Self.quoted(identifier))", "no respondent \(Self.quoted(identifier))"),
        hint: Self.near(near), code: 65)
    case .unknownQuestion(let name, let near):
      self.init(
        say("aucune question \(Self.quoted(name))", "no question \(Self.quoted(name))"),
        hint: Self.near(near), code: 65)
    case .questionNeeded(let respondent, let questions):
      self.init(
        say("\(respondent) a répondu à plusieurs questions", "\(respondent) answered several questions"),
        hint: say("Précisez : ", "Say which: ")
          + questions.map { "\(respondent)/\($0)" }.joined(separator: ", "),
        code: 64)
    case .noAnswer(let name):
      self.init(say("\(name) : pas de réponse", "\(name): no answer"), code: 65)
    case .unknownCoder(let name, let near):
      self.init(
        say("aucun codeur \(Self.quoted(name))", "no coder \(Self.quoted(name))"),
        hint: Self.near(near) ?? Self.eachByItself(name)
          ?? say(
            "La liste : verbatim coders ; pour en ajouter un : verbatim coders add NOM",
            "The list: verbatim coders; to add one: verbatim coders add NAME"), code: 65)
    case .coderNeeded(let coders):
      self.init(
        say("plusieurs codeurs ont codé", "several coders have coded"),
        hint: say(
          "Précisez --coder (un seul, ou plusieurs à réunir) : ", "Say --coder (one, or several to unite): ")
          + coders.joined(separator: ", "), code: 64)
    case .tooFewCoders(let least):
      self.init(
        least < 2
          ? say("il faut au moins un codeur", "at least one coder is needed")
          : say("il faut au moins deux codeurs", "at least two coders are needed"),
        hint: say(
          "Précisez --coders NOM,NOM. La liste : verbatim coders",
          "Say --coders NAME,NAME. The list: verbatim coders"),
        code: 64)
    case .tooManyCoders(let most):
      self.init(
        say("pas plus de \(most) codeurs à la fois", "no more than \(most) coders at a time"), code: 64)
    case .overlapTooLarge(let asked, let answers):
      let number = answers.answers
      self.init(
        say(
          "--overlap \(asked) : il n'y a que \(number) à répartir",
          "--overlap \(asked): there are only \(number) to give"),
        hint: say(
          "Un nombre plus petit, ou une part : --overlap 20%", "A smaller number, or a share: --overlap 20%"),
        code: 64)
    case .nothingInCommon(let coders):
      self.init(
        say(
          "aucune réponse parcourue par deux de ces codeurs : \(coders.joined(separator: ", "))",
          "no answer that two of these coders have gone through: \(coders.joined(separator: ", "))"),
        hint: say(
          "Où en est chacun : verbatim coders progress", "How far each has come: verbatim coders progress"),
        code: 65)
    case .rowsWithoutIdentifier:
      self.init(
        say(
          "ce fichier n'identifie pas ses répondants, et le projet en a déjà d'autres",
          "this file does not identify its respondents, and the project has others already"),
        hint: say(
          "Dites quelle colonne les identifie (--respondent COLONNE), ou importez dans un autre projet (-p NOM.verbatim).",
          "Say which column identifies them (--respondent COLUMN), or import into another project (-p NAME.verbatim)."
        ),
        code: 65)
    case .emptyMemo: self.init(say("un mémo vide", "an empty memo"), code: 64)
    case .sameNames(let path, let table, let name):
      self.init(
        say(
          "\(path) : le nom \(Self.quoted(name)) y est deux fois (\(table)), sous deux formes d'Unicode",
          "\(path): the name \(Self.quoted(name)) stands twice in it (\(table)), in two forms of Unicode"),
        hint: say(
          "Un autre programme a écrit dans ce fichier ; rien n'a été fusionné. Voir : verbatim check -p \(path)",
          "Another program wrote to this file; nothing was merged. See: verbatim check -p \(path)"), code: 65)
    case .reservedCoder(let name):
      self.init(
        say(
          "le nom \(Self.quoted(name)) est réservé au programme",
          "the name \(Self.quoted(name)) is kept for the program"),
        hint: say("Choisissez un autre nom : --coder NOM", "Choose another name: --coder NAME"), code: 64)
    case .nameOfSecondCopy(let name, let base):
      let (shown, other) = (Self.quoted(name), Self.quoted(base.onOneLine))
      self.init(
        say(
          "\(shown) est le nom que donne une fusion à ce qui, du codeur \(other), contredit ses autres codages",
          "\(shown) is what a merge calls what of the coder \(other) contradicts the same coder's other codings"
        ),
        hint: say(
          "Quelqu'un d'autre ? Ajoutez une initiale, ou un numéro sans parenthèses.",
          "Someone else? Add an initial, or a number without parentheses."), code: 64)
    case .badCoderName:
      self.init(
        say(
          "un nom de codeur a de 1 à 100 caractères, sans virgule, guillemet ni caractère invisible",
          "a coder's name has 1 to 100 characters, with no comma, double quote or invisible character"),
        code: 64)
    case .coderLike(let name, let existing):
      let (shown, other) = (Self.quoted(name), Self.quoted(existing.onOneLine))
      self.init(
        say(
          "\(shown) ne se distingue du codeur \(other) que par la casse, les accents, les espaces ou l'invisible",
          "\(shown) differs from the coder \(other) only in case, accents, spaces or what cannot be seen"),
        hint: say(
          "La même personne ? Écrivez \(other). Une autre ? Ajoutez une initiale ou un numéro.",
          "The same person? Write \(other). Someone else? Add an initial or a number."), code: 64)
    case .coderLooksLike(let name, let existing):
      let (shown, other) = (Self.quoted(name), Self.quoted(existing.onOneLine))
      self.init(
        say(
          "\(shown) se lit comme le codeur \(other) mais s'écrit avec des lettres d'un autre alphabet",
          "\(shown) reads like the coder \(other) but is written with letters of another alphabet"),
        hint: say(
          "La même personne ? Écrivez \(other), au clavier. Une autre ? Ajoutez une initiale ou un numéro.",
          "The same person? Type \(other). Someone else? Add an initial or a number."), code: 64)
    case .hiddenInCodeName(let hidden):
      self.init(
        say(
          "le nom du code contient un caractère invisible, \(hidden.name), en \(hidden.place + 1)ᵉ position",
          "the code's name holds an invisible character, \(hidden.name), as its character \(hidden.place + 1)"
        ),
        hint: say(
          "Il vient souvent d'un copier-coller : retapez le nom au clavier.",
          "It often comes with pasted text: type the name anew."), code: 64)
    case .codeLike(let existing):
      let other = Self.quoted(existing.onOneLine)
      self.init(
        say(
          "ce nom ne se distingue du code \(other), au même endroit, que par la casse, les espaces ou l'invisible",
          "this name differs from the code \(other), in the same place, only in case, spaces or what cannot be seen"
        ),
        hint: say(
          "Le même thème ? Écrivez \(other). Un autre ? Donnez-lui un autre nom.",
          "The same theme? Write \(other). Another? Give it another name."), code: 64)
    case .codeLooksLike(let name, let existing):
      let (shown, other) = (Self.quoted(name), Self.quoted(existing))
      self.init(
        say(
          "\(shown) se lit comme le code \(other) mais s'écrit avec des lettres d'un autre alphabet",
          "\(shown) reads like the code \(other) but is written with letters of another alphabet"),
        hint: say(
          "Le même thème ? Écrivez \(other), au clavier. Un autre ? Donnez-lui un autre nom.",
          "The same theme? Type \(other). Another? Give it another name."), code: 64)
    case .unknownVariable(let name, let near):
      self.init(
        say("aucune variable \(Self.quoted(name))", "no variable \(Self.quoted(name))"),
        hint: Self.near(near) ?? say("La liste : verbatim info", "The list: verbatim info"), code: 65)
    case .unknownPartOfSpeech(let name, let near, let known):
      self.init(
        say("--pos : « \(name) » n'est pas une catégorie : ", "--pos: '\(name)' is not a part of speech: ")
          + known.joined(separator: " "), hint: Self.near(near), code: 64)
    case .notNumeric(let name):
      self.init(
        say(
          "les valeurs de \(Self.quoted(name)) ne sont pas des nombres",
          "the values of \(Self.quoted(name)) are not numbers"),
        hint: say("--breaks ne vaut que pour des nombres.", "--breaks is for numbers only."), code: 65)
    case .noPlaces:
      self.init(
        say(
          "cette requête trouve des réponses, non des mots", "this query finds answers, not words"),
        hint: say(
          "Mettez-y un mot, comme : lien ET code:\"…\"", "Put a word into it, such as: lien AND code:\"…\""),
        code: 65)
    case .quoteNotFound(let answer):
      self.init(
        say("\(answer) : ce passage n'est pas dans la réponse", "\(answer): this text is not in the answer"),
        hint: say("Pour la lire : verbatim show \(answer)", "To read it: verbatim show \(answer)"), code: 65)
    case .quoteRepeated(let answer, let times):
      self.init(
        say(
          "\(answer) : ce passage y figure \(times) fois", "\(answer): this text stands there \(times) times"),
        hint: say(
          "Ajoutez --occurrence N (de 1 à \(times)), ou citez plus long.",
          "Add --occurrence N (1 to \(times)), or quote more."), code: 65)
    case .nothingShared(let answer):
      self.init(
        say(
          "\(answer) : aucun passage commun à reprendre", "\(answer): no common part to take over"),
        hint: say(
          "Dites --as CODEUR, --as none, --quote ou --range.",
          "Say --as CODER, --as none, --quote or --range."),
        code: 65)
    case .nothingDisputed(let answer, let code, let coders):
      self.init(
        coders < 2
          ? say(
            "\(answer) · \(code) : rien à régler, moins de deux codeurs ont parcouru la réponse",
            "\(answer) · \(code): nothing to settle, fewer than two coders have gone through the answer")
          : say(
            "\(answer) · \(code) : rien à régler, les codeurs ne se contredisent pas",
            "\(answer) · \(code): nothing to settle, the coders do not contradict each other"),
        hint: say(
          "Les désaccords : verbatim disagreements --coders A,B ; reprendre ce sur quoi tous s'accordent : verbatim settle --agreed --coders A,B",
          "The disagreements: verbatim disagreements --coders A,B; to take over what all agree on: verbatim settle --agreed --coders A,B"
        ), code: 65)
    case .givenByNobody(let answer, let code, let given):
      let sides = given.map { side in
        side.coder.onOneLine + say(" : ", ": ")
          + (side.codes.isEmpty ? "–" : side.codes.map(\.onOneLine).joined(separator: ", "))
      }
      self.init(
        say(
          "\(answer) · \(code) : aucun des codeurs n'y a donné ce code ("
            + sides.joined(separator: " ; ") + ")",
          "\(answer) · \(code): none of the coders gave it this code (" + sides.joined(separator: "; ") + ")"),
        hint: say(
          "Pour le donner quand même : verbatim settle RÉPONSE CODE --new --as whole (ou --quote, --range)",
          "To give it all the same: verbatim settle ANSWER CODE --new --as whole (or --quote, --range)"),
        code: 65)
    case .notGoneThrough(let answer, let coder):
      self.init(
        say(
          "\(answer) : \(Self.quoted(coder)) n'a pas parcouru cette réponse",
          "\(answer): \(Self.quoted(coder)) has not gone through this answer"),
        hint: say(
          "Dites --as le nom d'un codeur qui l'a fait, none, common, union ou whole.",
          "Say --as the name of a coder who has, none, common, union or whole."), code: 65)
    case .noSuchCoding(let answer, let code):
      self.init(
        say(
          "\(answer) ne porte pas ce codage \(Self.quoted(code)) de ce codeur",
          "\(answer) has no such coding \(Self.quoted(code)) by this coder"),
        hint: say(
          "Les siens : verbatim codings --answer \(answer)",
          "Its codings: verbatim codings --answer \(answer)"),
        code: 65)
    case .noRule(let name):
      self.init(
        name.map {
          say("le code \(Self.quoted($0)) n'a pas de règle", "the code \(Self.quoted($0)) has no rule")
        }
          ?? say("aucun code n'a de règle", "no code has a rule"), code: 65)
    case .badRule(let code, let underlying):
      let inner = ErrorReport(underlying)
      self.init(
        say(
          "règle de \(Self.quoted(code)) : \(inner.message)", "rule of \(Self.quoted(code)): \(inner.message)"
        ),
        hint: inner.hint, code: 65)
    case .badCodeName:
      self.init(
        say(
          "un nom de code a de 1 à \(CodeContent.longestName) caractères, dont un visible au moins",
          "a code's name has 1 to \(CodeContent.longestName) characters, one of them visible"), code: 64)
    case .sameCode(let name):
      self.init(
        say(
          "le code \(Self.quoted(name)) ne peut pas aller à lui-même",
          "the code \(Self.quoted(name)) cannot go to itself"), code: 64)
    case .notSiblings(let name, let other):
      self.init(
        say(
          "les codes \(Self.quoted(name)) et \(Self.quoted(other)) ne sont pas au même endroit",
          "the codes \(Self.quoted(name)) and \(Self.quoted(other)) do not stand in the same place"),
        hint: say(
          "Déplacez d'abord : verbatim codebook move CODE --under CODE",
          "Move it first: verbatim codebook move CODE --under CODE"), code: 65)
    case .codeInRules(let name, let codes):
      let list = codes.map(Self.quoted).joined(separator: ", ")
      self.init(
        say(
          "le code \(Self.quoted(name)) est nommé par la règle de \(list)",
          "the code \(Self.quoted(name)) is named by the rule of \(list)"),
        hint: say(
          "Changez d'abord cette règle (verbatim codebook set CODE --rule '…'), ou dites où vont les codages : --codings-to CODE",
          "Change that rule first (verbatim codebook set CODE --rule '…'), or say where the codings go: --codings-to CODE"
        ), code: 65)
    case .unknownState(let text):
      self.init(
        say(
          "aucun état du livre de codes \(Self.quoted(text))", "no state of the codebook \(Self.quoted(text))"
        ),
        hint: say(
          "Écrivez now, le numéro d'un acte (verbatim codebook history), une date comme 2026-11-22, ou un fichier .yaml ou .csv.",
          "Write now, the number of an act (verbatim codebook history), a date such as 2026-11-22, or a .yaml or .csv file."
        ), code: 64)
    case .badDate(let text):
      self.init(
        say("\(Self.quoted(text)) n'est pas une date", "\(Self.quoted(text)) is not a date"),
        hint: say(
          "Écrivez 2026-11-22 ou 2026-11-22T10:30 (à l'heure d'ici ; en UTC avec un Z à la fin).",
          "Write 2026-11-22 or 2026-11-22T10:30 (in local time; in UTC with a Z at the end)."
        ),
        code: 64)
    case .nothingToDo(let need):
      self.init(Self.wording(of: need), hint: Self.hint(for: need), code: 65)
    case .inFile(let path, let line, let underlying):
      let inner = ErrorReport(underlying)
      self.init("\(path):\(line): \(inner.message)", hint: inner.hint, code: 65)
    }
  }

  /// How several names are given where one was expected.
  private static func eachByItself(_ list: String) -> String? {
    let names = ColumnList.names(list)
    guard names.count > 1 else { return nil }
    return say("Un nom à la fois : ", "One name at a time: ")
      + names.map { $0.contains(" ") ? "--coder '\($0)'" : "--coder \($0)" }.joined(separator: " ")
  }

  private static func wording(of need: StudyError.Need) -> String {
    switch need {
    case .answers: say("le projet n'a aucune réponse", "the project has no answers")
    case .codes: say("le projet n'a aucun code", "the project has no codes")
    case .codings: say("aucun codage ne correspond", "no coding matches")
    case .respondents: say("le projet n'a aucun répondant", "the project has no respondents")
    case .weights:
      say("le projet n'a pas de pondération", "the project has no weights")
    }
  }

  private static func hint(for need: StudyError.Need) -> String {
    switch need {
    case .answers, .respondents:
      say("Commencez par : verbatim import ENQUETE.csv", "Start with: verbatim import SURVEY.csv")
    case .weights:
      say(
        "À l'import : verbatim import ENQUETE.csv --weight COLONNE",
        "At import: verbatim import SURVEY.csv --weight COLUMN")
    case .codes:
      say(
        "Commencez par : verbatim codebook import CODES.yaml",
        "Start with: verbatim codebook import CODES.yaml")
    case .codings:
      say("Codez d'abord : verbatim code CODE RÉPONSE", "Code first: verbatim code CODE ANSWER")
    }
  }
}

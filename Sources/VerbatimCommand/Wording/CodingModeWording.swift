import Workbench

/// What the coding mode says of itself.
enum CodingModeWording {
  static let prompt = "code› "

  /// What a list is of: `question:q1 · 20 tirées au sort (graine 1)`.
  private static func title(_ coding: CodingSession) -> String {
    let request = coding.request
    var parts: [String] = []
    if coding.name != request.title { parts.append(say("« \(coding.name) »", "'\(coding.name)'")) }
    if let answer = request.answer { parts.append(answer.onOneLine) }
    if let query = request.query { parts.append(query.onOneLine) }
    if let review = request.review {
      parts.append(say("relecture de « \(review) »", "review of '\(review)'"))
    }
    if request.isAssigned { parts.append(say("ce qui m'est confié", "what is assigned to me")) }
    if request.isUnseen { parts.append(say("ce que je n'ai pas vu", "what I have not seen")) }
    if let sample = request.sample {
      let drawn = NumberWording.things(
        sample, ("tirée au sort", "tirées au sort"), ("drawn at random", "drawn at random"))
      parts.append(drawn + say(" (graine \(request.seed))", " (seed \(request.seed))"))
    }
    if request.isBlind {
      parts.append(say("codages des autres et propositions cachés", "codings of others and proposals hidden"))
    }
    return parts.joined(separator: " · ")
  }

  /// What a list is and where one is in it.
  static func opening(_ coding: CodingSession) -> String {
    let coder = say("codeur : ", "coder: ") + coding.coder
    let total = coding.answers.count
    guard coding.isResumed else { return "\(title(coding)) · \(total.answers) · \(coder)" }
    let place =
      coding.current == nil
      ? say("finie, \(total.answers)", "ended, \(total.answers)")
      : say("réponse ", "answer ")
        + CodingPageScreen.progress(coding.position + 1, total, seen: coding.seenCount)
    return say("Reprise : ", "Resumed: ") + "\(title(coding)) · \(place) · \(coder)"
  }

  /// The code under review and what it is.
  static func review(_ name: String, _ code: Code, segments: Int) -> String {
    let count = NumberWording.things(segments, ("segment", "segments"), ("segment", "segments"))
    let definition = code.content.definition.onOneLine
    return name.onOneLine + " (\(count))"
      + (definition.isEmpty ? "" : say(" : ", ": ") + definition)
  }

  static func dropped(_ count: Int) -> String {
    say(
      "\(count.answers) de cette liste \(count < 2 ? "n'est" : "ne sont") plus dans le projet.",
      "\(count.answers) of this list \(count == 1 ? "is" : "are") no longer in the project.")
  }

  static func wrong(_ rule: WrongRule) -> String {
    let problem = ErrorReport(rule.problem).sentence
    return say(
      "La règle de « \(rule.code) » ne propose rien : \(problem)",
      "The rule of '\(rule.code)' proposes nothing: \(problem)"
    ).onOneLine
  }

  /// How codes are given whose names mean something else here.
  static func likeCommands(_ codes: [String]) -> String {
    let list = codes.map { "= " + $0.onOneLine }.joined(separator: ", ")
    return say("Codes dont le nom est aussi une commande : ", "Codes whose names are commands, too: ") + list
  }

  static func empty() -> String {
    say("Aucune réponse dans cette liste : rien à coder.", "No answer in this list: nothing to code.")
  }

  static func end(_ coding: CodingSession) -> String {
    let (total, seen) = (coding.answers.count, coding.seenCount)
    return say(
      "Fin de la liste : \(total.answers), \(NumberWording.count(seen))\u{A0}\(seen < 2 ? "vue" : "vues") par \(coding.coder). « p » revient, un numéro va à cette réponse, « fin » sort.",
      "End of the list: \(total.answers), \(NumberWording.count(seen))\u{A0}seen by \(coding.coder). 'p' goes back, a number goes to that answer, 'q' leaves."
    )
  }

  static func leaving(_ coding: CodingSession) -> String {
    guard coding.request.answer == nil else {
      return say("« coder » seul reprend votre liste.", "'coding' alone resumes your list.")
    }
    return say("La place est gardée : « coder » reprend ici.", "Your place is kept: 'coding' resumes here.")
  }

  static func hints() -> String {
    say(
      "CODE (quelques lettres)   CODE \"passage\"   CODE 3-7   # mots   m mémo   u annuler   ↵ suivante   ? aide   fin",
      "CODE (a few letters)   CODE \"part\"   CODE 3-7   # words   m memo   u undo   ↵ next   ? help   q leave"
    )
  }

  static func memo(on code: String?) -> String {
    guard let code else { return say("  mémo sur la réponse", "  memo on the answer") }
    return say("  mémo sur le codage « \(code) »", "  memo on the coding '\(code)'")
  }

  static func undone(_ act: Act) -> String { say("  annulé : ", "  undone: ") + ActWording.text(act) }

  static func redone(_ act: Act) -> String { say("  rétabli : ", "  redone: ") + ActWording.text(act) }

  static func givenUp() -> String { say("  Abandonné.", "  Given up.") }

  static func askName(_ suggestion: String) -> String {
    say("nom du code [\(suggestion)] (. abandonne)› ", "name of the code [\(suggestion)] (. gives up)› ")
  }

  static func askParent() -> String {
    say("sous quel code [aucun] (. abandonne)› ", "under which code [none] (. gives up)› ")
  }

  static func help() -> String {
    say(
      """
        su   su, li           un code à toute la réponse, par quelques lettres de son nom ; plusieurs
        su "des tableaux"     à un passage ; su "tableaux" 2 : là où il figure la deuxième fois
        su 3-7                aux mots 3 à 7 ; # les numérote
        - su   - su 3-7   - 2 retirer ses codages de ce code ; d'un passage ; le codage numéro 2
        + "perdu le lien"     faire de ces mots un code ; sans rien demander : + 3-5 = nom > parent
        o   o 2   o *         accepter ce que propose une règle ; n, n 2, n * : refuser
        m TEXTE   M TEXTE     un mémo sur le codage qu'on vient de donner, sinon sur la réponse ; M : sur la réponse
        u   r                 annuler, rétablir
        ↵   p   12            la suivante, la précédente, la douzième
        s   ? su              revoir la réponse ; les codes que « su » peut désigner
        = aide                le code « aide », quand un mot est aussi une commande
        ! COMMANDE            une autre commande, comme ! kwic lien
        fin                   sortir ; « coder » reprendra ici
      """,
      """
        su   su, li           a code for the whole answer, by a few letters of its name; several
        su "of tables"        for a part; su "tables" 2: where it stands the second time
        su 3-7                for words 3 to 7; # numbers them
        - su   - su 3-7   - 2 take your codings of this code away; those of a part; the coding numbered 2
        + "lost the link"     make a code of these words; asking nothing: + 3-5 = name > parent
        y   y 2   y *         accept what a rule proposes; n, n 2, n *: refuse
        m TEXT   M TEXT       a memo on the coding just given, else on the answer; M: on the answer
        u   r                 undo, redo
        ↵   p   12            the next, the one before, the twelfth
        s   ? su              see the answer again; the codes that 'su' may mean
        = help                the code 'help', where a word is a command, too
        ! COMMAND             another command, such as ! kwic lien
        q                     leave; 'coding' will resume here
      """)
  }
}

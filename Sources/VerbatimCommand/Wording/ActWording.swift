import Workbench

/// Words acts of the history.
enum ActWording {
  /// What was done, as one phrase.
  static func text(_ act: Act) -> String {
    let details = act.details
    func detail(_ name: String) -> String { details[name] ?? "" }
    switch act.kind {
    case .importSurvey:
      return say(
        "import de \(detail("file")) : \(number("answers", details).answers), \(number("respondents", details).respondents)",
        "import of \(detail("file")): \(number("answers", details).answers), \(number("respondents", details).respondents)"
      )
    case .importCodings:
      return say(
        "import de \(detail("file")) : \(number("codings", details).codings)",
        "import of \(detail("file")): \(number("codings", details).codings)")
    case .importCodebook:
      return say(
        "livre de codes \(detail("file")) : \(detail("added")) ajouté(s), \(detail("changed")) modifié(s)",
        "codebook \(detail("file")): \(detail("added")) added, \(detail("changed")) changed")
    case .codebook: return codebook(details)
    case .code:
      let made = details["created"] == nil ? "" : say("nouveau code et ", "new code and ")
      if details["codings"] != nil {
        return made + number("codings", details).codings + " · \(detail("answer")) · \(detail("code"))"
      }
      return made + say("codage de ", "coding of ")
        + "\(detail("answer")) \(detail("start"))-\(detail("end")) · \(detail("code"))"
    case .uncode:
      return say("retrait de ", "removal of ")
        + "\(number("codings", details).codings) · \(detail("answer")) · \(detail("code"))"
    case .autocode:
      let change = say(" : ", ": ") + "+\(detail("added")) −\(detail("removed"))"
      if let code = details["code"], let version = details["version"] {
        return say("règle de \(code), version \(version)", "rule of \(code), version \(version)") + change
      }
      let changed = details["changed"].map {
        say(", dont \($0) de règle modifiée", ", \($0) with a changed rule")
      }
      return say("règles de ", "rules of ") + number("codes", details).codes + (changed ?? "") + change
    case .memo:
      if let removed = details["removed"] {
        return say("mémo \(removed) retiré", "memo \(removed) taken away")
      }
      let subject = detail("subject")
      return say("mémo sur ", "memo on ") + (subject.isEmpty ? say("le projet", "the project") : subject)
    case .coder: return say("codeur ajouté : ", "coder added: ") + detail("name")
    case .assign where details["removed"] != nil:
      return say(
        "reprise de \(number("assignments", details).answers) à \(detail("coders"))",
        "\(number("assignments", details).answers) taken back from \(detail("coders"))")
    case .assign:
      return say(
        "répartition de \(number("assignments", details).answers)",
        "assignment of \(number("assignments", details).answers)")
    case .seen:
      if let answer = details["answer"] { return say("\(answer) vue", "\(answer) seen") }
      return say(
        details["removed"] == nil
          ? "parcours de \(number("answers", details).answers)"
          : "\(number("answers", details).answers) à revoir",
        details["removed"] == nil
          ? "\(number("answers", details).answers) gone through"
          : "\(number("answers", details).answers) to go through again")
    case .refuse:
      let answer = details["answer"].map { " · \($0)" } ?? ""
      return say("proposition refusée : \(detail("code"))", "proposal refused: \(detail("code"))") + answer
    case .settle where details["agreed"] != nil:
      return say(
        "reprise des accords de \(detail("coders")) : \(number("agreed", details).codings)",
        "agreements of \(detail("coders")) taken over: \(number("agreed", details).codings)")
    case .settle:
      return say(
        "désaccord réglé : \(detail("answer")) · \(detail("code"))",
        "disagreement settled: \(detail("answer")) · \(detail("code"))")
    case .merge:
      return say(
        "fusion de \(detail("file")) : \(number("codings", details).codings)",
        "merge of \(detail("file")): \(number("codings", details).codings)")
    case .undo: return say("annulation de l'acte ", "undoing of act ") + detail("act")
    case .redo: return say("rétablissement de l'acte ", "redoing of act ") + detail("act")
    }
  }

  /// What was done to the codebook.
  private static func codebook(_ details: [String: String]) -> String {
    let (code, to) = (details["code"] ?? "", details["to"] ?? "")
    let codings = number("codings", details).codings
    func level(_ name: String) -> String {
      name.isEmpty ? say("au premier niveau", "to the top level") : say("sous \(name)", "under \(name)")
    }
    func colour(_ name: String) -> String {
      details[name].flatMap { $0.isEmpty ? nil : $0 } ?? say("aucune", "none")
    }
    switch details["did"] {
    case "add": return say("code ajouté : \(code)", "code added: \(code)")
    case "rename": return say("code renommé : \(code) → \(to)", "code renamed: \(code) → \(to)")
    case "move": return say("code déplacé : \(code), ", "code moved: \(code), ") + level(to)
    case "reorder":
      let place = details["position"] ?? ""
      return say("code replacé : \(code), n° \(place)", "code reordered: \(code), no. \(place)")
    case "recolour":
      return say("couleur de \(code) : ", "colour of \(code): ") + colour("from") + " → " + colour("to")
    case "set":
      let fields = (details["fields"] ?? "").split(separator: " ").map {
        CodebookDiffScreen.field(String($0))
      }
      return say("code modifié : \(code)", "code changed: \(code)")
        + (fields.isEmpty ? "" : " (\(fields.joined(separator: ", ")))")
    case "merge":
      let into = details["into"] ?? ""
      return say("code fusionné : \(code) dans \(into)", "code merged: \(code) into \(into)") + " · "
        + codings
    case "split":
      let into = details["into"] ?? ""
      return say("code scindé : \(code), \(codings) à \(into)", "code split: \(code), \(codings) to \(into)")
    case "delete":
      let into = details["into"].map { say(" à \($0)", " to \($0)") } ?? ""
      return say("code supprimé : \(code)", "code deleted: \(code)")
        + (number("codings", details) > 0 ? " · " + codings + into : "")
    default: return say("livre de codes", "codebook")
    }
  }

  /// What was done, and by whom, where somebody is named.
  static func signed(_ act: Act) -> String {
    text(act) + (act.coder.isEmpty ? "" : " · " + say("codeur : ", "coder: ") + act.coder)
  }

  static func state(_ state: Act.State) -> String {
    switch state {
    case .done: ""
    case .undone: say("annulé", "undone")
    case .discarded: say("annulé", "undone")
    }
  }

  private static func number(_ name: String, _ details: [String: String]) -> Int {
    details[name].flatMap { Int($0) } ?? 0
  }
}

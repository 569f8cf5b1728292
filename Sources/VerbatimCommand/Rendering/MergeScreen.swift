import Workbench

/// What a merge brings, as a table for reading and as one for other programs.
enum MergeScreen {
  /// A row a kind of things for what is added and what is identical, a row a conflict.
  static func data(_ report: MergeReport) -> DataTable {
    var rows: [[TableValue]] = []
    for kind in MergeReport.Kind.allCases {
      guard let counts = report.counts[kind] else { continue }
      for (status, count) in [("added", counts.added), ("identical", counts.identical)] where count > 0 {
        rows.append(
          [.text(status), .text(kind.rawValue), .integer(count), .missing, .missing, .missing, .missing])
      }
    }
    for conflict in report.conflicts {
      rows.append([
        .text("conflicting"), .text(conflict.kind.rawValue), 1, .text(conflict.subject),
        .text(conflict.field),
        .text(conflict.kept), .text(conflict.beside),
      ])
    }
    for decision in report.succeeded {
      rows.append([
        .text("settled_since"), .text(MergeReport.Kind.coding.rawValue), 1, .text(decision.subject),
        "decision",
        .text(decision.isOurs ? "this" : "other"), .missing,
      ])
    }
    for change in report.changed {
      rows.append([
        .text("changed_since"), .text(change.kind.rawValue), 1, .text(change.subject), .text(change.field),
        .text(change.isOurs ? "this" : "other"), .missing,
      ])
    }
    let gone = [("removed_since", "this", report.refused), ("removed_since", "other", report.removed)]
    for (status, side, counts) in gone {
      for kind in MergeReport.Kind.allCases where counts[kind, default: 0] > 0 {
        rows.append([
          .text(status), .text(kind.rawValue), .integer(counts[kind, default: 0]), .missing, .missing,
          .text(side), .missing,
        ])
      }
    }
    for (side, count) in [("this", report.moved.there), ("other", report.moved.here)] where count > 0 {
      rows.append([
        "moved_since", .text(MergeReport.Kind.coding.rawValue), .integer(count), .missing, .missing,
        .text(side), .missing,
      ])
    }
    if report.leftOut > 0 {
      rows.append(["left_out", .missing, .integer(report.leftOut), .missing, .missing, .missing, .missing])
    }
    return DataTable(
      columns: ["status", "kind", "count", "subject", "field", "kept", "beside"], rows: rows)
  }

  static func lines(_ report: MergeReport, isDryRun: Bool, _ session: Session) -> [String] {
    var table = TextTable(columns: [
      .init(heading: ""), .init(heading: say("ajoutés", "added"), alignment: .right),
      .init(heading: say("identiques", "identical"), alignment: .right),
      .init(heading: say("en conflit", "conflicting"), alignment: .right),
    ])
    table.rows = MergeReport.Kind.allCases.compactMap { kind in
      guard let counts = report.counts[kind] else { return nil }
      return [kind.wording]
        + [counts.added, counts.identical, counts.conflicting].map { $0 == 0 ? "–" : NumberWording.count($0) }
    }
    var lines = table.rows.isEmpty ? [] : session.lines(table)
    for conflict in report.conflicts {
      lines += Paragraph.lines("  ≠ " + wording(conflict), width: session.terminal.width)
    }
    for decision in report.succeeded {
      let subject = decision.subject
      let line =
        decision.isOurs
        ? say(
          "\(subject) : réglé depuis dans ce projet ; cette décision reste",
          "\(subject): settled since in this project; that decision stays")
        : say(
          "\(subject) : réglé depuis dans l'autre projet ; sa décision remplace celle de ce projet",
          "\(subject): settled since in the other project; its decision replaces this project's")
      lines += Paragraph.lines("  · " + line, width: session.terminal.width)
    }
    for change in report.changed {
      lines += Paragraph.lines("  · " + wording(change), width: session.terminal.width)
    }
    lines += removals(report).flatMap { Paragraph.lines("  " + $0, width: session.terminal.width) }
    if !report.rewritten.isEmpty {
      lines.append(
        say("  Règles adaptées aux noms d'à présent : ", "  Rules adapted to the present names: ")
          + report.rewritten.map(\.onOneLine).joined(separator: ", "))
    }
    if report.leftOut > 0 {
      lines.append(
        say(
          "\(NumberWording.count(report.leftOut)) codages, mémos ou notes laissés de côté : leurs réponses n'ont pas le même texte",
          "\(NumberWording.count(report.leftOut)) codings, memos or notes left out: their answers do not have the same text"
        ))
    }
    if isDryRun {
      lines.append(say("Rien n'a été changé (--dry-run).", "Nothing was changed (--dry-run)."))
    } else if !report.hasChanges {
      lines.append(
        say("Rien de nouveau : tout était déjà là.", "Nothing new: all of it was there already."))
    } else {
      lines.append(say("Réuni. Pour annuler : verbatim undo", "Merged. To undo: verbatim undo"))
    }
    return lines
  }

  /// What only one of the projects has changed since the other knew it.
  private static func wording(_ change: MergeReport.Changed) -> String {
    let subject = change.subject.isEmpty ? change.kind.wording : change.subject
    if change.field == "deleted" {
      return change.isOurs
        ? say(
          "\(subject) : supprimé ou fusionné depuis dans ce projet ; n'est pas repris",
          "\(subject): deleted or merged since in this project; not taken again")
        : say(
          "\(subject) : supprimé ou fusionné depuis dans l'autre projet ; supprimé ici aussi",
          "\(subject): deleted or merged since in the other project; deleted here, too")
    }
    if change.kind == .codebook, change.field == "order" {
      let french = "ordre des codes" + (change.subject.isEmpty ? "" : " sous \(change.subject)")
      let english = "order of codes" + (change.subject.isEmpty ? "" : " under \(change.subject)")
      return change.isOurs
        ? say(
          "\(french) : changé depuis dans ce projet ; il reste",
          "\(english): changed since in this project; it stays")
        : say(
          "\(french) : changé depuis dans l'autre projet ; repris ici",
          "\(english): changed since in the other project; taken over here")
    }
    func shown(_ text: String) -> String { text.isEmpty ? "–" : text.onOneLine.cut(60) }
    let field = field(change.kind, change.field)
    return change.isOurs
      ? say(
        "\(subject) · \(field) : changé depuis dans ce projet ; « \(shown(change.kept)) » reste",
        "\(subject) · \(field): changed since in this project; '\(shown(change.kept))' stays")
      : say(
        "\(subject) · \(field) : changé depuis dans l'autre projet ; « \(shown(change.kept)) » remplace « \(shown(change.other)) »",
        "\(subject) · \(field): changed since in the other project; '\(shown(change.kept))' replaces '\(shown(change.other))'"
      )
  }

  /// What one of the projects took away since, knowing it, or moved.
  private static func removals(_ report: MergeReport) -> [String] {
    func listed(_ counts: [MergeReport.Kind: Int]) -> String? {
      let parts = MergeReport.Kind.allCases.compactMap { kind in
        counts[kind].map { "\(kind.wording) \(NumberWording.count($0))" }
      }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
    var lines: [String] = []
    if let counts = listed(report.refused) {
      lines.append(
        say(
          "Retirés depuis dans ce projet, pas repris : ",
          "Taken away since in this project, not taken again: ")
          + counts)
    }
    if let counts = listed(report.removed) {
      lines.append(
        say(
          "Retirés depuis dans l'autre projet, retirés ici : ",
          "Taken away since in the other project, taken away here: ")
          + counts)
    }
    let moved = report.moved.here + report.moved.there
    if moved > 0 {
      lines.append(
        say("Codages passés à un autre code depuis : ", "Codings that went to another code since: ")
          + NumberWording.count(moved))
    }
    return lines
  }

  private static func wording(_ conflict: MergeReport.Conflict) -> String {
    switch (conflict.kind, conflict.field) {
    case (.answer, _):
      return say(
        "\(conflict.subject) : les deux projets n'ont pas le même texte ; chacun garde le sien",
        "\(conflict.subject): the two projects do not have the same text; each keeps its own")
    case (.code, "deleted"):
      return say(
        "\(conflict.subject) : supprimé ou fusionné dans l'un des deux projets ; gardé, avec ses codages",
        "\(conflict.subject): deleted or merged in one of the two projects; kept, with its codings")
    case (.coding, "deleted"):
      return say(
        "\(conflict.subject) : \(conflict.kept), retiré dans l'un des deux projets ; gardé",
        "\(conflict.subject): \(conflict.kept), taken away in one of the two projects; kept")
    case (.refusal, _):
      return say(
        "\(conflict.subject) : le consensus donne \(conflict.kept) dans un projet, rien dans l'autre ; à régler de nouveau",
        "\(conflict.subject): the consensus gives \(conflict.kept) in one project, nothing in the other; to be settled again"
      )
    case (.coding, _):
      return say(
        "\(conflict.subject) : \(conflict.kept), et \(conflict.beside)",
        "\(conflict.subject): \(conflict.kept), and \(conflict.beside)")
    case (.coder, _):
      return say(
        "les codeurs « \(conflict.kept) » et « \(conflict.beside) » ont presque le même nom : tenus pour une personne, qui ne s'accorde pas avec elle-même",
        "the coders '\(conflict.kept)' and '\(conflict.beside)' have nearly the same name: taken for one person, who does not agree with herself"
      )
    case (.codebook, "order"):
      return say(
        "ordre des codes\(conflict.subject.isEmpty ? "" : " sous \(conflict.subject)") : là où les deux projets se contredisent, celui des identifiants",
        "order of codes\(conflict.subject.isEmpty ? "" : " under \(conflict.subject)"): where the two projects contradict each other, that of keys"
      )
    default:
      let subject = conflict.subject.isEmpty ? conflict.kind.wording : conflict.subject
      let (kept, beside) = (value(conflict.kept, conflict), value(conflict.beside, conflict))
      return say(
        "\(subject) · \(field(conflict.kind, conflict.field)) : « \(kept) » gardé, « \(beside) » en mémo",
        "\(subject) · \(field(conflict.kind, conflict.field)): '\(kept)' kept, '\(beside)' in a memo"
      )
    }
  }

  /// What a reader calls a field; a variable by its own name.
  private static func field(_ kind: MergeReport.Kind, _ field: String) -> String {
    switch (kind, field) {
    case (.code, "name"): say("nom", "name")
    case (.code, "parent"): say("place", "place")
    case (.code, let name), (.codebook, let name): CodebookDiffScreen.field(name)
    case (.question, "wording"): say("libellé", "wording")
    case (.variable, "kind"): say("nature", "kind")
    case (.respondent, "weight"): say("poids", "weight")
    default: field
    }
  }

  private static func value(_ text: String, _ conflict: MergeReport.Conflict) -> String {
    switch (conflict.kind, text) {
    case (.variable, Variable.Kind.categorical.rawValue): say("modalités", "categories")
    case (.variable, Variable.Kind.numeric.rawValue): say("nombres", "numbers")
    default: text.onOneLine.cut(60)
    }
  }
}

extension MergeReport.Kind {
  /// What a reader calls things of the kind.
  var wording: String {
    switch self {
    case .question: "questions"
    case .variable: "variables"
    case .respondent: say("répondants", "respondents")
    case .answer: say("réponses", "answers")
    case .codebook: say("livre de codes", "codebook")
    case .code: "codes"
    case .rule: say("versions de règles", "versions of rules")
    case .coder: say("codeurs", "coders")
    case .coding: say("codages", "codings")
    case .memo: say("mémos", "memos")
    case .seen: say("réponses parcourues", "answers gone through")
    case .assignment: say("réponses attribuées", "answers given")
    case .refusal: say("propositions refusées", "proposals refused")
    }
  }
}

import Workbench

/// What a query finds, group by group, for reading and as a table for files.
enum CountScreen {
  /// `15 occurrences · 14 réponses · 14 répondants sur 132 (10,6 % ; IC 95 % : 6,4 – 17,0)`.
  static func line(_ count: QueryCount) -> String {
    let hits = count.hits.map { $0.hits + " · " } ?? ""
    let respondents = say(
      "\(count.respondents.respondents) sur \(NumberWording.count(count.allRespondents))",
      "\(count.respondents.respondents) of \(NumberWording.count(count.allRespondents))")
    var share = ""
    if let part = count.share, let interval = count.interval {
      share = " (" + NumberWording.share(part, places: 1)
      if count.weighted != nil { share += say(" pondérés", " weighted") }
      share += say(" ; IC 95 % : ", "; 95% CI: ") + range(interval, places: 1) + ")"
    }
    return hits + "\(count.answers.answers) · \(respondents)\(share)"
  }

  /// One row a group; by variable and question one more, `*`, for all together.
  static func data(
    _ table: GroupedCounting.Table, _ grouping: GroupedCounting.Grouping, isWeighted: Bool
  ) -> DataTable {
    let hits: (GroupedCounting.Row) -> TableValue = { $0.hits.map { .integer($0) } ?? .missing }
    guard grouping.hasOwnOrder else {
      return DataTable(
        columns: [column(grouping), "hits", "answers", "respondents", "share"],
        rows: table.rows.map { row in
          [
            TableValue(row.name), hits(row), .integer(row.answers), .integer(row.respondents),
            TableValue(row.part),
          ]
        })
    }
    var data = DataTable(
      columns: [
        column(grouping), "hits", "answers", "respondents", "base", "share", "lower", "upper", "tokens",
        "per_10000",
      ] + (isWeighted ? ["weighted_respondents", "weighted_base"] : []))
    for (row, isTotal) in table.rows.map({ ($0, false) }) + [(table.total, true)] {
      data.rows.append(
        [
          isTotal ? "*" : TableValue(row.name), hits(row), .integer(row.answers), .integer(row.respondents),
          row.cell.map { .integer($0.base) } ?? .missing, TableValue(row.cell?.share),
          TableValue(row.cell?.interval?.lower), TableValue(row.cell?.interval?.upper),
          row.tokens.map { .integer($0) } ?? .missing, TableValue(row.perTenThousand),
        ] + (isWeighted ? [TableValue(row.cell?.weighted), TableValue(row.cell?.weightedBase)] : []))
    }
    return data
  }

  private static func column(_ grouping: GroupedCounting.Grouping) -> String {
    switch grouping {
    case .word(let key): key.column
    case .variable: "category"
    case .question: "question"
    case .code: "code"
    case .coder: "coder"
    }
  }

  static func lines(
    _ table: GroupedCounting.Table, _ grouping: GroupedCounting.Grouping, _ request: QueryCounting.Request,
    of all: Int, _ session: Session
  ) -> [String] {
    let notes: [String]
    let lines: [String]
    if grouping.hasOwnOrder {
      lines = shares(table, grouping, session)
      notes = [base(request, hasHits: table.count.hits != nil)] + weights(table, request)
    } else {
      lines = parts(table, grouping, session)
      notes = partNotes(table, grouping, of: all)
    }
    return lines + [line(table.count)]
      + Paragraph.lines(notes.joined(separator: " "), width: session.terminal.width).map(session.style.faint)
  }

  /// Groups of respondents: shares with their intervals.
  private static func shares(
    _ table: GroupedCounting.Table, _ grouping: GroupedCounting.Grouping, _ session: Session
  ) -> [String] {
    let hasHits = table.count.hits != nil
    var text = TextTable(columns: [
      .init(heading: table.variable ?? say("question", "question"), mayShrink: true)
    ])
    if hasHits { text.columns.append(.init(heading: say("occurrences", "hits"), alignment: .right)) }
    text.columns += [
      .init(heading: say("réponses", "answers"), alignment: .right), .init(heading: "n", alignment: .right),
      .init(heading: "base", alignment: .right), .init(heading: say("part", "share"), alignment: .right),
      .init(heading: say("IC 95 %", "95% CI"), alignment: .right), .init(heading: ""),
    ]
    if hasHits { text.columns.append(.init(heading: say("pour 10 000", "per 10,000"), alignment: .right)) }
    for (row, isTotal) in table.rows.map({ ($0, false) }) + [(table.total, true)] {
      let name = isTotal ? say("Ensemble", "All") : row.name ?? say("(sans valeur)", "(no value)")
      var cells = [name.onOneLine]
      if hasHits { cells.append(NumberWording.count(row.hits ?? 0)) }
      let isMarked = !isTotal && row.cell?.isMarked == true
      cells += [
        NumberWording.count(row.answers), NumberWording.count(row.respondents),
        row.cell.map { NumberWording.count($0.base) } ?? "–",
        row.cell?.share.map { NumberWording.share($0) } ?? "–",
        row.cell?.interval.map { range($0, places: 0) } ?? "–",
        isMarked ? (row.cell?.adjustedResidual ?? 0) > 0 ? "↑" : "↓" : "",
      ]
      if hasHits { cells.append(row.perTenThousand.map { NumberWording.decimal($0, places: 1) } ?? "–") }
      text.rows.append(cells)
    }
    var lines = session.lines(text)
    if let test = table.test {
      lines += Paragraph.lines(CrosstabScreen.wording(test), width: session.terminal.width)
    }
    return lines
  }

  /// Groups of hits: parts of all hits, or of all answers where there are no hits.
  private static func parts(
    _ table: GroupedCounting.Table, _ grouping: GroupedCounting.Grouping, _ session: Session
  ) -> [String] {
    let hasHits = table.count.hits != nil
    let heading: String
    let nothing: String
    switch grouping {
    case .word(let key): (heading, nothing) = (key.wording, "")
    case .code: (heading, nothing) = ("code", say("(aucun code)", "(no code)"))
    default: (heading, nothing) = (say("codeur", "coder"), say("(personne)", "(nobody)"))
    }
    var text = TextTable(columns: [.init(heading: heading, mayShrink: true)])
    if hasHits { text.columns.append(.init(heading: say("occurrences", "hits"), alignment: .right)) }
    text.columns += [
      .init(heading: say("part", "share"), alignment: .right),
      .init(heading: say("réponses", "answers"), alignment: .right),
      .init(heading: say("répondants", "respondents"), alignment: .right),
    ]
    text.rows = table.rows.map { row in
      [(row.name ?? nothing).onOneLine] + (hasHits ? [NumberWording.count(row.hits ?? 0)] : []) + [
        row.part.map { NumberWording.share($0, places: 1) } ?? "–", NumberWording.count(row.answers),
        NumberWording.count(row.respondents),
      ]
    }
    return text.rows.isEmpty ? [] : session.lines(text)
  }

  private static func base(_ request: QueryCounting.Request, hasHits: Bool) -> String {
    say("Base : ", "Base: ")
      + CrosstabScreen.shareOfRespondents(request.base, isRestricted: request.scope != nil) + "."
      + (hasHits ? say(" Occurrences pour 10 000 mots et signes.", " Hits per 10,000 words and marks.") : "")
  }

  private static func weights(_ table: GroupedCounting.Table, _ request: QueryCounting.Request) -> [String] {
    var notes: [String] = []
    if request.isWeighted {
      notes.append(
        say("Parts pondérées ; n et base sans pondération.", "Weighted shares; n and base unweighted."))
      if table.test != nil { notes.append(CrosstabScreen.weightedTests) }
      if table.withoutWeight > 0 {
        notes.append(
          say(
            "Sans poids, donc pour 1 : \(table.withoutWeight.respondents).",
            "Without a weight, so as 1: \(table.withoutWeight.respondents)."))
      }
    }
    if table.test != nil, table.rows.contains(where: { $0.name == nil && ($0.cell?.base ?? 0) > 0 }) {
      notes.append(
        say(
          "« (sans valeur) » compte dans le χ² comme une modalité ; sans elle : crosstab --leave-out-missing.",
          "'(no value)' counts in χ² as a category; without it: crosstab --leave-out-missing."))
    }
    if table.test != nil {
      notes.append(say("↑ ↓ : résidu ajusté d'au moins 1,96.", "↑ ↓: adjusted residual of at least 1.96."))
    }
    return notes
  }

  private static func partNotes(
    _ table: GroupedCounting.Table, _ grouping: GroupedCounting.Grouping, of all: Int
  ) -> [String] {
    let whole = table.count.hits.map { $0.hits } ?? table.count.answers.answers
    var notes = [say("Part des \(whole).", "Share of the \(whole).")]
    switch grouping {
    case .code:
      notes.append(say("Codeur : ", "Coder: ") + table.coders.joined(separator: ", ") + ".")
      notes.append(
        table.count.hits == nil
          ? say("Une réponse peut porter plusieurs codes.", "An answer may have several codes.")
          : say(
            "Une occurrence compte pour chaque code dont un segment la contient.",
            "A hit counts for each code that has a segment around it."))
    case .coder:
      notes.append(
        table.count.hits == nil
          ? say(
            "Une réponse compte pour chaque codeur qui l'a codée.", "An answer counts for each coder of it.")
          : say(
            "Une occurrence compte pour chaque codeur dont un segment la contient.",
            "A hit counts for each coder who has a segment around it."))
      if table.isByCodersCodes {
        notes.append(
          say(
            "Les codes de la requête sont à chaque ligne ceux que ce codeur a donnés.",
            "The query's codes are in each row those that this coder gave."))
      }
    case .word, .variable, .question: break
    }
    if table.rows.count < all {
      notes.append(
        say(
          "\(table.rows.count) sur \(NumberWording.count(all)) ; tout : --top 0.",
          "\(table.rows.count) of \(NumberWording.count(all)); all: --top 0."))
    }
    return notes
  }

  /// `6 – 17`, in per cent.
  static func range(_ interval: ConfidenceInterval, places: Int) -> String {
    NumberWording.decimal(interval.lower * 100, places: places) + " – "
      + NumberWording.decimal(interval.upper * 100, places: places)
  }
}

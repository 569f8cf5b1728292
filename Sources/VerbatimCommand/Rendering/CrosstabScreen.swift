import Workbench

/// A cross-tabulation for reading and as a table for files.
enum CrosstabScreen {
  /// One row a code and category, then one for all together, with everything as numbers.
  static func data(_ table: CrossTabulating.Table) -> DataTable {
    var data = DataTable(columns: [
      "code", "category", "n", "base", "weighted_n", "weighted_base",
      "share", "lower", "upper",
      "adjusted_residual", "chi2", "df", "p", "p_holm", "cramers_v",
    ])
    for (name, row) in zip(table.codes, table.tabulation.rows) {
      for (cell, isTotal) in row.cells.map({ ($0, false) }) + [(row.total, true)] {
        let category: TableValue =
          isTotal ? "*" : cell.category.map { .text(table.categories[$0]) } ?? .missing
        let test = isTotal ? row.test : nil
        data.rows.append([
          .text(name), category, .integer(cell.n), .integer(cell.base), .number(cell.weighted),
          .number(cell.weightedBase),
          TableValue(cell.share), TableValue(cell.interval?.lower), TableValue(cell.interval?.upper),
          isTotal ? .missing : TableValue(cell.adjustedResidual), TableValue(test?.chiSquared),
          test.map { .integer($0.degreesOfFreedom) } ?? .missing, TableValue(test?.reportedP),
          isTotal ? TableValue(row.holm) : .missing, TableValue(test?.cramersV),
        ])
      }
    }
    return data
  }

  /// One code: a line a category, with its interval drawn. Several: a line a code, a column a category.
  static func lines(
    _ table: CrossTabulating.Table, _ session: Session, coverage: CodingCoverage
  ) -> [String] {
    let body = table.codes.count == 1 ? single(table, session) : several(table, session)
    return body + notes(table, session, coverage)
  }

  private static func single(_ table: CrossTabulating.Table, _ session: Session) -> [String] {
    guard let row = table.tabulation.rows.first else { return [] }
    var text = TextTable(columns: [
      .init(heading: table.variable, mayShrink: true), .init(heading: "n", alignment: .right),
      .init(heading: say("base", "base"), alignment: .right),
      .init(heading: say("part", "share"), alignment: .right),
      .init(heading: say("IC 95 %", "95% CI"), alignment: .right), .init(heading: ""), .init(heading: ""),
    ])
    let bars = session.terminal.width >= 80 ? 32 : 0
    for (cell, isTotal) in row.cells.map({ ($0, false) }) + [(row.total, true)] {
      let name =
        isTotal
        ? say("Ensemble", "All")
        : cell.category.map { table.categories[$0] } ?? say("(sans valeur)", "(no value)")
      let mark = isTotal || !cell.isMarked ? "" : (cell.adjustedResidual ?? 0) > 0 ? "↑" : "↓"
      text.rows.append([
        name, NumberWording.count(cell.n), NumberWording.count(cell.base),
        cell.share.map { NumberWording.share($0) } ?? "–", interval(cell.interval), mark,
        bars > 0 ? drawn(cell, width: bars) : "",
      ])
    }
    var lines = [session.style.strong(table.codes[0])] + session.lines(text)
    if let test = row.test {
      lines += Paragraph.lines(wording(test), width: session.terminal.width)
    }
    return lines
  }

  private static func interval(_ interval: ConfidenceInterval?) -> String {
    guard let interval else { return "–" }
    return NumberWording.decimal(interval.lower * 100, places: 0) + " – "
      + NumberWording.decimal(interval.upper * 100, places: 0)
  }

  /// The interval on a scale from 0 to 100 %, the share as a dot.
  private static func drawn(_ cell: CrossTabulation.Cell, width: Int) -> String {
    guard let share = cell.share, let interval = cell.interval else { return "" }
    func column(_ value: Double) -> Int { min(width - 1, max(0, Int((value * Double(width - 1)).rounded()))) }
    let (lower, upper, dot) = (column(interval.lower), column(interval.upper), column(share))
    return String(
      (0...upper).map { position -> Character in
        if position == dot { return "●" }
        if position < lower { return " " }
        return position == lower ? "├" : position == upper ? "┤" : "─"
      })
  }

  private static func several(_ table: CrossTabulating.Table, _ session: Session) -> [String] {
    let tabulation = table.tabulation
    let names = tabulation.bases.map {
      $0.category.map { table.categories[$0] } ?? say("(sans valeur)", "(none)")
    }
    var text = TextTable(
      columns: [.init(heading: "code", mayShrink: true)]
        + names.map { .init(heading: $0.cut(14), alignment: .right) }
        + [
          .init(heading: say("Ensemble", "All"), alignment: .right), .init(heading: "n", alignment: .right),
          .init(heading: "V", alignment: .right), .init(heading: "p", alignment: .right),
        ])
    for (name, row) in zip(table.codes, tabulation.rows) {
      text.rows.append(
        [name]
          + row.cells.map { cell in
            (cell.share.map { NumberWording.share($0) } ?? "–")
              + (!cell.isMarked ? " " : (cell.adjustedResidual ?? 0) > 0 ? "↑" : "↓")
          } + [
            row.total.share.map { NumberWording.share($0) } ?? "–", NumberWording.count(row.total.n),
            row.test.map { NumberWording.decimal($0.cramersV, places: 2) } ?? "–",
            row.holm.map {
              $0 < 0.001
                ? "< " + NumberWording.decimal(0.001, places: 3) : NumberWording.decimal($0, places: 3)
            } ?? "–",
          ])
    }
    text.rows.append(
      [say("base", "base")] + tabulation.bases.map { NumberWording.count($0.n) + " " }
        + [NumberWording.count(tabulation.total.n), "", "", ""])
    return session.lines(text)
  }

  static func wording(_ test: IndependenceTest) -> String {
    var text =
      "χ² = \(NumberWording.decimal(test.chiSquared, places: 1)) (\(say("ddl", "df")) \(test.degreesOfFreedom)), "
    text +=
      test.fisher != nil
      ? say("test exact de Fisher ", "Fisher's exact test ") + NumberWording.probability(test.reportedP)
      : NumberWording.probability(test.p)
    text += say(", V de Cramér = ", ", Cramér's V = ") + NumberWording.decimal(test.cramersV, places: 2) + "."
    if test.fisher == nil, test.smallestExpected < 5 {
      // Cochran's rule of thumb.
      text += say(
        " Effectifs attendus faibles (au moins un sous 5) : χ² approximatif.",
        " Small expected counts (at least one under 5): χ² is approximate.")
    }
    return text
  }

  /// What a test of a weighted table is, and is not.
  static var weightedTests: String {
    say(
      "χ² sur poids de moyenne 1, sans plan de sondage : p indicatif.",
      "χ² on weights of mean 1, without the sampling design: p is a guide only."
    )
  }

  /// What shares of respondents are shares of.
  ///
  /// - Parameter isRestricted: whether only some answers are counted.
  static func shareOfRespondents(_ base: CrossTabulating.Base, isRestricted: Bool) -> String {
    guard base == .all else {
      return say("part des répondants qui ont répondu", "share of the respondents with an answer")
    }
    return isRestricted
      ? say(
        "part de tous les répondants, même sans réponse retenue par --where (ceux qui en ont une : --base answered)",
        "share of all respondents, also without an answer that --where lets through (those with one: --base answered)"
      ) : say("part de tous les répondants", "share of all respondents")
  }

  private static func notes(_ table: CrossTabulating.Table, _ session: Session, _ coverage: CodingCoverage)
    -> [String]
  {
    let request = table.request
    let unit =
      switch request.unit {
      case .respondents:
        shareOfRespondents(request.base, isRestricted: request.query != nil)
      case .answers: say("part des réponses", "share of the answers")
      case .codings: say("part des codages", "share of the codings")
      }
    var notes = [
      say("Base : ", "Base: ") + unit + ". " + say("Codeur : ", "Coder: ")
        + table.coders.joined(separator: ", ") + "."
    ]
    if request.isWeighted {
      notes.append(
        say("Parts pondérées ; n et base sans pondération.", "Weighted shares; n and base unweighted."))
      if table.tabulation.rows.contains(where: { $0.test != nil }) {
        notes.append(weightedTests)
      }
      if table.withoutWeight > 0 {
        notes.append(
          say(
            "Sans poids, donc pour 1 : \(table.withoutWeight.respondents).",
            "Without a weight, so as 1: \(table.withoutWeight.respondents)."))
      }
    }
    if table.tabulation.bases.contains(where: { $0.category == nil }),
      table.tabulation.rows.contains(where: { $0.test != nil })
    {
      notes.append(
        say(
          "« (sans valeur) » compte dans le χ² comme une modalité ; sans elle : --leave-out-missing.",
          "'\(table.codes.count == 1 ? "(no value)" : "(none)")' counts in χ² as a category; without it: --leave-out-missing."
        ))
    }
    if table.codes.count > 1 { notes.append(say("p corrigés (Holm).", "p corrected (Holm).")) }
    let covered = CoverageNote.text(
      coverage,
      with: table.request.unit == .respondents && table.request.base == .all ? "--base answered" : nil)
    if !covered.isEmpty { notes.append(covered.trimmingSpaces) }
    notes.append(say("↑ ↓ : résidu ajusté d'au moins 1,96.", "↑ ↓: adjusted residual of at least 1.96."))
    return Paragraph.lines(notes.joined(separator: " "), width: session.terminal.width).map(
      session.style.faint)
  }
}

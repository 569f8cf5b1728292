import Workbench

/// Agreement as a table for reading and as one for other programs.
enum AgreementScreen {
  /// A row a code, then all codes stacked, the mean over codes, and the pairs of more than two coders; every measure with
  /// its interval.
  static func data(_ table: CoderAgreement.Table) -> DataTable {
    let columns =
      ["level", "code", "coders", "unit", "answers", "units"] + table.coders.map { "n_\($0)" }
      + table.measures.flatMap { measure in ["", "_low", "_high"].map { measure.column + $0 } }
      + ["codes", "undefined", "constant_coders", "base", "replicates", "seed"]
    func row(
      _ level: String, _ code: String?, _ coders: [Int], answers: Int, units: Int,
      _ result: CodingAgreement.Result
    ) -> [TableValue] {
      let counts = table.coders.indices.map { place in
        coders.firstIndex(of: place).map { TableValue.integer(result.coded[$0]) } ?? .missing
      }
      let values = table.measures.flatMap { measure -> [TableValue] in
        let estimate = result.estimates[measure]
        return [
          TableValue(estimate?.value.value), TableValue(estimate?.interval?.lower),
          TableValue(estimate?.interval?.upper),
        ]
      }
      return [
        .text(level), TableValue(code), .text(coders.map { table.coders[$0] }.joined(separator: ",")),
        .text(table.unit.rawValue), .integer(answers), .integer(units),
      ] + counts + values
        + [
          .missing, TableValue(reasons(result, table.measures)),
          TableValue(constant(result, coders.map { table.coders[$0] })),
        ] + ending
    }
    let ending: [TableValue] = [
      .text(table.countsAll ? "all" : table.coverage.contains { $0.isFromCodingsAlone } ? "coded" : "seen"),
      .integer(table.replicates),
      Int(exactly: table.seed).map(TableValue.integer) ?? .text(String(table.seed)),
    ]
    let all = Array(table.coders.indices)
    var rows = table.rows.map {
      row("code", $0.code, all, answers: table.answers, units: table.units, $0.result)
    }
    rows.append(row("pooled", nil, all, answers: table.answers, units: table.units, table.pooled))
    let means = table.measures.flatMap { measure -> [TableValue] in
      [TableValue(table.means[measure]?.value.value), .missing, .missing]
    }
    rows.append(
      [
        .text("mean"), .missing, .text(table.coders.joined(separator: ",")), .text(table.unit.rawValue),
        .integer(table.answers), .integer(table.units),
      ] + table.coders.map { _ in .missing } + means
        + [.integer(table.means.values.map(\.codes).max() ?? 0), .missing, .missing] + ending)
    rows += table.pairs.map {
      row("pair", nil, [$0.first, $0.second], answers: $0.answers, units: $0.units, $0.result)
    }
    return DataTable(columns: columns, rows: rows)
  }

  /// Why measures have no value: `krippendorff-alpha: chance-agreement-is-one`; nil where all have one.
  private static func reasons(_ result: CodingAgreement.Result, _ measures: [AgreementMeasure]) -> String? {
    let reasons = measures.compactMap { measure -> String? in
      guard case .undefined(let reason)? = result.estimates[measure]?.value else { return nil }
      return "\(measure.rawValue): \(reason.rawValue)"
    }
    return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
  }

  private static func constant(_ result: CodingAgreement.Result, _ coders: [String]) -> String? {
    let names = result.constantCoders.map { coders[$0] }
    return names.isEmpty ? nil : names.joined(separator: ",")
  }

  /// The table for reading. Where no measures are named: the share of agreement, then kappa for two coders or alpha for
  /// more with its interval, and the others that are commonly asked for.
  static func lines(_ table: CoderAgreement.Table, measures: [AgreementMeasure], _ session: Session)
    -> [String]
  {
    let isPair = isPair(table)
    let main: AgreementMeasure = isPair ? .cohenKappa : .krippendorffAlpha
    let usual: [AgreementMeasure] =
      [.percent, main] + (isPair ? [.krippendorffAlpha, .gwetAC1] : [.fleissKappa, .gwetAC1])
      + (table.unit == .answer ? [] : [.unitizingAlpha])
    let shown = measures.isEmpty ? usual : measures
    let withInterval: Set<AgreementMeasure> =
      table.replicates == 0 ? [] : measures.isEmpty ? [main] : Set(measures)

    var lines = [heading(table)]
    let measureColumns = shown.flatMap { measure -> [TextTable.Column] in
      [.init(heading: measure.wording, alignment: .right)]
        + (withInterval.contains(measure) ? [.init(heading: say("IC 95 %", "95 % CI"))] : [])
    }
    func cells(_ result: CodingAgreement.Result, marked: Bool) -> [String] {
      shown.flatMap { measure -> [String] in
        let mark =
          marked && measure == .cohenKappa && result.estimates[measure]?.value.value != nil ? "*" : ""
        let value = self.value(result.estimates[measure]?.value, measure) + mark
        return [value]
          + (withInterval.contains(measure) ? [interval(result.estimates[measure]?.interval, measure)] : [])
      }
    }
    var text = TextTable(
      columns: [.init(heading: "code", mayShrink: true)]
        + table.coders.map { .init(heading: $0, alignment: .right) } + measureColumns)
    func counts(_ result: CodingAgreement.Result) -> [String] {
      result.coded.map { $0 == 0 ? "–" : NumberWording.count($0) }
    }
    text.rows = table.rows.map { row in
      [session.style.swatch(row.colour) + row.code] + counts(row.result)
        + cells(row.result, marked: !row.result.constantCoders.isEmpty)
    }
    if table.rows.count > 1 {
      text.rows.append(
        [say("tous réunis", "all together")] + counts(table.pooled)
          + cells(table.pooled, marked: !table.pooled.constantCoders.isEmpty))
      text.rows.append(
        [say("moyenne des codes", "mean of codes")] + table.coders.map { _ in "" }
          + shown.flatMap { measure -> [String] in
            [value(table.means[measure]?.value, measure)] + (withInterval.contains(measure) ? [""] : [])
          })
    }
    lines += session.lines(text)
    if !table.pairs.isEmpty {
      var pairs = TextTable(
        columns: [
          .init(heading: say("paire", "pair")), .init(heading: say("réponses", "answers"), alignment: .right),
        ]
          + shown.filter { $0 != .cohenKappa }.flatMap { measure -> [TextTable.Column] in
            [.init(heading: measure.wording, alignment: .right)]
              + (withInterval.contains(measure) ? [.init(heading: say("IC 95 %", "95 % CI"))] : [])
          })
      // Cohen's kappa is for two: a pair has it though the whole table has not.
      pairs.columns.append(.init(heading: AgreementMeasure.cohenKappa.wording, alignment: .right))
      pairs.rows = table.pairs.map { pair in
        let cells = shown.filter { $0 != .cohenKappa }.flatMap { measure -> [String] in
          [value(pair.result.estimates[measure]?.value, measure)]
            + (withInterval.contains(measure)
              ? [interval(pair.result.estimates[measure]?.interval, measure)] : [])
        }
        return [
          "\(table.coders[pair.first]) – \(table.coders[pair.second])", NumberWording.count(pair.answers),
        ]
          + cells + [value(pair.result.estimates[.cohenKappa]?.value, .cohenKappa)]
      }
      lines += session.lines(pairs)
    }
    return lines + notes(table, shown).flatMap { Paragraph.lines($0, width: session.terminal.width) }
  }

  private static func isPair(_ table: CoderAgreement.Table) -> Bool { table.coders.count == 2 }

  private static func heading(_ table: CoderAgreement.Table) -> String {
    let names =
      table.coders.count == 2
      ? table.coders.joined(separator: say(" et ", " and ")) : table.coders.joined(separator: ", ")
    let units = table.unit == .answer ? "" : " (\(table.unit.count(table.units)))"
    return say("Accord : ", "Agreement: ") + names + say(" · unité : ", " · unit: ") + table.unit.wording
      + " · "
      + table.answers.answers + units
  }

  private static func notes(_ table: CoderAgreement.Table, _ shown: [AgreementMeasure]) -> [String] {
    var notes: [String] = []
    let all = table.rows.map(\.result) + [table.pooled]
    if isPair(table), shown.contains(.cohenKappa), all.contains(where: { !$0.constantCoders.isEmpty }) {
      notes.append(
        say(
          "* l'un des codeurs ne l'a donné nulle part (ou partout) : le kappa vaut alors 0 par construction.",
          "* one of the coders gave it nowhere (or everywhere): kappa is then 0 by construction."))
    }
    if all.contains(where: { result in shown.contains { result.estimates[$0]?.value.value == nil } }) {
      notes.append(
        say(
          "indéfini : le hasard seul donnerait un accord complet, ou la mesure ne vaut pas pour tant de codeurs ou cette unité.",
          "undefined: chance alone would give full agreement, or the measure is not for so many coders or this unit."
        ))
    }
    if table.replicates > 0 {
      notes.append(
        say(
          "IC : \(NumberWording.count(table.replicates)) rééchantillonnages des réponses, graine \(table.seed).",
          "CI: \(NumberWording.count(table.replicates)) resamples of answers, seed \(table.seed).")
          + (table.rows.count > 1
            ? say(
              " « Tous réunis » empile tous les jugements réponse × code.",
              " 'All together' stacks all judgements answer × code.") : ""))
    }
    return notes + [coverage(table.coverage, countsAll: table.countsAll)]
  }

  /// Which answers counted.
  static func coverage(_ coverage: [AgreementCoverage], countsAll: Bool) -> String {
    if countsAll {
      return say(
        "Toutes les réponses comptent comme parcourues par tous (--all-answers).",
        "Every answer counts as gone through by everybody (--all-answers).")
    }
    let counts = coverage.map { "\($0.coder) \(NumberWording.count($0.counted))" }.joined(separator: ", ")
    let alone = coverage.filter(\.isFromCodingsAlone).map(\.coder)
    var text = say("Réponses parcourues : \(counts).", "Answers gone through: \(counts).")
    if !alone.isEmpty {
      text += say(
        " Pour \(alone.joined(separator: ", ")), seules comptent les réponses codées, rien ne disant ce qui a été lu et laissé sans code (import --as seen, coders mark).",
        " For \(alone.joined(separator: ", ")) only coded answers count, as nothing says what was read and left without a code (import --as seen, coders mark)."
      )
    }
    return text
  }

  private static func value(_ value: AgreementValue?, _ measure: AgreementMeasure) -> String {
    switch value {
    case .value(let number)?:
      measure == .percent ? NumberWording.share(number, places: 1) : NumberWording.decimal(number, places: 2)
    case .undefined?, nil: say("indéfini", "undefined")
    }
  }

  private static func interval(_ interval: ConfidenceInterval?, _ measure: AgreementMeasure) -> String {
    guard let interval else { return "–" }
    func number(_ number: Double) -> String {
      measure == .percent
        ? NumberWording.decimal(number * 100, places: 1) : NumberWording.decimal(number, places: 2)
    }
    return "\(number(interval.lower)) – \(number(interval.upper))"
  }
}

extension AgreementMeasure {
  /// What a reader calls it, above a column.
  var wording: String {
    switch self {
    case .percent: say("accord", "agreement")
    case .cohenKappa: say("kappa", "kappa")
    case .brennanPrediger: "Brennan-P."
    case .gwetAC1: "AC1"
    case .fleissKappa: say("kappa de Fleiss", "Fleiss' kappa")
    case .krippendorffAlpha: "alpha"
    case .unitizingAlpha: "u-alpha"
    }
  }

  /// The name of its column in files.
  var column: String { rawValue.replacing("-", with: "_") }
}

extension AgreementUnit {
  var wording: String {
    switch self {
    case .answer: say("réponse", "answer")
    case .token: say("mot", "token")
    case .character: say("caractère", "character")
    }
  }

  /// So many of them.
  func count(_ number: Int) -> String {
    switch self {
    case .answer: number.answers
    case .token: number.tokens
    case .character:
      NumberWording.things(number, ("caractère", "caractères"), ("character", "characters"))
    }
  }
}

extension Int {
  var disagreements: String {
    NumberWording.things(self, ("désaccord", "désaccords"), ("disagreement", "disagreements"))
  }
}

import Workbench

/// Disagreements side by side.
enum DisagreementScreen {
  /// A row a disagreement; for each coder the text given the code, its ranges, the memos, and what was given instead.
  static func data(_ outcome: Disagreements.Outcome, limit: Int) -> DataTable {
    let columns =
      ["respondent", "question", "code", "kind"]
      + outcome.coders.flatMap { coder in ["", "_ranges", "_memo", "_instead"].map { coder + $0 } }
      + ["settled", "settled_ranges", "settled_memo", "text"]
    let rows = shown(outcome, limit).map { line -> [TableValue] in
      let sides = line.sides.flatMap { side -> [TableValue] in
        guard side.hasSeen else { return [.missing, .missing, .missing, .missing] }
        return [
          .text(side.segments.map(\.text).joined(separator: " […] ")),
          .text(side.segments.map { written($0.range) }.joined(separator: " ")),
          .text(side.segments.map(\.memo).filter { !$0.isEmpty }.joined(separator: "\n")),
          .text(side.instead.joined(separator: ", ")),
        ]
      }
      let settled: [TableValue] =
        line.settled.map { decision in
          [
            .text(decision.ranges.isEmpty ? "none" : "given"),
            .text(decision.ranges.map(written).joined(separator: " ")), .text(decision.memo),
          ]
        } ?? [.missing, .missing, .missing]
      return [
        .text(line.answer.respondent), TableValue(line.answer.question), .text(line.code),
        .text(line.kind.rawValue),
      ] + sides + settled + [.text(line.text)]
    }
    return DataTable(columns: columns, rows: rows)
  }

  static func lines(
    _ outcome: Disagreements.Outcome, limit: Int, _ compared: ComparedOptions, _ session: Session
  ) -> [String] {
    let lines = shown(outcome, limit)
    let width = outcome.coders.map(\.displayWidth).max() ?? 0
    var text: [String] = []
    for line in lines {
      let head = "\(line.answer) · " + session.style.swatch(line.colour) + line.code
      text.append(head + wording(line.kind))
      for side in line.sides {
        let start = "  " + side.coder.padded(width) + "  "
        text += self.lines(side, start, session)
      }
      for decision in line.contrary {
        text.append("  ≠ " + say("décidé : ", "decided: ") + wording(decision))
      }
      if let settled = line.settled {
        text.append("  → " + say("réglé : ", "settled: ") + wording(settled))
      }
    }
    let left = outcome.all - outcome.settled
    var end = say(
      "\(outcome.all.disagreements) sur \(outcome.answers.answers) parcourues par deux au moins",
      "\(outcome.all.disagreements) in \(outcome.answers.answers) gone through by two at least")
    if outcome.settled > 0 {
      end += say(
        " ; \(NumberWording.count(outcome.settled)) déjà réglé(s), \(NumberWording.count(left)) à régler",
        "; \(NumberWording.count(outcome.settled)) settled, \(NumberWording.count(left)) to settle")
    }
    if lines.count < outcome.lines.count {
      end += say(
        " — \(NumberWording.count(lines.count)) montrés ; tous : --limit 0",
        " — \(NumberWording.count(lines.count)) shown; all: --limit 0")
    }
    text += Paragraph.lines(end, width: session.terminal.width)
    text += Paragraph.lines(
      AgreementScreen.coverage(outcome.coverage, countsAll: compared.allAnswers),
      width: session.terminal.width)
    if left > 0 {
      text.append(
        say(
          "Pour en régler un : verbatim settle RÉPONSE CODE --as CODEUR|none --memo \"…\"",
          "To settle one: verbatim settle ANSWER CODE --as CODER|none --memo \"…\""))
    }
    return text
  }

  private static func wording(_ decision: Settlement) -> String {
    let ranges = decision.ranges.map(written).joined(separator: " ")
    return (decision.ranges.isEmpty ? say("code non donné", "code not given") : ranges)
      + (decision.memo.isEmpty ? "" : " · " + decision.memo.onOneLine)
  }

  private static func wording(_ kind: Disagreements.Kind) -> String {
    switch kind {
    case .presence: ""
    case .extent: say(" · passages différents", " · different parts")
    case .decision: say(" · décisions contraires", " · contrary decisions")
    }
  }

  private static func lines(_ side: Disagreements.Side, _ start: String, _ session: Session) -> [String] {
    guard side.hasSeen else { return [start + say("n'a pas parcouru la réponse", "has not gone through it")] }
    guard !side.segments.isEmpty else {
      let instead = side.instead.joined(separator: ", ")
      return [start + (instead.isEmpty ? "–" : say("–  à cet endroit : ", "–  in that place: ") + instead)]
    }
    return side.segments.enumerated().flatMap { place, segment -> [String] in
      let head =
        (place == 0 ? start : String(repeating: " ", count: start.displayWidth)) + written(segment.range)
        + "  "
      let quoted = say("« \(segment.text.onOneLine) »", "'\(segment.text.onOneLine)'")
      let line = head + quoted.cut(max(24, session.terminal.width - head.displayWidth))
      guard !segment.memo.isEmpty else { return [line] }
      let memo =
        String(repeating: " ", count: start.displayWidth) + say("mémo : ", "memo: ") + segment.memo.onOneLine
      return [line, memo.cut(session.terminal.width)]
    }
  }

  private static func shown(_ outcome: Disagreements.Outcome, _ limit: Int) -> [Disagreements.Line] {
    limit > 0 ? Array(outcome.lines.prefix(limit)) : outcome.lines
  }

  private static func written(_ range: TextRange) -> String { "\(range.start)-\(range.end)" }
}

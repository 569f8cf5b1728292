import Workbench

/// An answer for reading, its hits or coded segments marked.
enum AnswerScreen {
  /// An answer found by a query.
  static func lines(_ line: AnswerSearch.Line, _ variables: [String], _ session: Session) -> [String] {
    var head = session.style.strong(line.answer.description)
    let values = line.values.filter { !$0.isEmpty }
    if !values.isEmpty { head += session.style.faint("  " + values.joined(separator: " · ")) }
    if line.codings > 0 { head += session.style.faint("  " + line.codings.codings) }
    let marked = MarkedText.text(line.text, line.hits.map { ($0, "") }, session.style)
    return [head] + Paragraph.lines(marked, width: session.terminal.width - 2).map { "  " + $0 } + [""]
  }

  /// An answer with its question, its respondent and its codings.
  static func lines(_ page: AnswerReading.Page, _ session: Session) -> [String] {
    let style = session.style
    let values = page.values.map(\.value).joined(separator: " · ")
    var lines = [style.strong(page.answer.description) + (values.isEmpty ? "" : style.faint("  " + values))]
    if page.wording != page.answer.question { lines.append(style.faint("  " + page.wording.onOneLine)) }
    let numbered = page.codings.enumerated().map { ($1.coding.range, Superscript.text($0 + 1)) }
    let marked = MarkedText.text(page.text, numbered, style)
    lines += Paragraph.lines(marked, width: session.terminal.width - 2).map { "  " + $0 }
    for (index, coding) in page.codings.enumerated() {
      let origin = coding.coding.origin == .rule ? say(" par règle", " by rule") : ""
      lines.append(
        "    \(Superscript.text(index + 1)) \(style.swatch(coding.colour))\(coding.code)  (\(coding.coder)\(origin), "
          + "\(coding.coding.range.start)-\(coding.coding.range.end))"
          + (coding.memo.isEmpty ? "" : "  " + coding.memo.onOneLine))
    }
    lines += page.memos.map { "    " + say("mémo : ", "memo: ") + $0.onOneLine }
    return lines
  }
}

/// Text with ranges marked in it.
enum MarkedText {
  /// The text with each range between brackets, or underlined where there is colour, its label after it. Ranges
  /// may overlap. Control characters are made harmless; line feeds stay.
  static func text(_ text: String, _ ranges: [(range: TextRange, label: String)], _ style: Style) -> String {
    var opening: [Int: Int] = [:]
    var closing: [Int: [(start: Int, label: String)]] = [:]
    for (range, label) in ranges where !range.isEmpty {
      opening[range.start, default: 0] += 1
      closing[range.end, default: []].append((range.start, label))
    }
    var result = ""
    var depth = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      close(index, &result, &depth, closing, style)
      if let count = opening[index] {
        depth += count
        result += style.terminal.hasColour ? "\u{1B}[4m" : String(repeating: "⟦", count: count)
      }
      result += scalar == "\n" ? "\n" : String(scalar).onOneLine
    }
    close(text.scalarCount, &result, &depth, closing, style)
    return result
  }

  private static func close(
    _ index: Int, _ result: inout String, _ depth: inout Int, _ closing: [Int: [(start: Int, label: String)]],
    _ style: Style
  ) {
    // The range that began last closes first, as brackets do.
    for end in (closing[index] ?? []).sorted(by: { $0.start > $1.start }) {
      depth -= 1
      if !style.terminal.hasColour { result += "⟧" } else if depth == 0 { result += "\u{1B}[24m" }
      result += end.label
    }
  }
}

/// Small numbers above the line.
enum Superscript {
  private static let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

  static func text(_ number: Int) -> String {
    String(String(number).compactMap(\.wholeNumberValue).map { digits[$0] })
  }
}

import Workbench

/// An answer to code: where one is, the question, the text with what is coded in it, and by whom.
enum CodingPageScreen {
  static func lines(_ page: CodingSession.Page, _ session: Session) -> [String] {
    let style = session.style
    let width = session.terminal.width
    var lines = [header(page, session)]
    if page.wording != page.answer.question {
      lines += Paragraph.lines(page.wording.onOneLine, width: width - 2).map { "  " + style.faint($0) }
    }
    let parts = page.marks.filter { !$0.isWhole }.map {
      CodedText.Part(
        range: $0.range, label: Superscript.text($0.number), colour: $0.colour,
        isProposed: $0.isProposal)
    }
    lines += CodedText.lines(page.text, parts, width: width - 2, style).map { "  " + $0 }
    lines += legend(page, session)
    lines += page.memos.map { "    " + say("mémo : ", "memo: ") + $0.onOneLine }
    return lines
  }

  /// `─ R1203 · q1 ───── 412 / 2 407 · 398 vues ─ Travail social · 18 · rural ─`
  private static func header(_ page: CodingSession.Page, _ session: Session) -> String {
    let style = session.style
    let width = min(session.terminal.width, 120)
    let name = [page.answer.respondent, page.answer.question].compactMap { $0?.onOneLine }.joined(
      separator: " · ")
    let place = progress(page.number, page.total, seen: page.seen)
    let left = "─ \(name) "
    let room = width - left.displayWidth - place.displayWidth - 8
    let values = page.values.map(\.onOneLine).joined(separator: " · ").cut(max(0, room - 2))
    let right = " \(place) ─" + (room > 14 && !values.isEmpty ? " \(values) ─" : "")
    let rule = String(repeating: "─", count: max(1, width - left.displayWidth - right.displayWidth))
    return style.faint("─ ") + style.strong(name) + style.faint(" " + rule + right)
  }

  /// `412 / 2 407 · 398 vues`
  static func progress(_ number: Int, _ total: Int, seen: Int) -> String {
    let seenText =
      say(seen < 2 ? "vue" : "vues", "seen")
    return
      "\(NumberWording.count(number)) / \(NumberWording.count(total)) · \(NumberWording.count(seen))\u{A0}\(seenText)"
  }

  // MARK: The legend

  private static func legend(_ page: CodingSession.Page, _ session: Session) -> [String] {
    let (style, width) = (session.style, session.terminal.width - 4)
    var lines: [String] = []
    var line = ""
    func close() {
      if !line.isEmpty { lines.append("    " + line) }
      line = ""
    }
    for mark in page.marks {
      guard case .coding(_, let coder, let origin, let memo) = mark.kind else { continue }
      let by = coder + (origin == .rule ? say(" par règle", " by rule") : "")
      let text = entry(mark, style) + "  " + style.faint("(" + by + whole(mark) + ")")
      if line.displayWidth + 4 + text.displayWidth > width { close() }
      line += (line.isEmpty ? "" : "    ") + text
      if !memo.isEmpty {
        close()
        lines.append("        " + say("mémo : ", "memo: ") + memo.onOneLine)
      }
    }
    close()
    let proposals = page.proposals
    for mark in proposals {
      let hint =
        proposals.count == 1 ? say(" : o accepter, n refuser", ": y to accept, n to refuse") : ""
      lines.append(
        "    " + entry(mark, style) + "  "
          + style.faint(say("proposé par règle", "proposed by rule") + whole(mark) + hint))
    }
    if proposals.count > 1, let first = proposals.first?.number {
      lines.append(
        "    "
          + style.faint(
            say(
              "o \(first) accepte, n \(first) refuse ; o * et n * valent pour toutes",
              "y \(first) accepts, n \(first) refuses; y * and n * are for all")))
    }
    return lines
  }

  private static func entry(_ mark: CodingSession.Mark, _ style: Style) -> String {
    Superscript.text(mark.number) + " " + style.swatch(mark.colour) + mark.name.onOneLine
  }

  private static func whole(_ mark: CodingSession.Mark) -> String {
    mark.isWhole ? say(", toute la réponse", ", whole answer") : ""
  }

  // MARK: What was done

  /// What became of codes: `+ surcharge administrative  « remplir des tableaux »`.
  static func lines(_ changes: [CodingSession.Change], _ session: Session) -> [String] {
    changes.flatMap { change in
      let sign =
        switch change.kind {
        case .given: "+"
        case .already: "="
        case .taken: "−"
        case .refused: "×"
        }
      let note =
        switch change.kind {
        case .given, .taken: ""
        case .already: say("déjà codé ", "coded already ")
        case .refused: say("refusé ", "refused ")
        }
      let head = "  \(sign) " + session.style.swatch(change.colour) + change.code.onOneLine + "  " + note
      let room = max(16, session.terminal.width - head.displayWidth - 4)
      let part =
        change.isWhole
        ? say("toute la réponse", "whole answer")
        : say("« \(change.segment.onOneLine.cut(room)) »", "'\(change.segment.onOneLine.cut(room))'")
      return [head + part]
        + [CodebookEditScreen.homonyms(change.homonyms)].compactMap { $0.map { "    " + $0 } }
    }
  }

  /// The answer with a small number before each word.
  static func words(_ page: CodingSession.Page, _ session: Session) -> [String] {
    let scalars = page.text.unicodeScalars
    var (place, offset) = (scalars.startIndex, 0)
    var text = ""
    func take(upTo end: Int) {
      let next = scalars.index(place, offsetBy: end - offset, limitedBy: scalars.endIndex) ?? scalars.endIndex
      text += String(scalars[place..<next])
      (place, offset) = (next, end)
    }
    for (index, range) in AnswerWords(page.text).ranges.enumerated() {
      take(upTo: range.start)
      text += Superscript.text(index + 1)
    }
    text += String(scalars[place...])
    return CodedText.lines(text, [], width: session.terminal.width - 2, session.style).map { "  " + $0 }
  }
}

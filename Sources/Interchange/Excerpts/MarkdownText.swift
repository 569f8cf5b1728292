/// Writing text in Markdown (CommonMark) so that it shows exactly as written.
enum MarkdownText {
  private static let marks = "\\`*_[]<>#|~&$^@{}".unicodeScalars

  /// A line of text with every character escaped that Markdown could read as a sign. `atStart` says that it
  /// stands at the start of its line, where more characters are signs and spaces would be dropped.
  static func escape(_ line: some StringProtocol, atStart: Bool) -> String {
    var result = ""
    var isStart = atStart
    var isNumber = atStart
    for scalar in line.unicodeScalars {
      if isStart, scalar == " " || scalar == "\t" {
        result += scalar == " " ? "&nbsp;" : "&nbsp;&nbsp;&nbsp;&nbsp;"
        continue
      }
      let isSign = isStart && "-+=:".unicodeScalars.contains(scalar)
      let endsNumber = isNumber && !isStart && (scalar == "." || scalar == ")")
      if marks.contains(scalar) || isSign || endsNumber { result += "\\" }
      result.unicodeScalars.append(scalar)
      isNumber = isNumber && ("0"..."9").contains(scalar)
      isStart = false
    }
    return result
  }

  /// `text` in bold between what stands before and after it on its line. Spaces at its ends stay outside the
  /// asterisks; where asterisks would not be read as bold (`a**(b)**`), `<strong>` is used.
  static func strong(
    _ text: some StringProtocol, after before: Unicode.Scalar?, before after: Unicode.Scalar?
  ) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return escape(text, atStart: before == nil) }
    let end = scalars.index(after: last)
    let (lead, core, trail) = (text[..<first], text[first..<end], text[end...])
    let opens = flanks(outside: lead.unicodeScalars.last ?? before, inside: scalars[first])
    let closes = flanks(outside: trail.unicodeScalars.first ?? after, inside: scalars[last])
    let (open, close) = opens && closes ? ("**", "**") : ("<strong>", "</strong>")
    return escape(lead, atStart: before == nil) + open + escape(core, atStart: false) + close
      + escape(trail, atStart: false)
  }

  /// Whether asterisks between the two are read as the edge of bold text.
  private static func flanks(outside: Unicode.Scalar?, inside: Unicode.Scalar) -> Bool {
    guard isMark(inside), let outside else { return true }
    return outside.properties.isWhitespace || isMark(outside)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}

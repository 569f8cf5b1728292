import Workbench

/// Text with coded parts in their codes' colours.
enum CodedText {
  /// A part with what stands small after it.
  struct Part {
    let range: TextRange
    let label: String
    let colour: Colour?
    /// Whether it is not coded, but proposed to be.
    var isProposed = false
  }

  /// The text on lines of at most `width` columns: each part underlined in its code's colour, or between brackets
  /// where there is no colour, its label after it; what is proposed is not underlined, and between thin brackets.
  /// Parts may overlap; of several the one that began last shows. Control characters are made harmless; line feeds stay.
  static func lines(_ text: String, _ parts: [Part], width: Int, _ style: Style) -> [String] {
    let lines = Paragraph.lines(marked(text, parts, style), width: width)
    return style.terminal.hasColour ? carried(lines) : lines
  }

  private static func marked(_ text: String, _ parts: [Part], _ style: Style) -> String {
    var opening: [Int: [Int]] = [:]
    var closing: [Int: [Int]] = [:]
    for (index, part) in parts.enumerated() where !part.range.isEmpty {
      opening[part.range.start, default: []].append(index)
      closing[part.range.end, default: []].append(index)
    }
    guard !opening.isEmpty else { return plain(text.unicodeScalars[...]) }
    var result = ""
    var open: [Int] = []
    func close(at offset: Int) {
      for index in (closing[offset] ?? []).sorted(by: { parts[$0].range.start > parts[$1].range.start }) {
        open.removeAll { $0 == index }
        if style.terminal.hasColour {
          result += "\u{1B}[0m" + style.coloured(parts[index].label, parts[index].colour)
          if let last = open.last { result += start(parts[last], style) }
        } else {
          result += (parts[index].isProposed ? "⟩" : "⟧") + parts[index].label
        }
      }
    }
    let scalars = text.unicodeScalars
    var place = scalars.startIndex
    var offset = 0
    for edge in Set(opening.keys).union(closing.keys).sorted() {
      let next =
        scalars.index(place, offsetBy: edge - offset, limitedBy: scalars.endIndex) ?? scalars.endIndex
      result += plain(scalars[place..<next])
      (place, offset) = (next, edge)
      close(at: edge)
      // The longest opens first, as brackets nest.
      for index in (opening[edge] ?? []).sorted(by: { parts[$0].range.end > parts[$1].range.end }) {
        open.append(index)
        result += start(parts[index], style)
      }
    }
    return result + plain(scalars[place...])
  }

  private static func start(_ part: Part, _ style: Style) -> String {
    guard style.terminal.hasColour else { return part.isProposed ? "⟨" : "⟦" }
    return style.codedStart(part.colour, isUnderlined: !part.isProposed)
  }

  private static func plain(_ scalars: Substring.UnicodeScalarView) -> String {
    String(scalars).split(separator: "\n", omittingEmptySubsequences: false).map(\.onOneLine)
      .joined(separator: "\n")
  }

  /// Lines that each end what they begin, so that nothing beside them is coloured.
  private static func carried(_ lines: [String]) -> [String] {
    var active = ""
    return lines.map { line in
      let start = active
      var rest = line[...]
      while let escape = rest.firstIndex(of: "\u{1B}"), let end = rest[escape...].firstIndex(of: "m") {
        let sequence = String(rest[escape...end])
        active = sequence == "\u{1B}[0m" ? "" : sequence
        rest = rest[rest.index(after: end)...]
      }
      return start + line + (active.isEmpty ? "" : "\u{1B}[0m")
    }
  }
}

/// A table for reading: columns padded to their widest cell, as narrow as the terminal asks.
struct TextTable {
  enum Alignment {
    case left, right
  }

  /// A column's heading and how its cells stand; one column may shrink where the terminal is narrow.
  struct Column {
    var heading: String
    var alignment: Alignment = .left
    var mayShrink = false
  }

  var columns: [Column]
  var rows: [[String]] = []
  var indent = 2

  /// The table's lines, headings first (left out where all are empty).
  func lines(_ terminal: Terminal, _ style: Style) -> [String] {
    var widths = columns.indices.map { index in
      max(columns[index].heading.displayWidth, rows.map { $0[index].displayWidth }.max() ?? 0)
    }
    let excess = indent + widths.reduce(0, +) + 2 * (columns.count - 1) - terminal.width
    if excess > 0, let index = columns.firstIndex(where: \.mayShrink) {
      widths[index] = max(12, columns[index].heading.displayWidth, widths[index] - excess)
    }
    var lines: [String] = []
    if columns.contains(where: { !$0.heading.isEmpty }) {
      lines.append(style.faint(line(columns.map(\.heading), widths)))
    }
    return lines + rows.map { line($0, widths) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = String(repeating: " ", count: indent)
    for (index, cell) in cells.enumerated() {
      let shown = columns[index].mayShrink ? cell.cut(widths[index]) : cell
      text +=
        columns[index].alignment == .right ? shown.paddedLeft(widths[index]) : shown.padded(widths[index])
      if index < cells.count - 1 { text += "  " }
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}

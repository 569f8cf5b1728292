import Foundation
import Workbench

/// A concordance for reading: hits one under the other.
enum KwicScreen {
  static func lines(
    _ lines: [Concordance.Line], from: Int, showsCodes: Bool = false, _ session: Session
  ) -> [String] {
    guard !lines.isEmpty else { return [] }
    let width = session.terminal.width
    let numberWidth = String(from + lines.count).count
    let nameWidth = min(lines.map { $0.answer.description.displayWidth }.max() ?? 0, width / 4)
    let valuesWidth = min(lines.map { values($0, showsCodes).displayWidth }.max() ?? 0, width / 4)
    let marks = session.terminal.hasColour ? 0 : 2
    let fixed = 1 + numberWidth + 2 + nameWidth + 2 + 2 + marks + (valuesWidth > 0 ? valuesWidth + 2 : 0)
    let room = max(12, width - fixed)
    let hitWidth = min(lines.map { $0.hit.onOneLine.displayWidth }.max() ?? 0, room / 2)
    let side = (room - hitWidth) / 2
    return lines.enumerated().map { index, line in
      let parts = line.parts
      let left = parts.left.onOneLine.trimmingSpaces.cutLeft(side).paddedLeft(side)
      let mark = session.style.hit(parts.hit.onOneLine.cut(hitWidth))
      let text = parts.right.onOneLine
      // What touches the hit, such as its comma, stays with it.
      let touches = text.first.map { !$0.isWhitespace } ?? false
      let right = touches ? text.cut(side) : " " + text.trimmingSpaces.cut(side)
      let hit = touches ? mark : mark.padded(hitWidth + marks)
      let beside = valuesWidth > 0 ? values(line, showsCodes).cut(valuesWidth).padded(valuesWidth) + "  " : ""
      let shown =
        " " + String(from + index + 1).paddedLeft(numberWidth) + "  "
        + line.answer.description.cut(nameWidth).padded(nameWidth)
        + "  " + beside + left + " " + hit + right
      return shown.trimmingTrailingSpaces
    }
  }

  private static func values(_ line: Concordance.Line, _ showsCodes: Bool) -> String {
    let codes = showsCodes ? [line.codes.joined(separator: ", ")] : []
    return (line.values + codes).map { $0.isEmpty ? "–" : $0 }.joined(separator: " · ")
  }
}

extension String {
  var trimmingSpaces: String { trimmingCharacters(in: .whitespaces) }

  var trimmingTrailingSpaces: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

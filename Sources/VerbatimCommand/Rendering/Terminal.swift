import CLineEditor
import Foundation
import Workbench

/// Where output goes and what it can show.
struct Terminal: Sendable {
  /// Whether standard output is a terminal.
  let isInteractive: Bool
  /// Columns to fill: the terminal's, else `COLUMNS`, else 100.
  let width: Int
  /// Whether colours may be used.
  let hasColour: Bool

  /// What `--color` may say.
  enum ColourChoice: String, CaseIterable, Sendable {
    case auto, always, never
  }

  /// Looks at standard output, `NO_COLOR`, `COLUMNS` and `TERM`.
  static func current(_ choice: ColourChoice) -> Terminal {
    let columns = Int(line_editor_columns(1))
    let isInteractive = isatty(1) == 1
    let width = columns > 0 ? columns : EnvironmentVariable.value("COLUMNS").flatMap { Int($0) } ?? 100
    let hasColour =
      switch choice {
      case .always: true
      case .never: false
      case .auto:
        isInteractive && EnvironmentVariable.value("NO_COLOR") == nil
          && EnvironmentVariable.value("TERM") != "dumb"
      }
    return Terminal(isInteractive: isInteractive, width: min(max(width, 40), 400), hasColour: hasColour)
  }
}

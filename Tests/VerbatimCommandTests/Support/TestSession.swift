import CLineEditor

@testable import VerbatimCommand

extension Terminal {
  /// Widths of characters come from the system's locale, which the program sets first of all.
  private static let knowsWidths = line_editor_use_utf8()

  /// A terminal for tests: no colour unless asked.
  static func test(width: Int = 100, hasColour: Bool = false) -> Terminal {
    precondition(knowsWidths)
    return Terminal(isInteractive: false, width: width, hasColour: hasColour)
  }
}

extension Style {
  static let plain = Style(terminal: .test())
  static let coloured = Style(terminal: .test(hasColour: true))
}

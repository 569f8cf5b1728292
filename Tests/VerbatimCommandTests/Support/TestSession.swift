@testable import VerbatimCommand

extension Terminal {
  /// A terminal for tests: no colour unless asked.
  static func test(width: Int = 100, hasColour: Bool = false) -> Terminal {
    Terminal(isInteractive: false, width: width, hasColour: hasColour)
  }
}

extension Style {
  static let plain = Style(terminal: .test())
  static let coloured = Style(terminal: .test(hasColour: true))
}

import Workbench

/// Colour and weight on a terminal. Without colour, marks stand in: nothing is said by colour alone.
struct Style: Sendable {
  let terminal: Terminal

  /// A heading or a name to find at a glance.
  func strong(_ text: String) -> String { wrapped(text, "1") }

  /// What is beside the point: units, hints, rulers.
  func faint(_ text: String) -> String { wrapped(text, "2") }

  /// A hit in its context; between brackets where there is no colour.
  func hit(_ text: String) -> String {
    terminal.hasColour ? wrapped(text, "1;4") : "⟦" + text + "⟧"
  }

  /// A square in a code's colour; nothing where there is none to show.
  func swatch(_ colour: Colour?) -> String {
    guard terminal.hasColour, let colour else { return "" }
    return "\u{1B}[38;2;\(colour.red);\(colour.green);\(colour.blue)m■\u{1B}[0m "
  }

  /// A text in a code's colour.
  func coloured(_ text: String, _ colour: Colour?) -> String {
    guard let colour else { return text }
    return wrapped(text, "38;2;\(colour.red);\(colour.green);\(colour.blue)")
  }

  /// What begins a part in its code's colour on a terminal with colours. `ESC[0m` ends it.
  func codedStart(_ colour: Colour?, isUnderlined: Bool) -> String {
    let tint = colour.map { ";38;2;\($0.red);\($0.green);\($0.blue)" } ?? ""
    return "\u{1B}[0\(isUnderlined ? ";4" : "")\(tint)m"
  }

  private func wrapped(_ text: String, _ attributes: String) -> String {
    terminal.hasColour && !text.isEmpty ? "\u{1B}[\(attributes)m\(text)\u{1B}[0m" : text
  }
}

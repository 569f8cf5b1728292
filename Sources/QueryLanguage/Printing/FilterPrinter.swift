/// Writes filters so that they are read back as the same ones.
enum FilterPrinter {
  static func print(_ filter: Filter) -> String {
    switch filter.kind {
    case .code(let name): "code:" + value(name)
    case .question(let name): "question:" + value(name)
    case .coder(let name): "coder:" + value(name)
    case .seen(let name): "seen:" + value(name)
    case .assigned(let name): "assigned:" + value(name)
    case .memo(let text): "memo:" + value(text)
    case .uncoded: "uncoded"
    case .variable(let name, let comparison, let text):
      variable(name) + (comparison == .equal ? ":" : comparison.rawValue) + value(text)
    }
  }

  private static func variable(_ name: String) -> String {
    ReservedName(name) == nil && !["within", "dans"].contains(name) && !isProximity(name)
      ? value(name) : quoted(name)
  }

  private static func isProximity(_ name: String) -> Bool {
    ["NEAR", "BEFORE"].contains(name.uppercased())
  }

  /// The text bare where it is one plain word, else in quotes.
  private static func value(_ text: String) -> String {
    let isPlain =
      !text.isEmpty && !OperatorWord.isReserved(text)
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || ["_", "-", "."].contains($0)
      }
    return isPlain ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    var result: [Unicode.Scalar] = ["\""]
    for scalar in text.unicodeScalars {
      if scalar.isDoubleQuote || scalar == "\\" { result.append("\\") }
      result.append(scalar)
    }
    return String(scalars: result + ["\""])
  }
}

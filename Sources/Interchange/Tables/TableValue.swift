/// A cell of a table that is printed or exported.
public enum TableValue: Hashable, Sendable {
  /// Text.
  case text(String)
  /// A count.
  case integer(Int)
  /// A measure; one that is no finite number is written as missing.
  case number(Double)
  /// Nothing.
  case missing
}

extension TableValue {
  /// A number where there is one, else ``missing``.
  public init(_ number: Double?) { self = number.map(TableValue.number) ?? .missing }

  /// Text where there is some, else ``missing``.
  public init(_ text: String?) { self = text.map(TableValue.text) ?? .missing }

  /// The value as a cell of text; empty for a missing one.
  public var cell: String {
    switch self {
    case .text(let text): text
    case .integer(let integer): String(integer)
    case .number(let number): NumberText.write(number) ?? ""
    case .missing: ""
    }
  }

  /// The value in JSON; `null` for a missing one.
  public var json: String {
    switch self {
    case .text(let text): JSONText.quote(text)
    case .integer(let integer): String(integer)
    case .number(let number): NumberText.write(number) ?? "null"
    case .missing: "null"
    }
  }
}

extension TableValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// Text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A count.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A measure.
  public init(floatLiteral value: Double) { self = .number(value) }
}

/// Writing numbers the same way on every machine.
public enum NumberText {
  /// The shortest decimal text that reads back to the same number, with a full stop and, for whole numbers,
  /// no decimals; nil for infinities and what is no number.
  public static func write(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    if number == 0 { return "0" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// Writing text in JSON.
public enum JSONText {
  /// `text` as a JSON string, quotes included. Beside what JSON demands, U+2028 and U+2029 are escaped, which
  /// some readers take for line ends, and U+007F to U+009F.
  public static func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

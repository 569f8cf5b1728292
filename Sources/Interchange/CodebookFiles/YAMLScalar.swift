/// Writing text as a YAML scalar that reads back exactly, and that people can go on writing in.
enum YAMLScalar {
  /// What a text is, which decides how it is written.
  enum Kind {
    /// A name, an identifier, a title: on the line of its key, without quotes where it can.
    case name
    /// Free text: a block of its own, in which nothing means anything, so that ` : ` and ` #` can be typed into it.
    case prose
    /// A query, whose double quotes stay as they are: in single quotes, or a block where it is long or has some.
    case rule
  }

  /// The longest text written on the line of its key, and the width to which longer ones are folded.
  static let inlineLength = 80, foldedWidth = 92

  /// The scalar for `text` after `key: `, with its further lines indented by `indent` spaces.
  static func render(_ text: String, as kind: Kind, indent: Int) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.allSatisfy(isPrintable) else { return doubleQuoted(scalars) }
    if scalars.contains("\n") { return literal(text, indent: indent) ?? doubleQuoted(scalars) }
    switch kind {
    case .prose:
      return folded(text, indent: indent) ?? literal(text, indent: indent) ?? doubleQuoted(scalars)
    case .rule where scalars.count > inlineLength || scalars.contains("'"):
      return folded(text, indent: indent) ?? literal(text, indent: indent) ?? singleQuoted(text)
    case .rule: return singleQuoted(text)
    case .name: break
    }
    if scalars.count > inlineLength, let folded = folded(text, indent: indent) { return folded }
    if isPlain(scalars), !isReserved(text) { return text }
    let hasQuote = scalars.contains("\"") || scalars.contains("\\")
    return hasQuote ? singleQuoted(text) : doubleQuoted(scalars)
  }

  /// Whether YAML lets the code point stand as it is in every style; tabs are left out because blocks do not
  /// start with one.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  /// Whether the text can stand without quotes: letters first, and nothing that YAML reads as a sign.
  private static func isPlain(_ scalars: [Unicode.Scalar]) -> Bool {
    guard let first = scalars.first, let last = scalars.last, first.properties.isAlphabetic,
      !last.properties.isWhitespace
    else { return false }
    return scalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar.value > 0x9F
        || " '-.,;()/+%?!_=".unicodeScalars.contains(scalar)
    }
  }

  private static func isReserved(_ text: String) -> Bool {
    ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
  }

  private static func singleQuoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" { result.unicodeScalars.append(scalar) }
      result.unicodeScalars.append(scalar)
    }
    return result + "'"
  }

  private static func doubleQuoted(_ scalars: [Unicode.Scalar]) -> String {
    var result = "\""
    for scalar in scalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        guard !isPrintable(scalar) else {
          result.unicodeScalars.append(scalar)
          continue
        }
        let hex = String(scalar.value, radix: 16, uppercase: true)
        let (mark, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
        result += "\\" + mark + String(repeating: "0", count: width - hex.count) + hex
      }
    }
    return result + "\""
  }

  /// A literal block, for text with lines; nil where it would not read back exactly.
  private static func literal(_ text: String, indent: Int) -> String? {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let endsInLine = lines.last?.isEmpty ?? false
    if endsInLine { lines.removeLast() }
    guard let first = lines.first?.first, first != " ", !(lines.last?.isEmpty ?? true) else { return nil }
    let margin = String(repeating: " ", count: indent)
    return (endsInLine ? "|" : "|-")
      + lines.map { $0.isEmpty ? "\n" : "\n" + margin + String($0) }.joined()
  }

  /// A folded block, for a line of words with single spaces between; nil for anything else.
  private static func folded(_ text: String, indent: Int) -> String? {
    let words = text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
    guard words.allSatisfy({ !$0.isEmpty }) else { return nil }
    let margin = "\n" + String(repeating: " ", count: indent)
    var result = ">-"
    var room = 0
    for word in words {
      if room > word.count {
        result += " "
        room -= word.count + 1
      } else {
        result += margin
        room = foldedWidth - indent - word.count
      }
      result.unicodeScalars.append(contentsOf: word)
    }
    return result
  }
}

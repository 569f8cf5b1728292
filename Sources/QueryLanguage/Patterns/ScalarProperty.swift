/// A property of characters in a regular expression, such as `\p{Lu}`: a general category of Unicode or its
/// first letter.
public struct ScalarProperty: Hashable, Sendable {
  /// The category's abbreviation, `L` or `Lu`, `any` for all.
  public let name: String
  /// Whether it is everything but these: `\P{Lu}` inside a class.
  public let isNegated: Bool

  /// The property called `name`; nil where there is none.
  init?(_ name: String, isNegated: Bool = false) {
    let known = ["L&", "Any"] + Self.names + Set(Self.names.compactMap { $0.first.map { String($0) } })
    guard known.contains(name) else { return nil }
    self.name = name
    self.isNegated = isNegated
  }

  /// Every general category.
  private static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf",
    "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  /// Whether a character has it.
  public func holds(of scalar: Unicode.Scalar) -> Bool { isNamed(scalar) != isNegated }

  private func isNamed(_ scalar: Unicode.Scalar) -> Bool {
    let category = Self.category(of: scalar)
    return switch name {
    case "Any": true
    case "L&": ["Lu", "Ll", "Lt"].contains(category)
    default: category.hasPrefix(name)
    }
  }

  private static func category(of scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    default: "Cn"
    }
  }
}

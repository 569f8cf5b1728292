extension Unicode.Scalar {
  /// A space of any kind, the non-breaking ones and the invisible ones included.
  var isQuerySpace: Bool {
    switch self {
    case " ", "\t", "\n", "\r", "\u{A0}", "\u{202F}", "\u{200B}", "\u{FEFF}": true
    default: value > 127 && properties.isWhitespace
    }
  }

  /// A straight or curly double quote; any of them closes any of them.
  var isDoubleQuote: Bool {
    self == "\"" || self == "“" || self == "”" || self == "„"
  }

  /// What opens a quotation.
  var opensQuotation: Bool { isDoubleQuote || self == "«" }

  /// Whether it closes the quotation that `opening` opened.
  func closesQuotation(openedBy opening: Unicode.Scalar) -> Bool {
    opening == "«" ? self == "»" : isDoubleQuote
  }

  /// The accents and the prime, which are typed where an apostrophe is meant; the two apostrophes are known as such.
  var standsForApostrophe: Bool { self == "´" || self == "`" || self == "′" }

  /// What ends a bare word wherever it stands.
  var endsBareWord: Bool {
    isQuerySpace || opensQuotation || self == "»" || self == "(" || self == ")"
  }

  /// What a comparison begins with.
  var beginsComparison: Bool {
    [":", "=", "!", "<", ">", "≠", "≤", "≥"].contains(self)
  }
}

extension String {
  /// The text of these code points.
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

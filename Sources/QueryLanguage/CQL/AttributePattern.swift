public import CodingModel

/// What an attribute's whole value must be: a regular expression, or with `%l` a text.
public struct AttributePattern: Sendable {
  /// What stands between the quotes, with inner quotes escaped.
  public let source: String
  /// `%c`: capitals do not matter.
  public let ignoresCase: Bool
  /// `%d`: accents do not matter, œ is oe and æ is ae.
  public let ignoresAccents: Bool
  /// What the value must match; nil for a text.
  public let expression: RegularExpression?
  /// The only texts that it matches, where these can be listed.
  public let texts: [String]?
  /// Where it is written, quotes included, in code points of the query text.
  public let range: TextRange

  /// A pattern of a regular expression.
  init(
    _ expression: RegularExpression, ignoresCase: Bool, ignoresAccents: Bool, range: TextRange
  ) {
    source = expression.source
    self.ignoresCase = ignoresCase
    self.ignoresAccents = ignoresAccents
    self.expression = expression
    texts = expression.root.texts
    self.range = range
  }

  /// A pattern of one text.
  init(text: String, ignoresCase: Bool, ignoresAccents: Bool, range: TextRange) {
    source = String(
      scalars: text.unicodeScalars.flatMap { $0.isDoubleQuote || $0 == "\\" ? ["\\", $0] : [$0] })
    self.ignoresCase = ignoresCase
    self.ignoresAccents = ignoresAccents
    expression = nil
    texts = [text]
    self.range = range
  }

  /// Whether it is a text, written with `%l`.
  public var isText: Bool { expression == nil }
}

extension AttributePattern: Hashable {
  /// Compares what is asked for, not where it is written.
  public static func == (left: Self, right: Self) -> Bool {
    left.source == right.source && left.ignoresCase == right.ignoresCase
      && left.ignoresAccents == right.ignoresAccents && left.isText == right.isText
  }

  /// Hashes what is asked for, not where it is written.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(ignoresCase)
    hasher.combine(ignoresAccents)
    hasher.combine(isText)
  }
}

extension RegularExpression.Node {
  /// The only texts that it matches, where it is plain text or alternatives of such.
  fileprivate var texts: [String]? {
    switch self {
    case .scalar(let scalar): return [String(Character(scalar))]
    case .sequence(let parts):
      var text = String.UnicodeScalarView()
      for part in parts {
        guard case .scalar(let scalar) = part else { return nil }
        text.append(scalar)
      }
      return [String(text)]
    case .alternatives(let branches):
      var all: [String] = []
      for branch in branches {
        guard let texts = branch.texts else { return nil }
        all += texts
      }
      return all
    case .oneOf, .repeated: return nil
    }
  }
}

/// A regular expression over one token, as written and as a tree.
///
/// It stands for the whole token. There are no backreferences and no look-around, so that every expression
/// is matched in time proportional to the text.
public struct RegularExpression: Sendable {
  /// What an expression matches.
  public indirect enum Node: Hashable, Sendable {
    /// This character.
    case scalar(Unicode.Scalar)
    /// A character of the class.
    case oneOf(ScalarClass)
    /// These, one after the other; of none of them: the empty text.
    case sequence([Node])
    /// One of these.
    case alternatives([Node])
    /// This, at least `minimum` times and at most `maximum` times (nil: any number).
    case repeated(Node, minimum: Int, maximum: Int?)
  }

  /// What stands between the slashes.
  public let source: String
  /// What it matches.
  public let root: Node

  /// An expression with the tree its source was parsed to.
  init(source: String, root: Node) {
    self.source = source
    self.root = root
  }
}

extension RegularExpression: Hashable {
  /// Compares sources.
  public static func == (left: Self, right: Self) -> Bool { left.source == right.source }

  /// Hashes the source.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

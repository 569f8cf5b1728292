/// Writes queries in their canonical form: English operators, straight quotes, no parenthesis too many.
///
/// What a query is printed as parses to an equal query, for every query that the parser can give.
public struct QueryPrinter {
  /// How tightly each construct binds; an operand that binds less tightly than its place asks for stands in
  /// parentheses.
  private enum Binding: Int, Comparable {
    case within, or, and, not, near, primary

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The canonical text of a query.
  public static func print(_ query: Query) -> String {
    write(query, inside: .within)
  }

  private static func write(_ query: Query, inside place: Binding) -> String {
    let (text, binding) = write(query.node)
    return binding < place ? "(\(text))" : text
  }

  private static func write(_ node: Query.Node) -> (String, Binding) {
    switch node {
    case .term(let term):
      return (TermPrinter.bare(term), .primary)
    case .phrase(let terms):
      return ("\"" + terms.map(TermPrinter.quoted).joined(separator: " ") + "\"", .primary)
    case .near(let left, let right, let proximity):
      let name = proximity.isOrdered ? "BEFORE" : "NEAR"
      let unit = proximity.unit == .sentence ? "" : ":" + proximity.unit.rawValue
      let mark = " \(name)/\(proximity.distance)\(unit) "
      return (write(left, inside: .primary) + mark + write(right, inside: .primary), .near)
    case .sequence(let sequence):
      // With a filter after `within` it would take what stands before it into that.
      if case .filter? = sequence.within { return (SequencePrinter.print(sequence), .within) }
      return (SequencePrinter.print(sequence), sequence.isPlain ? .primary : .near)
    case .filter(let filter):
      return (FilterPrinter.print(filter), .primary)
    case .and(let parts):
      return (parts.map { write($0, inside: .not) }.joined(separator: " AND "), .and)
    case .or(let parts):
      return (parts.map { write($0, inside: .and) }.joined(separator: " OR "), .or)
    case .not(let inner):
      return ("NOT " + write(inner, inside: .not), .not)
    case .within(let inner, let filter):
      return (write(inner, inside: .or) + " within " + FilterPrinter.print(filter), .within)
    }
  }
}

extension TokenSequence {
  /// Whether it is a pattern and nothing else.
  fileprivate var isPlain: Bool {
    strategy == .standard && constraint == nil && within == nil && cut == nil
  }
}

/// Writes CQL so that it is read back as the same sequence.
enum SequencePrinter {
  static func print(_ sequence: TokenSequence) -> String {
    var text = sequence.strategy == .standard ? "" : "(?\(sequence.strategy.rawValue)) "
    text += write(sequence.pattern, inside: .branches)
    if let constraint = sequence.constraint { text += " :: " + write(constraint, inside: .either) }
    switch sequence.within {
    case nil: break
    case .sentences(let count)?: text += count == 1 ? " within s" : " within \(count) s"
    case .tokens(let count)?: text += " within \(count)"
    case .answer?: text += " within answer"
    case .filter?: break
    }
    if let cut = sequence.cut { text += " cut \(cut)" }
    if case .filter(let filter)? = sequence.within { text += " within " + FilterPrinter.print(filter) }
    return text
  }

  /// How tightly the parts of a pattern bind.
  private enum Place { case branches, run, repeated }

  private static func write(_ pattern: SequencePattern, inside place: Place) -> String {
    switch pattern {
    case .token(let condition, let label):
      return (label.map { $0 + ":" } ?? "") + "[" + (condition.map { write($0, inside: .either) } ?? "") + "]"
    case .boundary(let region, let isEnd):
      func tag(_ name: String) -> String { "<" + (isEnd ? "/" : "") + name + ">" }
      let text =
        switch region {
        case .sentence: tag("s")
        case .answer: tag("answer")
        case .code(let filter): tag(FilterPrinter.print(filter))
        case .token(let condition): "[: " + write(condition, inside: .either) + " :]"
        }
      return place == .repeated ? "(\(text))" : text
    case .sequence(let parts):
      let text = parts.map { write($0, inside: .run) }.joined(separator: " ")
      return place == .branches ? text : "(\(text))"
    case .alternatives(let branches):
      let text = branches.map { branch in
        if case .alternatives = branch { return write(branch, inside: .run) }
        return write(branch, inside: .branches)
      }.joined(separator: " | ")
      return place == .branches ? text : "(\(text))"
    case .repeated(let inner, let minimum, let maximum):
      let text = write(inner, inside: .repeated) + quantifier(minimum, maximum)
      return place == .repeated ? "(\(text))" : text
    }
  }

  private static func quantifier(_ minimum: Int, _ maximum: Int?) -> String {
    switch (minimum, maximum) {
    case (0, 1?): "?"
    case (0, nil): "*"
    case (1, nil): "+"
    case (_, nil): "{\(minimum),}"
    case (_, let maximum?): minimum == maximum ? "{\(minimum)}" : "{\(minimum),\(maximum)}"
    }
  }

  /// How tightly the parts of a condition bind.
  private enum Binding: Int { case either, all, not }

  private static func write(_ condition: TokenCondition, inside place: Binding) -> String {
    func bound(_ text: String, _ binding: Binding) -> String {
      binding.rawValue < place.rawValue ? "(\(text))" : text
    }
    switch condition {
    case .matches(let reference, let pattern, let isNegated):
      return write(reference) + (isNegated ? " != " : " = ") + write(pattern)
    case .equals(let left, let right, let isNegated):
      return write(left) + (isNegated ? " != " : " = ") + write(right)
    case .isSet(let label): return label
    case .distance(let left, let right, let isAbsolute, let comparison, let limit):
      return "\(isAbsolute ? "distabs" : "distance")(\(left), \(right)) \(comparison.rawValue) \(limit)"
    case .order(let left, let comparison, let right): return "\(left) \(comparison.rawValue) \(right)"
    case .filter(let filter): return FilterPrinter.print(filter)
    case .or(let parts): return bound(parts.map { write($0, inside: .all) }.joined(separator: " | "), .either)
    case .and(let parts): return bound(parts.map { write($0, inside: .not) }.joined(separator: " & "), .all)
    case .not(let inner):
      if case .not = inner { return "!(" + write(inner, inside: .either) + ")" }
      return "!" + write(inner, inside: .not)
    }
  }

  private static func write(_ reference: TokenReference) -> String {
    (reference.label.map { $0 + "." } ?? "") + reference.attribute.rawValue
  }

  static func write(_ pattern: AttributePattern) -> String {
    var flags = ""
    if pattern.ignoresCase { flags += "c" }
    if pattern.ignoresAccents { flags += "d" }
    if pattern.isText { flags += "l" }
    return "\"" + pattern.source + "\"" + (flags.isEmpty ? "" : " %" + flags)
  }
}

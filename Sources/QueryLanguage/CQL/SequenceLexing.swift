import CodingModel

/// Looking ahead for CQL.
extension Lexer {
  /// Whether CQL begins at the position: a bracket, a boundary's tag, a label before a bracket, or a group or
  /// a strategy of these.
  var opensSequence: Bool {
    switch next {
    case "[": true
    case "<": opensTag
    case "@": peek(1) == "["
    case "(": opensGroup
    case let scalar?: scalar.beginsName && opensLabel
    case nil: false
    }
  }

  private var opensTag: Bool {
    let first = peek(1) == "/" ? peek(2) : peek(1)
    return first?.beginsName ?? false
  }

  private var opensGroup: Bool {
    var ahead = self
    if peek(1) == "?" {
      // `(?ien)` may also be a wildcard in parentheses.
      ahead.position += 2
      guard !ahead.name().isEmpty, ahead.next == ")" else { return false }
      ahead.position += 1
      ahead.skipSpaces()
      return ahead.opensSequence
    }
    while ahead.next == "(" {
      ahead.position += 1
      ahead.skipSpaces()
    }
    return ahead.next != nil && ahead.next != "(" && ahead.opensSequence
  }

  private var opensLabel: Bool {
    var ahead = self
    guard ReservedName(ahead.name()) == nil else { return false }
    ahead.skipSpaces()
    guard ahead.next == ":" else { return false }
    ahead.position += 1
    ahead.skipSpaces()
    return ahead.next == "[" || ahead.next == "@"
  }

  /// Whether `MU(meet …)`, `MU(union …)` or `TAB …` stands at the position.
  var opensMeetUnion: Bool {
    var ahead = self
    guard ahead.name() == "MU" else { return false }
    ahead.skipSpaces()
    guard ahead.next == "(" else { return false }
    ahead.position += 1
    ahead.skipSpaces()
    return ahead.next == "[" || ahead.next == "(" || ["meet", "union"].contains(ahead.name())
  }

  /// Whether a quoted value begins at the position.
  var opensValue: Bool { next.map { $0.opensQuotation || $0 == "'" } ?? false }

  /// Reads letters, digits and `_`; empty where there are none.
  mutating func name() -> String {
    let start = position
    while let scalar = next, scalar.continuesName { position += 1 }
    return String(scalars: scalars[start..<position])
  }
}

extension Unicode.Scalar {
  /// What labels and attributes may begin with.
  var beginsName: Bool { self == "_" || properties.isAlphabetic }

  /// What they may go on with.
  var continuesName: Bool { beginsName || ("0"..."9").contains(self) || (0x300...0x36F).contains(value) }
}

import CodingModel

/// Reads what stands between the slashes of a regular expression, or the quotes of CQL.
struct ExpressionParser {
  /// The most a quantifier may repeat.
  static let repeatLimit = 1000
  /// How deep groups may be nested.
  static let depthLimit = 50
  /// How many steps an expression may have with its repeats written out.
  static let sizeLimit = 5000

  let scalars: ArraySlice<Unicode.Scalar>
  var position: Int

  /// Parses the code points of `scalars`, whose indices are their offsets in the query text.
  static func parse(_ scalars: ArraySlice<Unicode.Scalar>) throws(QueryError) -> RegularExpression {
    var parser = ExpressionParser(scalars: scalars, position: scalars.startIndex)
    guard !scalars.isEmpty else { throw parser.error(.empty, at: parser.position, length: 0) }
    let root = try parser.alternatives(depth: 0)
    if parser.position < scalars.endIndex { throw parser.error(.unopenedGroup, at: parser.position) }
    guard size(of: root) <= sizeLimit else {
      throw parser.error(.tooLarge(limit: sizeLimit), at: scalars.startIndex, length: scalars.count)
    }
    if matchesEverything(root) {
      throw QueryError(.matchesEverything, at: TextRange(scalars.startIndex, scalars.endIndex))
    }
    return RegularExpression(source: String(scalars: scalars), root: root)
  }

  /// Parses a value in CQL, which may also be empty or match everything.
  ///
  /// - Parameter source: how it is written between straight double quotes.
  static func parse(
    _ scalars: ArraySlice<Unicode.Scalar>, source: String
  ) throws(QueryError) -> RegularExpression {
    var parser = ExpressionParser(scalars: scalars, position: scalars.startIndex)
    let root = try parser.alternatives(depth: 0)
    if parser.position < scalars.endIndex { throw parser.error(.unopenedGroup, at: parser.position) }
    guard size(of: root) <= sizeLimit else {
      throw parser.error(.tooLarge(limit: sizeLimit), at: scalars.startIndex, length: scalars.count)
    }
    return RegularExpression(source: source, root: root)
  }

  var next: Unicode.Scalar? { position < scalars.endIndex ? scalars[position] : nil }

  func error(_ problem: ExpressionProblem, at start: Int, length: Int = 1) -> QueryError {
    QueryError(.expression(problem), at: TextRange(start, start + length))
  }

  private mutating func alternatives(depth: Int) throws(QueryError) -> RegularExpression.Node {
    var branches = [try sequence(depth: depth)]
    while next == "|" {
      position += 1
      branches.append(try sequence(depth: depth))
    }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func sequence(depth: Int) throws(QueryError) -> RegularExpression.Node {
    var items: [RegularExpression.Node] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let item = try atom(depth: depth)
      items.append(try quantified(item))
    }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  private mutating func atom(depth: Int) throws(QueryError) -> RegularExpression.Node {
    let start = position
    let scalar = scalars[position]
    position += 1
    switch scalar {
    case "(": return try group(from: start, depth: depth + 1)
    case "[": return .oneOf(try scalarClass(from: start))
    case ".": return .oneOf(.any)
    case "\\": return try escape(from: start)
    case "?", "*", "+", "{": throw error(.nothingToRepeat, at: start)
    case "^", "$": throw error(.anchor, at: start)
    default: return .scalar(scalar)
    }
  }

  private mutating func group(from start: Int, depth: Int) throws(QueryError) -> RegularExpression.Node {
    guard depth <= Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit), at: start) }
    if next == "?" {
      let kind = position + 1 < scalars.endIndex ? scalars[position + 1] : nil
      guard kind == ":" else {
        let isLookAround =
          ["=", "!"].contains(kind)
          || kind == "<" && position + 2 < scalars.endIndex
            && ["=", "!"].contains(scalars[position + 2])
        throw error(isLookAround ? .lookAround : .unsupportedGroup, at: start, length: 2)
      }
      position += 2
    }
    let inner = try alternatives(depth: depth)
    guard next == ")" else { throw error(.unclosedGroup, at: start) }
    position += 1
    return inner
  }

  private mutating func escape(from start: Int) throws(QueryError) -> RegularExpression.Node {
    if let named = try escapedClass(from: start) { return .oneOf(named) }
    return .scalar(try escapedScalar(from: start))
  }

  private mutating func scalarClass(from start: Int) throws(QueryError) -> ScalarClass {
    var ranges: [ClosedRange<UInt32>] = []
    var properties: [ScalarProperty] = []
    let isNegated = next == "^"
    if isNegated { position += 1 }
    while let scalar = next, scalar != "]" {
      let itemStart = position
      position += 1
      if scalar == "\\", let letter = next, let named = try escapedClass(from: itemStart) {
        guard !named.isNegated else { throw error(.unknownEscape(letter), at: itemStart, length: 2) }
        ranges += named.ranges
        properties += named.properties
        continue
      }
      if scalar == "[", next == ":", let named = try posixClass() {
        ranges += named.ranges
        properties += named.properties
        continue
      }
      let low = scalar == "\\" ? try escapedScalar(from: itemStart) : scalar
      var high = low
      if next == "-", position + 1 < scalars.endIndex, scalars[position + 1] != "]" {
        position += 1
        let end = scalars[position]
        position += 1
        high = end == "\\" ? try escapedScalar(from: position - 1) : end
      }
      guard low <= high else { throw error(.backwardRange, at: itemStart, length: position - itemStart) }
      ranges.append(low.value...high.value)
    }
    guard next == "]" else { throw error(.unclosedClass, at: start) }
    position += 1
    guard !ranges.isEmpty || !properties.isEmpty else {
      throw error(.emptyClass, at: start, length: position - start)
    }
    return ScalarClass(ranges, properties, isNegated: isNegated)
  }

  private mutating func quantified(
    _ item: RegularExpression.Node
  ) throws(QueryError) -> RegularExpression.Node {
    let bounds: (Int, Int?)
    switch next {
    case "?": bounds = (0, 1)
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "{":
      bounds = try braces()
      position -= 1
    default: return item
    }
    position += 1
    // Whether as few or as many as can be are taken makes no difference for a whole token.
    if next == "?" { position += 1 }
    if let after = next, ["?", "*", "+", "{"].contains(after) {
      throw error(.doubleQuantifier, at: position)
    }
    return .repeated(item, minimum: bounds.0, maximum: bounds.1)
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`; `{,m}` is `{0,m}`.
  private mutating func braces() throws(QueryError) -> (Int, Int?) {
    let start = position
    position += 1
    let low = try number()
    var high = low
    var hasComma = false
    if next == "," {
      hasComma = true
      position += 1
      high = try number()
    }
    guard next == "}", low != nil || high != nil else { throw error(.badRepeat, at: start) }
    position += 1
    if let low, let high, high < low {
      throw error(.backwardRepeat, at: start, length: position - start)
    }
    return (low ?? 0, hasComma ? high : low)
  }

  private mutating func number() throws(QueryError) -> Int? {
    let start = position
    var value = 0
    while let digit = next, ("0"..."9").contains(digit) {
      value = min(value * 10 + Int(digit.value - 48), Self.repeatLimit + 1)
      position += 1
    }
    guard position > start else { return nil }
    guard value <= Self.repeatLimit else {
      throw error(.repeatTooLarge(limit: Self.repeatLimit), at: start, length: position - start)
    }
    return value
  }

  /// How many steps the tree has with its repeats written out; stops growing above the limit.
  private static func size(of node: RegularExpression.Node) -> Int {
    switch node {
    case .scalar, .oneOf: return 1
    case .sequence(let parts), .alternatives(let parts):
      return parts.reduce(1) { min($0 + size(of: $1), sizeLimit + 1) }
    case .repeated(let inner, let minimum, let maximum):
      return min(size(of: inner) * max(1, maximum ?? minimum + 1), sizeLimit + 1)
    }
  }

  private static func matchesEverything(_ node: RegularExpression.Node) -> Bool {
    guard case .repeated(.oneOf(.any), let minimum, nil) = node else { return false }
    return minimum <= 1
  }
}

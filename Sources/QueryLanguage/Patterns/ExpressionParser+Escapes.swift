import CodingModel

extension ExpressionParser {
  /// The class that a letter after a backslash stands for, stepped over; nil, and nothing stepped over, where
  /// it stands for none.
  mutating func escapedClass(from start: Int) throws(QueryError) -> ScalarClass? {
    guard let letter = next else { throw error(.danglingBackslash, at: start) }
    let named: ScalarClass
    switch letter {
    case "d": named = .digit
    case "D": named = ScalarClass.digit.inverted
    case "w": named = .word
    case "W": named = ScalarClass.word.inverted
    case "s": named = .space
    case "S": named = ScalarClass.space.inverted
    case "p", "P":
      position += 1
      let property = try property(from: start)
      return ScalarClass([], [property], isNegated: letter == "P")
    default: return nil
    }
    position += 1
    return named
  }

  /// What follows `\p`: a letter, or a name in braces.
  private mutating func property(from start: Int) throws(QueryError) -> ScalarProperty {
    var name = ""
    if next == "{" {
      position += 1
      while let scalar = next, scalar != "}", name.utf8.count < 20 {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      guard next == "}" else { throw error(.unknownProperty(name), at: start, length: position - start) }
      position += 1
    } else if let scalar = next {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    let isNegated = name.hasPrefix("^")
    guard let property = ScalarProperty(isNegated ? String(name.dropFirst()) : name, isNegated: isNegated)
    else { throw error(.unknownProperty(name), at: start, length: position - start) }
    return property
  }

  /// The character that an escape stands for; the backslash at `start` is read already.
  mutating func escapedScalar(from start: Int) throws(QueryError) -> Unicode.Scalar {
    guard let scalar = next else { throw error(.danglingBackslash, at: start) }
    position += 1
    switch scalar {
    case "t": return "\t"
    case "n": return "\n"
    case "x": return try codePoint(from: start)
    case "1"..."9", "g", "k": throw error(.backreference, at: start, length: 2)
    default: break
    }
    guard !scalar.properties.isAlphabetic, scalar != "0" else {
      throw error(.unknownEscape(scalar), at: start, length: 2)
    }
    return scalar
  }

  /// `\xHH` or `\x{H…}`.
  private mutating func codePoint(from start: Int) throws(QueryError) -> Unicode.Scalar {
    let isBraced = next == "{"
    if isBraced { position += 1 }
    var value: UInt32 = 0
    var count = 0
    while count < (isBraced ? 6 : 2), let scalar = next, let digit = Character(scalar).hexDigitValue {
      value = value << 4 | UInt32(digit)
      count += 1
      position += 1
    }
    guard count > 0, !isBraced || next == "}", let scalar = Unicode.Scalar(value) else {
      throw error(.unknownEscape("x"), at: start, length: 2)
    }
    if isBraced { position += 1 }
    return scalar
  }

  /// `[:alpha:]` and its like inside a class, its bracket read; nil, and nothing stepped over, for others.
  ///
  /// - Throws: `QueryError` for a name that is none of them.
  mutating func posixClass() throws(QueryError) -> ScalarClass? {
    let rest = scalars[position...].prefix(9)
    guard let end = rest.dropFirst().firstIndex(of: ":"), end + 1 < scalars.endIndex, scalars[end + 1] == "]"
    else { return nil }
    let named: (ranges: [ClosedRange<UInt32>], properties: [String])
    let name = String(scalars: scalars[position + 1..<end])
    switch name {
    case "alpha": named = ([], ["L"])
    case "digit": named = ([48...57], [])
    case "alnum": named = ([48...57], ["L"])
    case "upper": named = ([], ["Lu"])
    case "lower": named = ([], ["Ll"])
    case "punct": named = ([], ["P", "S"])
    case "space": named = (ScalarClass.space.ranges, [])
    default: throw error(.unknownProperty(name), at: position - 1, length: end + 3 - position)
    }
    position = end + 2
    return ScalarClass(named.ranges, named.properties.compactMap { ScalarProperty($0) })
  }
}

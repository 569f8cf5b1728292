/// The types of an answer's tokens, read as far as they are looked at.
struct TokenWindow {
  private let tokens: TokenStream
  private(set) var answer = 0..<0
  private var base = 0
  private var filled = 0
  private var types: [UInt32] = []

  private static let chunk = 1024

  init(_ tokens: TokenStream) {
    self.tokens = tokens
  }

  /// Turns to another answer.
  mutating func open(_ answer: Range<Int>) {
    self.answer = answer
    base = answer.lowerBound
    filled = base
  }

  /// The type of the token at `position` of the answer.
  ///
  /// Positions may be asked for in any order; looking back beyond what was read begins again there.
  @inline(__always)
  mutating func type(at position: Int) throws -> UInt32 {
    if position < base || position >= filled { try load(position) }
    return types[position - base]
  }

  private mutating func load(_ position: Int) throws {
    // A run goes on from where it is; another start begins its own window.
    if position != filled || position - base > 64 * Self.chunk { base = position }
    let from = position
    let end = min(answer.upperBound, from + Self.chunk)
    if base == from {
      try tokens.read(from..<end, into: &types)
    } else {
      var more: [UInt32] = []
      try tokens.read(from..<end, into: &more)
      types.removeLast(types.count - (from - base))
      types += more[..<(end - from)]
    }
    filled = end
  }
}

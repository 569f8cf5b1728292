import QueryLanguage

/// A pattern of tokens as a machine of small steps (Thompson's construction).
struct SequenceProgram {
  /// How a boundary of a sentence belongs together with another: `<s> … </s>` is one sentence.
  enum Pairing { case none, opens, closes }

  enum Step {
    /// Goes on to the next step with a token that fulfils the condition with this number.
    case token(condition: Int, label: Int?)
    /// Goes on to the next step where the boundary with this number is.
    case boundary(Int, Pairing)
    /// Goes on at both steps.
    case split(Int, Int)
    /// Goes on elsewhere.
    case jump(Int)
    /// The whole matched.
    case match
  }

  /// A boundary that is asked for.
  struct Boundary: Hashable {
    let region: SequencePattern.Region
    let isEnd: Bool
    /// The number of the condition that the token after it must fulfil; nil of a region.
    var condition: Int?
  }

  /// A token that every match has, and how many tokens come before it.
  struct Required {
    let condition: Int
    let least: Int
    /// Nil where there is no greatest number.
    let most: Int?
  }

  private(set) var steps: [Step] = []
  /// For each step, whether it is between a sentence's two boundaries.
  private(set) var isInside: [Bool] = []
  /// The different conditions; nil is fulfilled by any token.
  private(set) var conditions: [TokenCondition?] = []
  /// The different boundaries.
  private(set) var boundaries: [Boundary] = []
  /// The tokens that every match has.
  private(set) var required: [Required] = []
  /// The number of the boundary where a sentence starts, if it is asked for.
  var sentenceStart: Int? { boundaries.firstIndex(of: Boundary(region: .sentence, isEnd: false)) }

  private let labels: [String]
  private var conditionNumbers: [TokenCondition?: Int] = [:]

  /// - Parameter labels: those that must be kept.
  init(_ pattern: SequencePattern, labels: [String]) {
    self.labels = labels
    let pattern = pattern.simplified
    emit(pattern, inside: false)
    append(.match, inside: false)
    for token in RequiredTokens.required(in: pattern).tokens {
      guard let condition = conditionNumbers[token.condition] else { continue }
      required.append(Required(condition: condition, least: token.least, most: token.most))
    }
  }

  private mutating func append(_ step: Step, inside: Bool) {
    steps.append(step)
    isInside.append(inside)
  }

  private mutating func emit(_ pattern: SequencePattern, inside: Bool) {
    switch pattern {
    case .token(let condition, let label):
      append(
        .token(condition: number(of: condition), label: label.flatMap { labels.firstIndex(of: $0) }),
        inside: inside)
    case .boundary(let region, let isEnd):
      emit(region, isEnd: isEnd, .none, inside: inside)
    case .sequence(let parts):
      emit(parts, inside: inside)
    case .alternatives(let branches):
      emit(branches: branches, inside: inside)
    case .repeated(let inner, let minimum, let maximum):
      for _ in 0..<minimum { emit(inner, inside: inside) }
      if let maximum {
        emitOptional(inner, times: max(0, maximum - minimum), inside: inside)
      } else {
        emitLoop(inner, inside: inside)
      }
    }
  }

  private mutating func number(of condition: TokenCondition?) -> Int {
    if let number = conditionNumbers[condition] { return number }
    conditions.append(condition)
    conditionNumbers[condition] = conditions.count - 1
    return conditions.count - 1
  }

  private mutating func emit(
    _ region: SequencePattern.Region, isEnd: Bool, _ pairing: Pairing, inside: Bool
  ) {
    var boundary = Boundary(region: region, isEnd: isEnd)
    if case .token(let condition) = region { boundary.condition = number(of: condition) }
    let number = boundaries.firstIndex(of: boundary) ?? boundaries.count
    if number == boundaries.count { boundaries.append(boundary) }
    append(.boundary(number, pairing), inside: inside)
  }

  /// Parts in sequence; between `<s>` and the next `</s>` beside it no other sentence may begin.
  private mutating func emit(_ parts: [SequencePattern], inside: Bool) {
    var closing: Int?
    for (index, part) in parts.enumerated() {
      if index == closing {
        emit(.sentence, isEnd: true, .closes, inside: true)
        closing = nil
      } else if !inside, closing == nil, part == .boundary(.sentence, isEnd: false),
        let end = parts[index...].firstIndex(of: .boundary(.sentence, isEnd: true))
      {
        closing = end
        emit(.sentence, isEnd: false, .opens, inside: false)
      } else {
        emit(part, inside: inside || closing != nil)
      }
    }
  }

  private mutating func emit(branches: [SequencePattern], inside: Bool) {
    var jumps: [Int] = []
    for (index, branch) in branches.enumerated() {
      guard index + 1 < branches.count else {
        emit(branch, inside: inside)
        break
      }
      let start = steps.count
      append(.split(start + 1, 0), inside: inside)
      emit(branch, inside: inside)
      jumps.append(steps.count)
      append(.jump(0), inside: inside)
      steps[start] = .split(start + 1, steps.count)
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }

  private mutating func emitOptional(_ inner: SequencePattern, times: Int, inside: Bool) {
    var exits: [Int] = []
    for _ in 0..<times {
      exits.append(steps.count)
      append(.split(steps.count + 1, 0), inside: inside)
      emit(inner, inside: inside)
    }
    for exit in exits { steps[exit] = .split(exit + 1, steps.count) }
  }

  private mutating func emitLoop(_ inner: SequencePattern, inside: Bool) {
    let start = steps.count
    append(.split(start + 1, 0), inside: inside)
    emit(inner, inside: inside)
    append(.jump(start), inside: inside)
    steps[start] = .split(start + 1, steps.count)
  }
}

extension SequencePattern {
  /// The same with alternatives of single tokens without labels made one token.
  var simplified: SequencePattern {
    switch self {
    case .token, .boundary: return self
    case .sequence(let parts): return .sequence(parts.map(\.simplified))
    case .repeated(let inner, let minimum, let maximum):
      return .repeated(inner.simplified, minimum: minimum, maximum: maximum)
    case .alternatives(let branches):
      let simple = branches.map(\.simplified)
      var conditions: [TokenCondition?] = []
      for branch in simple {
        guard case .token(let condition, nil) = branch else { return .alternatives(simple) }
        conditions.append(condition)
      }
      let known = conditions.compactMap { $0 }
      return .token(known.count < conditions.count ? nil : .or(known), label: nil)
    }
  }
}

/// Works out which tokens every match of a pattern has.
private enum RequiredTokens {
  struct Token {
    let condition: TokenCondition?
    var least: Int
    var most: Int?
  }

  typealias Shape = (least: Int, most: Int?, tokens: [Token])

  static func required(in pattern: SequencePattern) -> Shape {
    switch pattern {
    case .token(let condition, _): return (1, 1, [Token(condition: condition, least: 0, most: 0)])
    case .boundary: return (0, 0, [])
    case .alternatives(let branches):
      let shapes = branches.map { required(in: $0) }
      let most = shapes.reduce(Optional(0)) { sum, shape in
        sum.flatMap { sum in shape.most.map { max(sum, $0) } }
      }
      return (shapes.map(\.least).min() ?? 0, most, [])
    case .repeated(let inner, let minimum, let maximum):
      let shape = required(in: inner)
      let most = shape.most == 0 ? 0 : shape.most.flatMap { most in maximum.map { $0 * most } }
      return (shape.least * minimum, most, minimum > 0 ? shape.tokens : [])
    case .sequence(let parts):
      var sum: Shape = (0, 0, [])
      for part in parts {
        let shape = required(in: part)
        for token in shape.tokens {
          let most = sum.most.flatMap { before in token.most.map { before + $0 } }
          sum.tokens.append(Token(condition: token.condition, least: sum.least + token.least, most: most))
        }
        sum.least += shape.least
        sum.most = sum.most.flatMap { before in shape.most.map { before + $0 } }
      }
      return sum
    }
  }
}

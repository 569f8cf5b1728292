import FrenchText
import QueryLanguage

/// A regular expression as a machine of small steps (Thompson's construction).
struct ExpressionProgram {
  enum Step {
    /// Goes on where the character is this one.
    case scalar(UInt32)
    /// Goes on where the character is in the class with this number.
    case oneOf(Int)
    /// Goes on at both steps.
    case split(Int, Int)
    /// Goes on elsewhere.
    case jump(Int)
    /// The whole text matched.
    case match
  }

  private(set) var steps: [Step] = []
  private(set) var classes: [ScalarClass] = []

  init(_ expression: RegularExpression) {
    emit(expression.root)
    steps.append(.match)
  }

  private mutating func emit(_ node: RegularExpression.Node) {
    switch node {
    case .scalar(let scalar):
      for letter in Folding.form(String(scalar)).unicodeScalars { steps.append(.scalar(letter.value)) }
    case .oneOf(let scalarClass):
      steps.append(.oneOf(classes.count))
      classes.append(scalarClass)
    case .sequence(let parts):
      for part in parts { emit(part) }
    case .alternatives(let branches):
      emit(branches)
    case .repeated(let inner, let minimum, let maximum):
      for _ in 0..<minimum { emit(inner) }
      guard let maximum else {
        emitLoop(inner)
        return
      }
      var exits: [Int] = []
      for _ in minimum..<max(minimum, maximum) {
        exits.append(steps.count)
        steps.append(.split(steps.count + 1, 0))
        emit(inner)
      }
      for exit in exits { steps[exit] = .split(exit + 1, steps.count) }
    }
  }

  private mutating func emitLoop(_ inner: RegularExpression.Node) {
    let start = steps.count
    steps.append(.split(start + 1, 0))
    emit(inner)
    steps.append(.jump(start))
    steps[start] = .split(start + 1, steps.count)
  }

  private mutating func emit(_ branches: [RegularExpression.Node]) {
    var jumps: [Int] = []
    for (index, branch) in branches.enumerated() {
      guard index + 1 < branches.count else {
        emit(branch)
        break
      }
      let start = steps.count
      steps.append(.split(start + 1, 0))
      emit(branch)
      jumps.append(steps.count)
      steps.append(.jump(0))
      steps[start] = .split(start + 1, steps.count)
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }

  /// Whether a character of a normalised form is in a class as typed: case is ignored, apostrophes are one.
  func contains(_ value: UInt32, inClass number: Int) -> Bool {
    let scalarClass = classes[number]
    var isNamed = scalarClass.ranges.contains { $0.contains(value) }
    if !isNamed, let scalar = Unicode.Scalar(value) {
      let upper = scalar.properties.uppercaseMapping.unicodeScalars
      if upper.count == 1, let first = upper.first {
        isNamed = scalarClass.ranges.contains { $0.contains(first.value) }
      }
      if !isNamed, value == 0x27 {
        isNamed = scalarClass.ranges.contains { $0.contains(0x2019) || $0.contains(0x2BC) }
      }
    }
    return isNamed != scalarClass.isNegated
  }
}

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

  private let folding: LetterFolding

  init(_ expression: RegularExpression, folding: LetterFolding = .form) {
    self.folding = folding
    emit(expression.root)
    steps.append(.match)
  }

  private mutating func emit(_ node: RegularExpression.Node) {
    switch node {
    case .scalar(let scalar):
      emit(String(Character(scalar)))
    case .oneOf(let scalarClass):
      emit(scalarClass)
    case .sequence(let parts):
      emit(sequence: parts)
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

  private mutating func emit(_ text: String) {
    for letter in folding.fold(text).unicodeScalars { steps.append(.scalar(letter.value)) }
  }

  /// Letters side by side are folded together: a base letter and its accent may be one.
  private mutating func emit(sequence parts: [RegularExpression.Node]) {
    var run = String.UnicodeScalarView()
    for part in parts {
      if case .scalar(let scalar) = part {
        run.append(scalar)
      } else {
        emit(String(run))
        run = String.UnicodeScalarView()
        emit(part)
      }
    }
    emit(String(run))
  }

  /// A class; where accents do not matter, one that names œ or æ also stands for the two letters.
  private mutating func emit(_ scalarClass: ScalarClass) {
    let letters = ["œ", "æ", "Œ", "Æ"] as [Unicode.Scalar]
    let named = letters.filter { letter in
      folding.ignoresAccents && scalarClass.ranges.contains { $0 == letter.value...letter.value }
    }
    guard !named.isEmpty, !scalarClass.isNegated else {
      steps.append(.oneOf(classes.count))
      classes.append(scalarClass)
      return
    }
    let others = scalarClass.ranges.filter { range in !named.contains { range == $0.value...$0.value } }
    emit(named.map { .scalar($0) } + [.oneOf(ScalarClass(others, scalarClass.properties))])
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

  /// Whether a character of a folded text is in a class as typed.
  func contains(_ value: UInt32, inClass number: Int) -> Bool {
    let scalarClass = classes[number]
    var isNamed = scalarClass.names(value)
    if !isNamed { isNamed = folding.variants(of: value).contains { scalarClass.names($0) } }
    if !isNamed, folding.ignoresCase, let scalar = Unicode.Scalar(value) {
      let upper = scalar.properties.uppercaseMapping.unicodeScalars
      if upper.count == 1, let first = upper.first {
        isNamed = scalarClass.names(first.value)
      }
    }
    if !isNamed, value == 0x27 {
      isNamed = scalarClass.ranges.contains { $0.contains(0x2019) || $0.contains(0x2BC) }
    }
    if !isNamed, value == 0x20 {
      isNamed = scalarClass.ranges.contains { $0.contains(0xA0) || $0.contains(0x202F) }
    }
    return isNamed != scalarClass.isNegated
  }
}

import FrenchText
import QueryLanguage

/// Matches whole words against a regular expression in time proportional to their length.
///
/// It follows all ways through the program at once and remembers each set of places it comes to as a state,
/// with the state that each character leads to, so that a vocabulary of similar words is matched by table.
final class ExpressionMatcher {
  /// How many states are remembered before all are forgotten.
  private static let stateLimit = 2000
  /// Characters below this have a column in the table; the others a dictionary.
  private static let tableWidth = 0x250
  private static let unknown: Int32 = -1

  private struct State {
    let places: [Int32]
    let isMatch: Bool
    var next = [Int32](repeating: ExpressionMatcher.unknown, count: ExpressionMatcher.tableWidth)
    var others: [UInt32: Int32] = [:]
  }

  private let program: ExpressionProgram
  private var states: [State] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var mark: [Int32]
  private var generation: Int32 = 0

  /// The folded bytes that every word it finds begins with.
  let prefix: [UInt8]

  init(_ expression: RegularExpression, folding: LetterFolding = .form) {
    program = ExpressionProgram(expression, folding: folding)
    mark = Array(repeating: 0, count: program.steps.count)
    var view = String.UnicodeScalarView()
    for case .scalar(let value) in program.steps.prefix(while: {
      if case .scalar = $0 { true } else { false }
    }) {
      guard let scalar = Unicode.Scalar(value) else { break }
      view.append(scalar)
    }
    prefix = Array(Folding.folded(String(view)).utf8)
    reset()
  }

  private func reset() {
    states.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    var places: [Int32] = []
    generation += 1
    addClosure(of: 0, to: &places)
    _ = number(of: places)
  }

  /// Whether the expression matches the whole of a normalised form in UTF-8.
  func matches(utf8 bytes: [UInt8]) -> Bool {
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      return matches(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    }
    var state: Int32 = 0
    for byte in bytes {
      state = next(of: state, UInt32(byte))
      if states[Int(state)].places.isEmpty { return false }
    }
    return states[Int(state)].isMatch
  }

  /// Whether the expression matches the whole of a normalised form.
  func matches(_ form: some Sequence<Unicode.Scalar>) -> Bool {
    var state: Int32 = 0
    for scalar in form {
      state = next(of: state, scalar.value)
      if states[Int(state)].places.isEmpty { return false }
    }
    return states[Int(state)].isMatch
  }

  private func next(of state: Int32, _ value: UInt32) -> Int32 {
    let isTabled = value < UInt32(Self.tableWidth)
    if isTabled {
      let known = states[Int(state)].next[Int(value)]
      if known != Self.unknown { return known }
    } else if let known = states[Int(state)].others[value] {
      return known
    }
    var places: [Int32] = []
    generation += 1
    for place in states[Int(state)].places {
      switch program.steps[Int(place)] {
      case .scalar(let wanted) where wanted == value: addClosure(of: place + 1, to: &places)
      case .oneOf(let number) where program.contains(value, inClass: number):
        addClosure(of: place + 1, to: &places)
      default: break
      }
    }
    places.sort()
    if states.count >= Self.stateLimit, numbers[places] == nil {
      reset()
      return number(of: places)
    }
    let found = number(of: places)
    if isTabled {
      states[Int(state)].next[Int(value)] = found
    } else {
      states[Int(state)].others[value] = found
    }
    return found
  }

  /// Adds the places that read a character, or match, which are reached from `start` without one.
  private func addClosure(of start: Int32, to places: inout [Int32]) {
    var open = [start]
    while let place = open.popLast() {
      guard mark[Int(place)] != generation else { continue }
      mark[Int(place)] = generation
      switch program.steps[Int(place)] {
      case .split(let first, let second): open += [Int32(second), Int32(first)]
      case .jump(let target): open.append(Int32(target))
      case .scalar, .oneOf, .match: places.append(place)
      }
    }
  }

  private func number(of places: [Int32]) -> Int32 {
    if let number = numbers[places] { return number }
    let isMatch = places.contains { if case .match = program.steps[Int($0)] { true } else { false } }
    let number = Int32(states.count)
    states.append(State(places: places, isMatch: isMatch))
    numbers[places] = number
    return number
  }
}

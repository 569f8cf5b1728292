import FrenchText
import QueryLanguage

/// Matches whole words against a regular expression in time proportional to their length.
///
/// It follows all ways through the program at once and remembers each set of places it comes to as a state,
/// with the state that each character leads to, so that a vocabulary of similar words is matched by table.
@safe final class ExpressionMatcher {
  /// How many states are remembered before all are forgotten.
  private static let stateLimit = 2000
  /// Characters below this have a column in the table; the others a dictionary.
  private static let tableWidth = 0x250
  private static let unknown: Int32 = -1

  private struct State {
    let places: [Int32]
    var others: [UInt32: Int32] = [:]
  }

  /// What is to be said of a word that ends in a state.
  private struct Verdict: OptionSet {
    let rawValue: UInt8

    static let match = Verdict(rawValue: 1)
    /// Nothing that follows can match.
    static let dead = Verdict(rawValue: 2)
  }

  private let program: ExpressionProgram
  private var states: [State] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var mark: [Int32]
  private var generation: Int32 = 0
  // A word's characters are looked up here, some millions a query: memory whose every use need not be checked. Only
  // rows of states are ever touched, and only states' numbers are in them.
  private let following: UnsafeMutablePointer<Int32>
  private let verdicts: UnsafeMutablePointer<Verdict>

  /// The folded bytes that every word it finds begins with.
  let prefix: [UInt8]

  init(_ expression: RegularExpression, folding: LetterFolding = .form) {
    program = ExpressionProgram(expression, folding: folding)
    mark = Array(repeating: 0, count: program.steps.count)
    unsafe following = .allocate(capacity: Self.stateLimit * Self.tableWidth)
    unsafe verdicts = .allocate(capacity: Self.stateLimit)
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

  deinit {
    unsafe following.deallocate()
    unsafe verdicts.deallocate()
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
  func matches(utf8 bytes: [UInt8]) -> Bool { unsafe bytes.withUnsafeBytes { unsafe matches(utf8: $0) } }

  /// Whether the expression matches the whole of a normalised form in UTF-8.
  func matches(utf8 bytes: UnsafeRawBufferPointer) -> Bool {
    var state: Int32 = 0
    for index in bytes.indices {
      let byte = unsafe bytes[index]
      // Spellings with accents are few enough to be taken apart by the library.
      guard byte < 0x80 else { return matches(unsafe String(decoding: bytes, as: UTF8.self).unicodeScalars) }
      let known = unsafe following[Int(state) * Self.tableWidth + Int(byte)]
      state = known == Self.unknown ? next(of: state, UInt32(byte)) : known
      if unsafe verdicts[Int(state)] == .dead { return false }
    }
    return unsafe verdicts[Int(state)] == .match
  }

  /// Whether the expression matches the whole of a normalised form.
  func matches(_ form: some Sequence<Unicode.Scalar>) -> Bool {
    var state: Int32 = 0
    for scalar in form {
      state = next(of: state, scalar.value)
      if unsafe verdicts[Int(state)] == .dead { return false }
    }
    return unsafe verdicts[Int(state)] == .match
  }

  private func next(of state: Int32, _ value: UInt32) -> Int32 {
    let isTabled = value < UInt32(Self.tableWidth)
    let cell = Int(state) * Self.tableWidth + Int(value)
    if isTabled {
      let known = unsafe following[cell]
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
      unsafe following[cell] = found
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
    let number = states.count
    states.append(State(places: places))
    numbers[places] = Int32(number)
    unsafe (following + number * Self.tableWidth).initialize(repeating: Self.unknown, count: Self.tableWidth)
    unsafe (verdicts + number).initialize(to: places.isEmpty ? .dead : isMatch ? .match : [])
    return Int32(number)
  }
}

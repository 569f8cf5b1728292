/// A program run on all its ways at once, each set of places it comes to remembered as a state.
///
/// States are made as texts need them and forgotten when they are many, so that memory is bounded, and time
/// by that of following every way.
final class SequenceAutomaton {
  /// What is reached from a step without a token.
  struct Closure {
    /// The steps that take a token.
    var tokens: [Int32] = []
    var isMatch = false
  }

  /// The state that nothing leads out of.
  static let dead: Int32 = 0
  private static let unknown: Int32 = -1
  private static let stateLimit = 4096
  /// How many places the tables may have together.
  private static let tableLimit = 1 << 22

  let program: SequenceProgram
  let classes: TypeClasses
  /// Steps gone, those of making states included: what running costs.
  private(set) var work = 0
  private let contextCount: Int
  private let startBit: Int?
  private let width: Int
  private let isTabled: Bool
  private var steps: [[Int32]] = []
  private var table: [Int32] = []
  private var accepts: [Int8] = []
  private var far: [UInt64: Int32] = [:]
  private var numbers: [[Int32]: Int32] = [:]
  private var mark: [Int32]
  private var freshMark: [Int32]
  private var generation: Int32 = 0
  private var closures: [Int: Closure] = [:]

  init(_ program: SequenceProgram, _ classes: TypeClasses, contextCount: Int) {
    self.program = program
    self.classes = classes
    self.contextCount = contextCount
    startBit = program.sentenceStart.map { 1 << $0 }
    width = classes.count * contextCount
    isTabled = width <= 4096
    mark = Array(repeating: 0, count: program.steps.count)
    freshMark = mark
    reset()
  }

  private func reset() {
    steps.removeAll(keepingCapacity: true)
    table.removeAll(keepingCapacity: true)
    accepts.removeAll(keepingCapacity: true)
    far.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    _ = number(of: [])
    _ = number(of: [0])
  }

  /// The state before the first token. Asked for anew before each run.
  var start: Int32 { numbers[[0]] ?? number(of: [0]) }

  /// The state after a token of a class, with what is at the place before it.
  @inline(__always)
  func next(_ state: Int32, _ typeClass: UInt32, _ context: Int) -> Int32 {
    work += 1
    let column = Int(typeClass) * contextCount + context
    if isTabled {
      let known = table[Int(state) * width + column]
      if known != Self.unknown { return known }
    } else if let known = far[UInt64(state) << 32 | UInt64(column)] {
      return known
    }
    return make(state, typeClass, context, column)
  }

  private func make(_ state: Int32, _ typeClass: UInt32, _ context: Int, _ column: Int) -> Int32 {
    let closure = closure(of: steps[Int(state)], context)
    var reached: [Int32] = []
    for step in closure.tokens {
      guard case .token(let condition, _) = program.steps[Int(step)],
        classes.isFulfilled[condition][Int(typeClass)]
      else { continue }
      reached.append(step + 1)
    }
    reached.sort()
    if numbers[reached] == nil,
      steps.count >= Self.stateLimit || isTabled && table.count + width > Self.tableLimit
        || far.count > Self.tableLimit / 8
    {
      reset()
      return number(of: reached)
    }
    let next = number(of: reached)
    if isTabled {
      table[Int(state) * width + column] = next
    } else {
      far[UInt64(state) << 32 | UInt64(column)] = next
    }
    return next
  }

  private func number(of reached: [Int32]) -> Int32 {
    if let number = numbers[reached] { return number }
    let number = Int32(steps.count)
    numbers[reached] = number
    steps.append(reached)
    if isTabled { table.append(contentsOf: repeatElement(Self.unknown, count: width)) }
    accepts.append(contentsOf: repeatElement(Int8(-1), count: contextCount))
    return number
  }

  /// Whether a match may end in a state, with what is at the place.
  @inline(__always)
  func accepts(_ state: Int32, _ context: Int) -> Bool {
    let known = accepts[Int(state) * contextCount + context]
    if known >= 0 { return known == 1 }
    let isMatch = closure(of: steps[Int(state)], context).isMatch
    accepts[Int(state) * contextCount + context] = isMatch ? 1 : 0
    return isMatch
  }

  /// What is reached from one step without a token; remembered.
  func closure(of step: Int32, _ context: Int) -> Closure {
    let key = Int(step) * contextCount + context
    if let known = closures[key] { return known }
    let found = closure(of: [step], context)
    if closures.count > 100_000 { closures.removeAll() }
    closures[key] = found
    return found
  }

  /// Whether a boundary is in a context.
  private func holds(_ boundary: Int, _ context: Int) -> Bool { context >> boundary & 1 == 1 }

  /// What is reached from some steps without a token.
  ///
  /// Where a sentence starts, steps between `<s>` and `</s>` are left, but for those reached through that
  /// `<s>` here and now.
  private func closure(of starts: [Int32], _ context: Int) -> Closure {
    var closure = Closure()
    generation += 1
    work += 1
    let startsSentence = startBit.map { context & $0 != 0 } ?? false
    var open = Array(starts.reversed())
    var fresh: [Int32] = []
    while let step = open.popLast() {
      guard mark[Int(step)] != generation else { continue }
      mark[Int(step)] = generation
      work += 1
      switch program.steps[Int(step)] {
      case .split(let first, let second): open += [Int32(second), Int32(first)]
      case .jump(let target): open.append(Int32(target))
      case .match: closure.isMatch = true
      case .token:
        if !(startsSentence && program.isInside[Int(step)]) { closure.tokens.append(step) }
      case .boundary(let boundary, .opens):
        if holds(boundary, context) { fresh.append(step + 1) }
      case .boundary(let boundary, _):
        if holds(boundary, context) { open.append(step + 1) }
      }
    }
    while let step = fresh.popLast() {
      guard freshMark[Int(step)] != generation else { continue }
      freshMark[Int(step)] = generation
      work += 1
      switch program.steps[Int(step)] {
      case .split(let first, let second): fresh += [Int32(second), Int32(first)]
      case .jump(let target): fresh.append(Int32(target))
      case .match: closure.isMatch = true
      case .token: if !closure.tokens.contains(step) { closure.tokens.append(step) }
      case .boundary(_, .closes): break
      case .boundary(let boundary, _):
        if holds(boundary, context) { fresh.append(step + 1) }
      }
    }
    return closure
  }
}

import QueryLanguage

/// A program as ``SequenceWindows`` follows it: which steps that take a token follow each other, and past which boundaries.
struct WindowProgram {
  /// A way on from a token, or into the program.
  struct Exit {
    /// The boundaries that must be at the place, as bits by their numbers.
    let boundaries: Int
    /// The steps that the next token may be taken by, as bits.
    var next: UInt64 = 0
    /// Whether a match may end at the place.
    var isLast = false
  }

  /// Takes a token.
  struct Step {
    let condition: Int
    let exits: [Exit]
  }

  let steps: [Step]
  /// The conditions of steps that can come again and again.
  let repeated: [Int]
  /// The ways to the first token.
  let first: [Exit]
  /// The boundaries that are asked for.
  let boundaries: [SequenceProgram.Boundary]

  /// How many ways between two tokens are followed at most.
  private static let wayLimit = 256

  /// Nil where the program asks for both boundaries of a sentence or for those of coded segments, or has more steps than a
  /// word has bits.
  init?(_ program: SequenceProgram) {
    var numbers: [Int: Int] = [:]
    for (index, step) in program.steps.enumerated() {
      switch step {
      case .token: numbers[index] = numbers.count
      case .boundary(_, let pairing): if pairing != .none { return nil }
      case .split, .jump, .match: break
      }
    }
    guard numbers.count <= 32, program.conditions.count <= 16 else { return nil }
    let isOnCode = program.boundaries.contains { if case .code = $0.region { true } else { false } }
    guard !isOnCode else { return nil }
    boundaries = program.boundaries
    guard let first = Self.exits(from: 0, program, numbers) else { return nil }
    self.first = first
    var steps: [Step] = []
    for (index, step) in program.steps.enumerated() {
      guard case .token(let condition, _) = step else { continue }
      guard let exits = Self.exits(from: index + 1, program, numbers) else { return nil }
      steps.append(Step(condition: condition, exits: exits))
    }
    self.steps = steps
    var later = steps.map { $0.exits.reduce(0) { $0 | $1.next } }
    for middle in steps.indices {
      for step in steps.indices where later[step] >> UInt64(middle) & 1 == 1 { later[step] |= later[middle] }
    }
    repeated = steps.indices.filter { later[$0] >> UInt64($0) & 1 == 1 }.map { steps[$0].condition }
  }

  /// The ways on from a step without a token; nil where they are too many.
  ///
  /// - Parameter numbers: the numbers of the steps that take a token.
  private static func exits(
    from start: Int, _ program: SequenceProgram, _ numbers: [Int: Int]
  ) -> [Exit]? {
    struct Way: Hashable {
      let step: Int, boundaries: Int
    }
    var exits: [Int: Exit] = [:]
    var seen: Set<Way> = []
    var open = [Way(step: start, boundaries: 0)]
    while let way = open.popLast() {
      guard seen.insert(way).inserted else { continue }
      guard seen.count <= wayLimit else { return nil }
      func goOn(at step: Int) { open.append(Way(step: step, boundaries: way.boundaries)) }
      var exit = exits[way.boundaries] ?? Exit(boundaries: way.boundaries)
      switch program.steps[way.step] {
      case .token: exit.next |= 1 << UInt64(numbers[way.step] ?? 0)
      case .match: exit.isLast = true
      case .split(let left, let right):
        goOn(at: left)
        goOn(at: right)
        continue
      case .jump(let target):
        goOn(at: target)
        continue
      case .boundary(let boundary, _):
        open.append(Way(step: way.step + 1, boundaries: way.boundaries | 1 << boundary))
        continue
      }
      exits[way.boundaries] = exit
    }
    return exits.keys.sorted().compactMap { exits[$0] }
  }
}

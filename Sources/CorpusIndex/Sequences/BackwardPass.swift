/// The best end from every step of a program, worked out from the last token to the first.
struct BackwardPass {
  private static let none: Int32 = -1

  private let program: SequenceProgram
  private let classes: TypeClasses
  private let wantsLongest: Bool
  private let startBit: Int?
  /// The steps from which each step is reached without a token.
  private var before: [[Int32]]

  init(_ program: SequenceProgram, _ classes: TypeClasses, wantsLongest: Bool) {
    self.program = program
    self.classes = classes
    self.wantsLongest = wantsLongest
    startBit = program.sentenceStart.map { 1 << $0 }
    before = Array(repeating: [], count: program.steps.count)
    for (step, kind) in program.steps.enumerated() {
      switch kind {
      case .split(let first, let second):
        before[first].append(Int32(step))
        before[second].append(Int32(step))
      case .jump(let target): before[target].append(Int32(step))
      case .boundary: before[step + 1].append(Int32(step))
      case .token, .match: break
      }
    }
  }

  /// For each place, where the best match of at least one token from there ends.
  ///
  /// - Parameters:
  ///   - tokens: the classes of the tokens; matches must lie within them.
  ///   - contexts: what is at the place before each token, and after the last.
  func ends(_ tokens: [UInt32], _ contexts: [Int]) -> [Int?] {
    var ends = [Int?](repeating: nil, count: tokens.count)
    var later = values(at: tokens.count, [], contexts[tokens.count], isMatch: true)
    for position in tokens.indices.reversed() {
      var taken: [(step: Int32, value: Int32)] = []
      for (step, kind) in program.steps.enumerated() {
        guard case .token(let condition, _) = kind, later[step + 1] != Self.none,
          classes.isFulfilled[condition][Int(tokens[position])]
        else { continue }
        taken.append((Int32(step), later[step + 1]))
      }
      if wantsLongest { taken.sort { $0.value > $1.value } } else { taken.sort { $0.value < $1.value } }
      later = values(at: position, taken, contexts[position], isMatch: true)
      var end = later[0]
      // A match of no token hides those of some.
      if end == Int32(position) {
        end = values(at: position, taken, contexts[position], isMatch: false)[0]
      }
      if end != Self.none { ends[position] = Int(end) }
    }
    return ends
  }

  /// The best end from each step at a place, given those from the steps that take the token there, best first.
  private func values(
    at position: Int, _ taken: [(step: Int32, value: Int32)], _ context: Int, isMatch: Bool
  ) -> [Int32] {
    let startsSentence = startBit.map { context & $0 != 0 } ?? false
    var sources = taken
    if isMatch {
      let match = (step: Int32(program.steps.count - 1), value: Int32(position))
      if wantsLongest { sources.append(match) } else { sources.insert(match, at: 0) }
    }
    let fresh =
      startsSentence
      ? spread(sources, context) { step in
        if case .boundary(_, .closes) = program.steps[step] { nil } else { false }
      } : []
    var plain = sources
    if startsSentence { plain.removeAll { program.isInside[Int($0.step)] } }
    // What opens a sentence here leads to what is reached inside it here.
    if startsSentence {
      for (step, kind) in program.steps.enumerated() {
        if case .boundary(let boundary, .opens) = kind, context >> boundary & 1 == 1,
          fresh[step + 1] != Self.none
        {
          plain.append((Int32(step), fresh[step + 1]))
        }
      }
      if wantsLongest { plain.sort { $0.value > $1.value } } else { plain.sort { $0.value < $1.value } }
    }
    return spread(plain, context) { step in
      if case .boundary(_, .opens) = program.steps[step] { nil } else { false }
    }
  }

  /// Hands values on to the steps before, best first; `rule` gives nil for steps that nothing passes through.
  private func spread(
    _ sources: [(step: Int32, value: Int32)], _ context: Int, _ rule: (Int) -> Bool?
  ) -> [Int32] {
    var values = [Int32](repeating: Self.none, count: program.steps.count)
    var open: [Int32] = []
    for source in sources where values[Int(source.step)] == Self.none {
      values[Int(source.step)] = source.value
      open.append(source.step)
      while let step = open.popLast() {
        for earlier in before[Int(step)] where values[Int(earlier)] == Self.none {
          if case .boundary(let boundary, _) = program.steps[Int(earlier)] {
            guard rule(Int(earlier)) != nil, context >> boundary & 1 == 1 else { continue }
          }
          values[Int(earlier)] = source.value
          open.append(earlier)
        }
      }
    }
    return values
  }
}

import CodingModel
import QueryLanguage

/// Finds where matches end whose labelled tokens must fulfil a condition.
///
/// From a start all ways are followed at once, each with the tokens that its labels stand for; ways that come
/// to the same step with the same tokens are one. Of a label whose place does not matter only the token's
/// type is kept, so that they meet sooner.
final class LabelledMatcher {
  /// The labels that are kept, and for each whether its place matters.
  struct Labels {
    var names: [String] = []
    var isPlaced: [Bool] = []

    /// The labels that the conditions of a sequence refer to.
    init(_ sequence: TokenSequence) {
      let anchors: Set = ["match", "matchend"]
      var placed: Set<String> = []
      var used: [String] = []
      for condition in sequence.pattern.conditions + (sequence.constraint.map { [$0] } ?? []) {
        used += condition.labels
        placed.formUnion(condition.placedLabels)
      }
      for label in sequence.pattern.labels where used.contains(label) && !anchors.contains(label) {
        names.append(label)
        isPlaced.append(placed.contains(label))
      }
    }
  }

  private static let unset: Int32 = -1
  /// How many ways may be followed from one start, and in one segment.
  private static let wayLimit = 50_000, segmentLimit = 5_000_000

  private let automaton: SequenceAutomaton
  private let boundaries: SequenceBoundaries
  private let sequence: TokenSequence
  private let labels: Labels
  /// For each condition of the program whether it refers to labels.
  private let isDynamic: [Bool]
  private var ways = 0

  init(
    _ automaton: SequenceAutomaton, _ boundaries: SequenceBoundaries, _ sequence: TokenSequence,
    _ labels: Labels
  ) {
    self.automaton = automaton
    self.boundaries = boundaries
    self.sequence = sequence
    self.labels = labels
    isDynamic = automaton.program.conditions.map { !($0?.labels.isEmpty ?? true) }
  }

  /// Where the best match from `start` ends.
  ///
  /// - Throws: a `QueryError` where there are too many ways to give the labels.
  func end(
    from start: Int, before limit: Int, _ window: inout TokenWindow, _ evaluator: ConstraintEvaluator
  ) throws -> Int? {
    let answer = window.answer
    let wantsLongest = sequence.strategy == .longest
    var now: Set<[Int32]> = [[0] + labels.names.map { _ in Self.unset }]
    var context = try boundaries.context(at: start, in: answer)
    var best: Int?
    var position = start
    let first = ConstraintEvaluator.Token(type: try window.type(at: start), position: start)
    while position < limit, !now.isEmpty {
      let type = try window.type(at: position)
      let token = ConstraintEvaluator.Token(type: type, position: position)
      let typeClass = Int(automaton.classes.classes[Int(type)])
      var next: Set<[Int32]> = []
      for way in now {
        for step in automaton.closure(of: way[0], context).tokens {
          guard case .token(let condition, let label) = automaton.program.steps[Int(step)],
            automaton.classes.isFulfilled[condition][typeClass]
          else { continue }
          if isDynamic[condition], let dynamic = automaton.program.conditions[condition] {
            guard
              try evaluator.holds(dynamic, this: token, { try self.token($0, way, first, token, &window) })
            else { continue }
          }
          var copy = way
          copy[0] = step + 1
          if let label {
            copy[label + 1] =
              labels.isPlaced[label] ? Int32(position - answer.lowerBound) : Int32(bitPattern: type)
          }
          next.insert(copy)
        }
      }
      try count(next.count)
      now = next
      position += 1
      context = try boundaries.context(at: position, in: answer)
      if try isFound(now, context, first, token, &window, evaluator) {
        best = position
        if !wantsLongest { break }
      }
    }
    return best
  }

  private func count(_ more: Int) throws {
    ways += more
    guard more <= Self.wayLimit, ways <= Self.segmentLimit else {
      throw QueryError(.sequence(.tooCostly), at: TextRange(0, 0))
    }
  }

  private func isFound(
    _ ways: Set<[Int32]>, _ context: Int, _ first: ConstraintEvaluator.Token,
    _ last: ConstraintEvaluator.Token, _ window: inout TokenWindow, _ evaluator: ConstraintEvaluator
  ) throws -> Bool {
    for way in ways where automaton.closure(of: way[0], context).isMatch {
      guard let constraint = sequence.constraint else { return true }
      if try evaluator.holds(constraint, this: nil, { try token($0, way, first, last, &window) }) {
        return true
      }
    }
    return false
  }

  private func token(
    _ label: String, _ way: [Int32], _ first: ConstraintEvaluator.Token, _ last: ConstraintEvaluator.Token,
    _ window: inout TokenWindow
  ) throws -> ConstraintEvaluator.Token? {
    switch label {
    case "match": return first
    case "matchend": return last
    default: break
    }
    guard let index = labels.names.firstIndex(of: label), way[index + 1] != Self.unset else { return nil }
    let value = way[index + 1]
    guard labels.isPlaced[index] else {
      return ConstraintEvaluator.Token(type: UInt32(bitPattern: value), position: -1)
    }
    let position = window.answer.lowerBound + Int(value)
    return ConstraintEvaluator.Token(type: try window.type(at: position), position: position)
  }
}

extension TokenCondition {
  /// The labels whose places it compares.
  fileprivate var placedLabels: [String] {
    switch self {
    case .distance(let left, let right, _, _, _), .order(let left, _, let right): [left, right]
    case .and(let parts), .or(let parts): parts.flatMap(\.placedLabels)
    case .not(let inner): inner.placedLabels
    case .matches, .equals, .isSet, .filter: []
    }
  }
}

import QueryLanguage

/// Finds for places of an answer where the shortest, or the longest, match from there ends.
///
/// Each start is followed on its own, which is fast where matches are short or fail soon. Where that has cost
/// much more than the answer is long, the answer is gone through once from its end instead, with the best end
/// from every step of the program: then time is proportional to the answer's length times the program's.
struct SequenceMatcher {
  let automaton: SequenceAutomaton
  let boundaries: SequenceBoundaries
  let wantsLongest: Bool
  var limits: SequenceLimits

  /// Matches are followed one by one until this many steps have been gone, and so many for each token.
  var patience = (steps: 20_000, perToken: 64)

  /// Calls `found` with every one of `starts` from which there is a match, and the token after its end.
  mutating func forEachMatch(
    from starts: [Range<Int>], _ window: inout TokenWindow, _ found: (Int, Int) throws -> Void
  ) throws {
    let answer = window.answer
    let budget = automaton.work + patience.perToken * answer.count + patience.steps
    for (index, range) in starts.enumerated() {
      for start in range {
        if automaton.work > budget, !limits.isShort {
          var rest = [start..<range.upperBound]
          rest += starts[(index + 1)...]
          return try forEachMatchBackwards(rest, &window, found)
        }
        let limit = try limits.limit(from: start, in: answer)
        if let end = try end(from: start, before: limit, &window) { try found(start, end) }
      }
    }
  }

  /// Where the best match from `start` ends.
  private func end(from start: Int, before limit: Int, _ window: inout TokenWindow) throws -> Int? {
    let answer = window.answer
    let classes = automaton.classes.classes
    var state = automaton.start
    var context = try boundaries.context(at: start, in: answer)
    var best: Int?
    var position = start
    while position < limit {
      state = automaton.next(state, try classes[Int(window.type(at: position))], context)
      if state == SequenceAutomaton.dead { break }
      position += 1
      context = try boundaries.context(at: position, in: answer)
      if automaton.accepts(state, context) {
        best = position
        if !wantsLongest { break }
      }
    }
    return best
  }

  /// The same from the end of the answer on.
  private mutating func forEachMatchBackwards(
    _ starts: [Range<Int>], _ window: inout TokenWindow, _ found: (Int, Int) throws -> Void
  ) throws {
    // Starts with one limit are gone through together.
    var groups: [(limit: Int, starts: [Int])] = []
    for start in starts.joined() {
      let limit = try limits.limit(from: start, in: window.answer)
      if limit <= start { continue }
      if let last = groups.last, last.limit == limit {
        groups[groups.count - 1].starts.append(start)
      } else {
        groups.append((limit, [start]))
      }
    }
    let pass = BackwardPass(automaton.program, automaton.classes, wantsLongest: wantsLongest)
    for group in groups {
      guard let first = group.starts.first else { continue }
      var types: [UInt32] = []
      for position in first..<group.limit { types.append(try window.type(at: position)) }
      let classes = types.map { automaton.classes.classes[Int($0)] }
      var contexts: [Int] = []
      for position in first...group.limit {
        contexts.append(try boundaries.context(at: position, in: window.answer))
      }
      let ends = pass.ends(classes, contexts)
      for start in group.starts {
        if let end = ends[start - first] { try found(start, first + end) }
      }
    }
  }
}

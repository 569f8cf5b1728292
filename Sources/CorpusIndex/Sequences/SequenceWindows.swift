import QueryLanguage

/// Finds the hits of a sequence from 64 places at a time.
///
/// The tokens that fulfil a condition are bits (``PositionBits``). For every step of the program that takes a token, a
/// word says from which of 64 places that step has been reached; the next token of all 64 is one window of a condition's
/// bits, and one `and` moves them on. Starts whose match is found, or which nothing leads on from, are dropped, so that
/// what matches or fails within a few tokens costs a few operations per 64 tokens. Where starts have to be followed far,
/// it gives up, and they are followed otherwise.
struct SequenceWindows {
  /// What can be at the end of a hit, and how far hits reach.
  private let extent: Extent
  private let program: WindowProgram
  private let segment: CorpusSegment
  private let sets: [TypeSet?]
  private let frequencies: [Int]
  private let wantsLongest: Bool

  private struct Extent {
    var sentences = false
    /// The most tokens of a hit.
    var most = Int.max
  }

  /// Nil where the sequence asks for what this cannot do: both boundaries of one sentence, those of coded segments, or hits
  /// inside of some of them.
  init?(_ plan: SequencePlan, _ sets: [TypeSet?], in segment: CorpusSegment) throws {
    guard !plan.needsLabels, let program = WindowProgram(plan.program) else { return nil }
    var extent = Extent()
    switch plan.sequence.within {
    case nil, .answer?: break
    case .sentences(1)?: extent.sentences = true
    case .tokens(let count)?: extent.most = count + 1
    case .filter(let filter)? where !filter.isOnCode: break
    default: return nil
    }
    self.extent = extent
    self.program = program
    self.segment = segment
    self.sets = sets
    wantsLongest = plan.sequence.strategy == .longest
    frequencies = try sets.map { set in
      try set.map { try $0.types.reduce(0) { try $0 + segment.types.frequency(of: $1) } } ?? 0
    }
  }

  /// What it takes, in nanoseconds on a usual machine: writing the bits, then looking at them, for an answer's length
  /// where much can be repeated without end.
  var cost: Int {
    let bits = frequencies.reduce(0) { $0 + min($1, max(0, segment.tokenCount - $1)) }
    let isLong = program.repeated.contains { sets[$0] == nil || frequencies[$0] > segment.tokenCount / 4 }
    let length = isLong ? min(64, segment.tokenCount / max(1, segment.answerCount) + 1) : 1
    return bits * 5 / 4 + (segment.tokenCount / 64 + 1) * (6 + 4 * program.steps.count) * length
  }

  /// The hits, each start's longest or shortest, ascending; nil where starts would have to be followed far.
  func hits() throws -> FoundSpans? {
    let count = segment.tokenCount
    var bits: [ConditionBits] = []
    for (set, frequency) in zip(sets, frequencies) { bits.append(try self.bits(of: set, frequency)) }
    let answers = try segment.firstTokens()
    let ends = try hitEnds(answers)
    let places = try BoundaryBits(program.boundaries, bits, answers: answers, in: segment)
    var run = WindowRun(program, wantsLongest: wantsLongest)
    var hits = WindowHits(segment)
    let budget = (64 * program.steps.count + 64) * (count / 64 + 1) + 1_000_000
    for base in stride(from: 0, to: count, by: 64) {
      run.follow(from: base, count: count, most: extent.most, bits, ends, places)
      if run.work > budget { return nil }
      hits.append(run.hits, from: base)
    }
    return hits.found
  }

  private func bits(of set: TypeSet?, _ frequency: Int) throws -> ConditionBits {
    guard let set else { return ConditionBits(bits: nil, flip: 0) }
    let isRare = frequency <= segment.tokenCount / 2
    let types = isRare ? set.types : set.complement.types
    let selection = TypeSelection(
      types: types, frequency: isRare ? frequency : segment.tokenCount - frequency)
    return ConditionBits(
      bits: try PositionCollector(segment: segment).bits(of: selection), flip: isRare ? 0 : .max)
  }

  /// The tokens that no hit reaches from one before them: the first ones of answers, and of sentences where hits lie
  /// within one.
  private func hitEnds(_ answers: PositionBits) throws -> PositionBits {
    guard extent.sentences else { return answers }
    let ends = segment.noTokens()
    let starts = try segment.tokens.sentenceStarts(in: 0..<segment.tokenCount)
    for (index, word) in starts.enumerated() { unsafe ends.words[index] = unsafe word | answers.words[index] }
    return ends
  }
}

/// The tokens that fulfil a condition, or that do not; nil where all do.
struct ConditionBits {
  let bits: PositionBits?
  let flip: UInt64
}

/// Following 64 starts, again and again.
private struct WindowRun {
  /// How many times a step was gone for 64 starts.
  private(set) var work = 0
  private let program: WindowProgram
  private let wantsLongest: Bool
  /// For each step, from which of the 64 places it has been reached.
  private var reached: [UInt64]
  private var following: [UInt64]
  /// Which starts have a hit of so many tokens; of the longest, later ones count.
  private(set) var hits: [WindowHits.Found] = []

  init(_ program: WindowProgram, wantsLongest: Bool) {
    self.program = program
    self.wantsLongest = wantsLongest
    reached = Array(repeating: 0, count: program.steps.count)
    following = reached
  }

  mutating func follow(
    from base: Int, count: Int, most: Int, _ bits: [ConditionBits], _ ends: PositionBits,
    _ places: BoundaryBits
  ) {
    hits.removeAll(keepingCapacity: true)
    var active: UInt64 = 0
    for exit in program.first {
      let starts = exit.boundaries == 0 ? .max : places.beginning(exit.boundaries, from: base)
      Self.add(starts, to: exit.next, &reached, &active)
    }
    var length = 0
    while active != 0, length < most, base + length < count {
      let place = base + length
      var alive = length == 0 ? UInt64.max : ~ends.window(from: place)
      if count - place < 64 { alive &= (1 << UInt64(count - place)) - 1 }
      var (accepted, next): (UInt64, UInt64) = (0, 0)
      while active != 0 {
        let index = active.trailingZeroBitCount
        active &= active - 1
        work += 1
        var starts = reached[index] & alive
        guard starts != 0 else { continue }
        let step = program.steps[index]
        if let set = bits[step.condition].bits {
          starts &= set.window(from: place) ^ bits[step.condition].flip
          guard starts != 0 else { continue }
        }
        for exit in step.exits {
          let passing =
            exit.boundaries == 0 ? starts : starts & places.goingOn(exit.boundaries, from: place + 1)
          if exit.isLast { accepted |= passing }
          Self.add(passing, to: exit.next, &following, &next)
        }
      }
      length += 1
      swap(&reached, &following)
      active = next
      guard accepted != 0 else { continue }
      hits.append(WindowHits.Found(starts: accepted, length: UInt32(length)))
      guard !wantsLongest else { continue }
      // Their shortest hits are found.
      while next != 0 {
        let index = next.trailingZeroBitCount
        next &= next - 1
        reached[index] &= ~accepted
        if reached[index] == 0 { active &= ~(1 << UInt64(index)) }
      }
    }
  }

  /// Adds starts to what has reached the steps `targets`, of which those in `known` have been reached already.
  @inline(__always)
  private static func add(
    _ starts: UInt64, to targets: UInt64, _ reached: inout [UInt64], _ known: inout UInt64
  ) {
    guard starts != 0 else { return }
    var targets = targets
    while targets != 0 {
      let target = targets.trailingZeroBitCount
      targets &= targets - 1
      reached[target] = known >> UInt64(target) & 1 == 0 ? starts : reached[target] | starts
      known |= 1 << UInt64(target)
    }
  }
}

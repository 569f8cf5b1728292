import FrenchText

/// An averaged structured perceptron over lattices.
struct Perceptron {
  private var rows: [UInt32: Int] = [:]
  private var weights: [SIMD16<Float>] = []
  private var sums: [SIMD16<Float>] = []
  private var counts: [Int32] = []
  private var clock: Float = 1

  /// A lattice with features as numbers of rows.
  private struct Compiled {
    let tags: [UInt16]
    let gold: [Int?]
    let emissions: [[Int]]
    /// For each word and each part of speech before it, rows.
    let transitions: [[[Int]]]
  }

  mutating func train(_ lattices: [Lattice], epochs: Int, seed: UInt64) {
    let compiled = lattices.map { compile($0) }
    var order = Array(compiled.indices)
    var random = SplitMix(state: seed)
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for index in order { learn(compiled[index]) }
    }
  }

  private mutating func row(_ key: UInt32) -> Int {
    if let row = rows[key] {
      counts[row] += 1
      return row
    }
    rows[key] = weights.count
    weights.append(.zero)
    sums.append(.zero)
    counts.append(1)
    return weights.count - 1
  }

  private mutating func compile(_ lattice: Lattice) -> Compiled {
    var transitions: [[[Int]]] = []
    for index in lattice.tags.indices {
      var byTag = [[Int]](repeating: [], count: 16)
      let before = index == 0 ? TagSet(PartOfSpeech.punctuation) : lattice.tags[index - 1]
      if lattice.tags[index].count > 1 || before.count > 1 {
        for tag in 0..<16 where before.rawValue & (1 << UInt16(tag)) != 0 {
          byTag[tag] = FeatureKeys.transition(from: tag, to: lattice.profiles[index]).map { row($0) }
        }
      }
      transitions.append(byTag)
    }
    return Compiled(
      tags: lattice.tags.map(\.rawValue), gold: lattice.gold,
      emissions: lattice.emissions.map { keys in keys.map { row($0) } }, transitions: transitions)
  }

  private mutating func learn(_ lattice: Compiled) {
    // What the treebank does not tell is filled with the best path through what it tells.
    let guess = path(lattice, forced: false)
    let right = path(lattice, forced: true)
    clock += 1
    guard guess != right else { return }
    let punctuation = Int(PartOfSpeech.punctuation.rawValue)
    for index in guess.indices {
      if guess[index] != right[index] {
        for row in lattice.emissions[index] {
          add(row, right[index], 1)
          add(row, guess[index], -1)
        }
      }
      let before = (index == 0 ? punctuation : guess[index - 1], index == 0 ? punctuation : right[index - 1])
      if guess[index] != right[index] || before.0 != before.1 {
        for row in lattice.transitions[index][before.1] { add(row, right[index], 1) }
        for row in lattice.transitions[index][before.0] { add(row, guess[index], -1) }
      }
    }
  }

  private mutating func add(_ row: Int, _ tag: Int, _ change: Float) {
    weights[row][tag] += change
    sums[row][tag] += change * clock
  }

  private func path(_ lattice: Compiled, forced: Bool) -> [Int] {
    var scores = SIMD16<Float>.zero
    var before: UInt16 = 1 << UInt16(PartOfSpeech.punctuation.rawValue)
    var origins: [SIMD16<Int32>] = []
    for index in lattice.tags.indices {
      var mask = lattice.tags[index]
      if forced, let gold = lattice.gold[index] { mask = 1 << UInt16(gold) }
      var best = SIMD16<Float>(repeating: -1e9)
      var origin = SIMD16<Int32>.zero
      for tag in 0..<16 where before & (1 << UInt16(tag)) != 0 {
        var candidate = SIMD16<Float>(repeating: scores[tag])
        for row in lattice.transitions[index][tag] { candidate += weights[row] }
        let wins = candidate .> best
        best.replace(with: candidate, where: wins)
        origin.replace(with: SIMD16(repeating: Int32(tag)), where: wins)
      }
      for row in lattice.emissions[index] { best += weights[row] }
      origins.append(origin)
      scores = best
      before = mask
    }
    var tag = before.trailingZeroBitCount & 15
    for other in 0..<16 where before & (1 << UInt16(other)) != 0 && scores[other] > scores[tag] {
      tag = other
    }
    var path = [Int](repeating: 0, count: lattice.tags.count)
    for index in lattice.tags.indices.reversed() {
      path[index] = tag
      tag = Int(origins[index][tag])
    }
    return path
  }

  /// The averaged weights of perceptrons trained on the same lattices, in units of a `scale`-th, without those too
  /// small or too rare to matter.
  static func features(
    of perceptrons: [Perceptron], scale: Float, least: Float, minimumCount: Int32
  ) -> [TableFile.Feature] {
    guard let first = perceptrons.first else { return [] }
    var features: [TableFile.Feature] = []
    for (key, row) in first.rows.sorted(by: { $0.key < $1.key }) where first.counts[row] >= minimumCount {
      // Lattices are compiled in the same order, so that rows are the same in all.
      var average = SIMD16<Float>.zero
      for one in perceptrons { average += one.weights[row] - one.sums[row] / one.clock }
      average /= Float(perceptrons.count)
      let kept = (0..<16).compactMap { tag -> (tag: UInt8, weight: Int8)? in
        let weight = Int8(clamping: Int((average[tag] * scale).rounded()))
        return abs(average[tag]) < least || weight == 0 ? nil : (UInt8(tag), weight)
      }
      if !kept.isEmpty { features.append(TableFile.Feature(key: key, weights: kept)) }
    }
    return features
  }
}

/// A small generator of random numbers, the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

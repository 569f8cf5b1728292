internal import CodingModel

extension CodingsByAnswer {
  /// Counts, for each answer, the codes on it.
  func countAnswers(into tally: inout PairTally) {
    var present: [Int] = []
    for answer in answers.indices {
      tally.beginUnit()
      present.removeAll(keepingCapacity: true)
      for at in codings(of: answer) {
        let code = Int(items[at].code)
        if tally.markCode(code) { present.append(code) }
      }
      tally.markPairs(present)
    }
  }

  /// Counts, for each sentence, the codes that share a code point with it.
  func countSentences<Failure: Error>(
    into tally: inout PairTally, sentences: (RowID<Answer>) throws(Failure) -> [TextRange]
  ) throws(Failure) {
    var met: [(sentence: Int, code: Int)] = []
    var present: [Int] = []
    for answer in answers.indices {
      let sentences = try sentences(answers[answer])
      met.removeAll(keepingCapacity: true)
      for at in codings(of: answer) where !items[at].isEmpty {
        for sentence in sentences.places(sharedWith: items[at].range) {
          met.append((sentence, Int(items[at].code)))
        }
      }
      met.sort { $0.sentence < $1.sentence }
      var at = 0
      while at < met.count {
        let sentence = met[at].sentence
        tally.beginUnit()
        present.removeAll(keepingCapacity: true)
        while at < met.count, met[at].sentence == sentence {
          if tally.markCode(met[at].code) { present.append(met[at].code) }
          at += 1
        }
        tally.markPairs(present)
      }
    }
  }

  /// Counts, for each answer, the codes whose ranges share code points.
  func countOverlaps(into tally: inout PairTally, sweep: RangeSweep) {
    var sweep = sweep
    var ranges: [Item] = []
    unsafe forEachAnswer { items in
      unsafe tally.addCodes(items, sweep.counting)
      guard items.count > 1 else { return }
      if items.count <= RangeSweep.few {
        unsafe sweep.runPairwise(items, into: &tally)
        return
      }
      ranges.removeAll(keepingCapacity: true)
      for index in 0..<items.count where unsafe !items[index].isEmpty { ranges.append(unsafe items[index]) }
      sweep.run(&ranges, into: &tally)
    }
  }

  /// Counts, for each answer, the codes whose ranges are near each other in tokens.
  func countRanges<Failure: Error>(
    into tally: inout PairTally, sweep: RangeSweep, tokens: (RowID<Answer>) throws(Failure) -> [TextRange]
  ) throws(Failure) {
    var sweep = sweep
    var ranges: [Item] = []
    for answer in answers.indices {
      let places = codings(of: answer)
      unsafe items.withUnsafeBufferPointer {
        unsafe tally.addCodes(UnsafeBufferPointer(rebasing: $0[places]), sweep.counting)
      }
      guard places.count > 1 else { continue }
      let tokens = try tokens(answers[answer])
      ranges.removeAll(keepingCapacity: true)
      for at in places {
        let inside = tokens.places(sharedWith: items[at].range)
        ranges.append(
          Item(start: Int32(inside.lowerBound), end: Int32(inside.upperBound), code: items[at].code))
      }
      sweep.run(&ranges, into: &tally)
    }
  }
}

extension PairTally {
  /// Counts every pair of these codes, which are all different, once in this unit.
  mutating func markPairs(_ present: [Int]) {
    for (at, code) in present.enumerated() {
      for other in present[..<at] { markPair(other, code) }
    }
  }
}

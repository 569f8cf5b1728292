/// Reads the words of units, in parts on several threads at a time.
struct UnitWords: Sendable {
  /// Consecutive units of one segment.
  private struct Part: Sendable {
    let segment: Int
    var runs: Range<Int>
    var tokenCount = 0
  }

  private let types: [SegmentTypes]
  private let units: [UnitRuns]
  private let parts: [Part]

  /// How many units there are.
  var unitCount: Int { units.reduce(0) { $0 + $1.runs.count } }

  /// The units of a scope.
  ///
  /// - Parameter leastPart: fewer tokens than this are not worth another thread.
  init(_ unit: WordUnit, in scope: CountScope, of segments: [CorpusSegment], leastPart: Int = 20_000) throws {
    let units = try segments.map { try UnitRuns(unit, in: scope, of: $0) }
    self.units = units
    types = try segments.map { try SegmentTypes($0) }
    let all = units.reduce(0) { $0 + $1.runs.reduce(0) { $0 + $1.tokens.count } }
    let size = max(all / 16, leastPart)
    var parts: [Part] = []
    for segment in segments.indices {
      var part = Part(segment: segment, runs: 0..<0)
      for (index, run) in units[segment].runs.enumerated() {
        part.tokenCount += run.tokens.count
        part.runs = part.runs.lowerBound..<index + 1
        guard part.tokenCount >= size else { continue }
        parts.append(part)
        part = Part(segment: segment, runs: index + 1..<index + 1)
      }
      if !part.runs.isEmpty { parts.append(part) }
    }
    self.parts = parts
  }

  /// How many tokens have each key.
  ///
  /// - Parameter keyOfType: each segment's types' keys, or ``CountedKeys/none``.
  func tokenCounts(_ keyOfType: [[UInt32]], keyCount: Int) -> [Int] {
    let none = UInt32(keyCount)
    let states = Workers.map(parts.count, state: [UInt32](repeating: 0, count: keyCount + 1)) {
      number, counts in
      let part = parts[number]
      let types = types[part.segment]
      unsafe keyOfType[part.segment].withUnsafeBufferPointer { keys in
        unsafe counts.withUnsafeMutableBufferPointer { counts in
          for run in units[part.segment].runs[part.runs] {
            for position in run.tokens { unsafe counts[Int(min(keys[types[position]], none))] += 1 }
          }
        }
      }
    }.states
    var sums = [Int](repeating: 0, count: keyCount)
    for counts in states { for key in 0..<keyCount { sums[key] += Int(counts[key]) } }
    return sums
  }

  /// Every token's word, with boundaries between units.
  ///
  /// - Parameter wordOfType: each segment's types' words, or ``WordStream/other`` or ``WordStream/unlisted``.
  func windows(_ wordOfType: [[UInt32]]) -> WordStream {
    unsafe WordStream(room: parts.map { $0.tokenCount + $0.runs.count }) { number, room in
      let part = parts[number]
      let types = types[part.segment]
      return unsafe wordOfType[part.segment].withUnsafeBufferPointer { words in
        var next = 0
        for run in units[part.segment].runs[part.runs] {
          for position in run.tokens {
            unsafe room[next] = unsafe words[types[position]]
            next += 1
          }
          unsafe room[next] = WordStream.boundary
          next += 1
        }
        return next
      }
    }
  }

  /// The different words of each unit, ascending, the first one marked.
  ///
  /// - Parameters:
  ///   - wordOfType: each segment's types' words, or ``WordStream/other`` or ``WordStream/unlisted``.
  ///   - wordCount: how many words there are.
  func differentWords(_ wordOfType: [[UInt32]], wordCount: Int) -> WordStream {
    unsafe WordStream(room: parts.map(\.tokenCount)) { number, room in
      let part = parts[number]
      let types = types[part.segment]
      return unsafe wordOfType[part.segment].withUnsafeBufferPointer { words in
        var next = 0
        var own = DifferentWords(wordCount: wordCount)
        for run in units[part.segment].runs[part.runs] {
          own.reserve(run.tokens.count)
          for position in run.tokens { own.add(unsafe words[types[position]]) }
          next += unsafe own.write(to: room.baseAddress, next)
        }
        return next
      }
    }
  }
}

/// The different words of one unit at a time, in order: the frequent ones as bits, the others in a short list.
private struct DifferentWords {
  /// Words below this are kept as bits.
  private let frequent: UInt32
  /// The bits, and after them a place for those of words that are in the list or not counted.
  private var bits: [UInt64]
  private var list: [UInt32] = []
  private var listCount = 0

  init(wordCount: Int) {
    frequent = UInt32(min(wordCount, 512) & ~63)
    bits = Array(repeating: 0, count: Int(frequent >> 6) + 1)
  }

  /// Makes room for the words of a unit of so many tokens.
  mutating func reserve(_ count: Int) {
    if list.count <= count { list = Array(repeating: 0, count: 2 * count + 1) }
  }

  @inline(__always)
  mutating func add(_ word: UInt32) {
    // Without branches, which could not be foreseen.
    bits[Int(min(word, frequent) >> 6)] |= 1 << UInt64(word & 63)
    list[listCount] = word
    listCount += word >= frequent && word < WordStream.unlisted ? 1 : 0
  }

  /// Writes the words there are behind the first `start` ones at `target` and forgets them; says how many they were.
  mutating func write(to target: UnsafeMutablePointer<UInt32>?, _ start: Int) -> Int {
    guard let target = unsafe target else { return 0 }
    var next = start
    for index in 0..<bits.count - 1 {
      var word = bits[index]
      while word != 0 {
        unsafe target[next] = UInt32(index << 6 + word.trailingZeroBitCount)
        next += 1
        word &= word - 1
      }
      bits[index] = 0
    }
    if listCount > 32 { list[..<listCount].sort() } else { sortFew() }
    var last: UInt32?
    for word in list[..<listCount] where word != last {
      unsafe target[next] = word
      next += 1
      last = word
    }
    listCount = 0
    if next > start { unsafe target[start] |= WordStream.first }
    return next - start
  }

  private mutating func sortFew() {
    for index in 0..<listCount {
      let word = list[index]
      var place = index
      while place > 0, list[place - 1] > word {
        list[place] = list[place - 1]
        place -= 1
      }
      list[place] = word
    }
  }
}

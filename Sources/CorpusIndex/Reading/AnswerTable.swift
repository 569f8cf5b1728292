import CodingModel

/// Which answers a segment holds and where their tokens are. Read as a whole when first asked.
final class AnswerTable {
  private let parts: SegmentParts
  private var isChecked = false
  private var knownBlocks: [UInt32] = []
  private var soughtTokens = 0

  init(_ parts: SegmentParts) {
    self.parts = parts
  }

  var count: Int { parts.header.answerCount }

  /// Reads all there is: nothing else then needs the storage.
  func load() throws { _ = unsafe try parts[.answers].all() }

  /// Where the answers' tokens begin, checked.
  func starts() throws -> AnswerStarts {
    let bytes = parts[.answers]
    let starts = unsafe UnsafeBufferPointer(
      rebasing: try bytes.all(as: UInt32.self)[0...count])
    if !isChecked {
      // Each is looked at in any case, several at a time.
      var descents: UInt32 = 0
      for index in 0..<count { descents |= unsafe starts[index + 1] < starts[index] ? 1 : 0 }
      guard descents == 0, unsafe starts[count] == UInt32(parts.header.tokenCount),
        unsafe count == 0 || starts[0] == 0
      else { throw IndexError.damaged(.answers) }
      try checkIdentities(bytes)
      isChecked = true
    }
    return unsafe AnswerStarts(starts, of: self)
  }

  /// For every 64 tokens, the number of the answer that the first of them is in, for finding those of `expected` tokens.
  /// They are kept once made, which is when so many tokens were sought without them that to make them costs no more;
  /// empty before.
  fileprivate func blocks(expecting expected: Int) throws -> [UInt32] {
    guard knownBlocks.isEmpty else { return knownBlocks }
    soughtTokens += expected
    return soughtTokens > count / 2 ? try blocks() : []
  }

  /// For every 64 tokens, the number of the answer that the first of them is in; kept once made.
  fileprivate func blocks() throws -> [UInt32] {
    guard knownBlocks.isEmpty else { return knownBlocks }
    let starts = try starts()
    var blocks: [UInt32] = []
    blocks.reserveCapacity(parts.header.tokenCount / 64 + 1)
    for answer in 0..<count {
      while 64 * blocks.count < Int(starts[answer + 1]) { blocks.append(UInt32(answer)) }
    }
    knownBlocks = blocks
    return blocks
  }

  private var identityOffset: Int { (count + 2) / 2 * 8 }

  private func checkIdentities(_ bytes: LazyBytes) throws {
    guard !parts.header.isDense else { return }
    var last: Int64?
    for index in 0..<count {
      let identity: Int64 = try bytes.number(at: identityOffset + 8 * index, as: Int64.self)
      if let last, identity <= last { throw IndexError.damaged(.answers) }
      last = identity
    }
  }

  /// The identity of the answer with this number in the segment.
  func identity(of index: Int) throws -> RowID<Answer> {
    guard !parts.header.isDense else { return RowID(parts.header.firstAnswer + Int64(index)) }
    return RowID(try parts[.answers].number(at: identityOffset + 8 * index, as: Int64.self))
  }

  /// The number in the segment of an answer; nil where it is not in it.
  func index(of answer: RowID<Answer>) throws -> Int? {
    let header = parts.header
    guard count > 0, answer.value >= header.firstAnswer, answer.value <= header.lastAnswer else { return nil }
    guard !header.isDense else { return Int(answer.value - header.firstAnswer) }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if try identity(of: middle) < answer { low = middle + 1 } else { high = middle }
    }
    return try low < count && identity(of: low) == answer ? low : nil
  }

  /// The tokens of the answer with this number in the segment.
  func tokens(of index: Int) throws -> Range<Int> {
    let starts = try starts()
    return Int(starts[index])..<Int(starts[index + 1])
  }

  /// The answers that these tokens, ascending, are in. Cost: linear in their number.
  func answers(of tokens: some Collection<UInt32>) throws -> LocalAnswers {
    var answers = LocalAnswers(count: count)
    guard !tokens.isEmpty else { return answers }
    var cursor = try AnswerCursor(self, expecting: tokens.count)
    for token in tokens {
      cursor.seek(token)
      answers.insert(cursor.answer)
    }
    return answers
  }

  /// The spans of so many tokens that begin with these, ascending, and end in the answer in which they begin. Cost:
  /// linear in their number.
  func spans(from tokens: [UInt32], length: UInt32) throws -> [TokenSpan] {
    guard !tokens.isEmpty else { return [] }
    var cursor = try AnswerCursor(self, expecting: tokens.count)
    return unsafe [TokenSpan](unsafeUninitializedCapacity: tokens.count) { spans, count in
      for token in tokens {
        cursor.seek(token)
        let (end, overflow) = token.addingReportingOverflow(length)
        // Written in any case, so that nothing depends on whether it counts.
        unsafe spans[count] = TokenSpan(start: token, end: end)
        count += !overflow && end <= cursor.end ? 1 : 0
      }
    }
  }

  /// The set of these answers, as numbers in the segment.
  func local(_ answers: AnswerSet) throws -> LocalAnswers {
    guard parts.header.isDense else {
      var result = LocalAnswers(count: count)
      for index in 0..<count where answers.contains(try identity(of: index)) { result.insert(index) }
      return result
    }
    let first = parts.header.firstAnswer
    let words = (0..<(count + 63) / 64).map { answers.bits(from: first + 64 * Int64($0)) }
    return LocalAnswers(count: count, words: words)
  }

  /// Adds answers given by their numbers in the segment to a set.
  func add(_ local: LocalAnswers, to answers: inout AnswerSet) throws {
    guard parts.header.isDense else {
      try local.forEach { answers.insert(try identity(of: $0)) }
      return
    }
    for (index, word) in local.words.enumerated() {
      answers.insert(bits: word, from: parts.header.firstAnswer + 64 * Int64(index))
    }
  }
}

/// Finds the answers of ascending token positions.
struct AnswerCursor {
  private let starts: AnswerStarts
  /// For every 64 tokens, an answer to go on from; none where few tokens were looked for yet.
  private let blocks: [UInt32]
  /// Whether the next token is looked for answer by answer.
  private let isStepping: Bool
  /// The number in the segment of the answer found last.
  private(set) var answer = 0

  /// - Parameter expected: how many tokens will be asked for, about.
  init(_ table: AnswerTable, expecting expected: Int = 0) throws {
    self.init(try table.starts(), table: try table.blocks(expecting: expected), expecting: expected)
  }

  /// The same for who looks for tokens once, and needs nothing kept.
  init(_ starts: AnswerStarts, expecting expected: Int) {
    self.init(starts, table: [], expecting: expected)
  }

  private init(_ starts: AnswerStarts, table blocks: [UInt32], expecting expected: Int) {
    self.starts = starts
    self.blocks = blocks
    isStepping = blocks.isEmpty && expected > starts.count / 8
  }

  /// The token after the answer's last.
  var end: UInt32 { starts[answer + 1] }
  /// The answer's first token.
  var start: UInt32 { starts[answer] }

  /// Moves on to the answer that holds a token, which is not before the one asked for last and is in the
  /// segment.
  @inline(__always)
  mutating func seek(_ position: UInt32) {
    guard position >= end else { return }
    if isStepping {
      repeat { answer += 1 } while position >= end
      return
    }
    guard !blocks.isEmpty else { return gallop(position) }
    answer = max(answer + 1, Int(blocks[Int(position >> 6)]))
    while position >= end { answer += 1 }
  }

  private mutating func gallop(_ position: UInt32) {
    let last = starts.count - 1
    var step = 1
    var low = answer + 1
    while low + step <= last, starts[low + step] <= position {
      low += step
      step *= 2
    }
    var high = min(low + step, last + 1)
    // starts[low] <= position < starts[high], or low is the first not yet looked at.
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    answer = min(low, last)
    while answer < last, position >= end { answer += 1 }
  }
}

/// Finds the answers of tokens in any order.
struct AnswerFinder {
  private let starts: AnswerStarts
  private let blocks: [UInt32]

  /// Cost: at first, linear in the size of the segment.
  init(_ table: AnswerTable) throws {
    starts = try table.starts()
    blocks = try table.blocks()
  }

  /// The number in the segment of the answer that holds a token of the segment.
  func answer(of position: UInt32) -> Int {
    var answer = Int(blocks[Int(position >> 6)])
    while position >= starts[answer + 1] { answer += 1 }
    return answer
  }

  /// The tokens of the answer that holds a token of the segment.
  func bounds(of position: UInt32) -> Range<UInt32> {
    let answer = answer(of: position)
    return starts[answer]..<starts[answer + 1]
  }
}

public import CodingModel

/// A set of answers, kept as bits, so that combining sets costs little however large they are.
public struct AnswerSet: Sendable {
  /// The bits of 65,536 identities that share their upper part.
  struct Chunk: Hashable, Sendable {
    let key: Int64
    var words: [UInt64]
  }

  static let chunkWords = 1024

  /// Chunks by ascending key; none without a bit set.
  var chunks: [Chunk] = []

  /// No answers.
  public init() {}

  /// These answers, in any order.
  public init(_ answers: some Sequence<RowID<Answer>>) {
    for answer in answers { insert(answer) }
  }

  /// How many answers there are. Cost: linear in the span of identities, at 64 a step.
  public var count: Int {
    chunks.reduce(0) { total, chunk in chunk.words.reduce(total) { $0 + $1.nonzeroBitCount } }
  }

  /// Whether there are none.
  public var isEmpty: Bool { chunks.isEmpty }

  /// How many bytes of memory it takes, about.
  public var byteCount: Int { chunks.count * Self.chunkWords * 8 }

  private static func place(of answer: RowID<Answer>) -> (key: Int64, word: Int, bit: UInt64) {
    let low = Int(answer.value & 0xFFFF)
    return (answer.value >> 16, low >> 6, 1 << UInt64(low & 63))
  }

  /// The first chunk whose key is not below `key`.
  func index(of key: Int64) -> Int {
    if let last = chunks.last, last.key < key { return chunks.count }
    var (low, high) = (0, chunks.count)
    while low < high {
      let middle = (low + high) / 2
      if chunks[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the answer is in the set.
  public func contains(_ answer: RowID<Answer>) -> Bool {
    let (key, word, bit) = Self.place(of: answer)
    let index = index(of: key)
    return index < chunks.count && chunks[index].key == key && chunks[index].words[word] & bit != 0
  }

  /// Adds an answer.
  public mutating func insert(_ answer: RowID<Answer>) {
    let (key, word, bit) = Self.place(of: answer)
    let index = index(of: key)
    if index == chunks.count || chunks[index].key != key {
      chunks.insert(Chunk(key: key, words: Array(repeating: 0, count: Self.chunkWords)), at: index)
    }
    chunks[index].words[word] |= bit
  }

  /// The answers of either set.
  public func union(_ other: AnswerSet) -> AnswerSet {
    combined(with: other, keepsAlone: true) { $0 | $1 }
  }

  /// The answers of both sets.
  public func intersection(_ other: AnswerSet) -> AnswerSet {
    combined(with: other, keepsAlone: false) { $0 & $1 }
  }

  /// The answers that the other set does not hold.
  public func subtracting(_ other: AnswerSet) -> AnswerSet {
    var result = AnswerSet()
    for chunk in chunks {
      let index = other.index(of: chunk.key)
      guard index < other.chunks.count, other.chunks[index].key == chunk.key else {
        result.chunks.append(chunk)
        continue
      }
      let words = zip(chunk.words, other.chunks[index].words).map { $0 & ~$1 }
      if words.contains(where: { $0 != 0 }) { result.chunks.append(Chunk(key: chunk.key, words: words)) }
    }
    return result
  }

  private func combined(
    with other: AnswerSet, keepsAlone: Bool, _ combine: (UInt64, UInt64) -> UInt64
  ) -> AnswerSet {
    var result = AnswerSet()
    var (i, j) = (0, 0)
    while i < chunks.count || j < other.chunks.count {
      let left = i < chunks.count ? chunks[i].key : .max
      let right = j < other.chunks.count ? other.chunks[j].key : .max
      if left == right {
        let words = zip(chunks[i].words, other.chunks[j].words).map(combine)
        if words.contains(where: { $0 != 0 }) { result.chunks.append(Chunk(key: left, words: words)) }
        (i, j) = (i + 1, j + 1)
      } else if left < right {
        if keepsAlone { result.chunks.append(chunks[i]) }
        i += 1
      } else {
        if keepsAlone { result.chunks.append(other.chunks[j]) }
        j += 1
      }
    }
    return result
  }
}

extension AnswerSet: Hashable {}

extension AnswerSet: Sequence {
  /// Goes through the answers by ascending identity.
  public struct Iterator: IteratorProtocol {
    private let chunks: [Chunk]
    private var chunk = 0
    private var word = 0
    private var bits: UInt64

    fileprivate init(_ chunks: [Chunk]) {
      self.chunks = chunks
      bits = chunks.first?.words.first ?? 0
    }

    /// The next answer, or nil after the last.
    public mutating func next() -> RowID<Answer>? {
      while chunk < chunks.count {
        if bits != 0 {
          defer { bits &= bits - 1 }
          return RowID(chunks[chunk].key << 16 + Int64(word * 64 + bits.trailingZeroBitCount))
        }
        word += 1
        if word == chunks[chunk].words.count { (chunk, word) = (chunk + 1, 0) }
        if chunk < chunks.count { bits = chunks[chunk].words[word] }
      }
      return nil
    }
  }

  /// The answers by ascending identity.
  public func makeIterator() -> Iterator { Iterator(chunks) }

  /// How many answers there are.
  public var underestimatedCount: Int { count }
}

extension AnswerSet: ExpressibleByArrayLiteral {
  /// The answers with these identities.
  public init(arrayLiteral elements: RowID<Answer>...) {
    self.init(elements)
  }
}

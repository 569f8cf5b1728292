/// Cuts UTF-8 into chunks at spaces and chunks into words, from its memory where it can.
struct TextCutter {
  private let forms: FormBook
  private var cache = ChunkCache()
  private let comma: UInt32
  private let period: UInt32

  init(forms: FormBook, store: WordStore) {
    self.forms = forms
    period = store.number(of: RawToken(0..<1, .punctuation), in: Chunk("."))
    comma = store.number(of: RawToken(0..<1, .punctuation), in: Chunk(","))
  }

  /// Appends the words of a text to `words`.
  mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>, store: WordStore, into words: inout WordRun) {
    var index = 0
    var offset: UInt32 = 0
    while index < bytes.count {
      let space = unsafe Spaces.length(bytes, at: index)
      if space > 0 {
        if unsafe Spaces.breaksLine(bytes, at: index) { words.breakLine() }
        index += space
        offset += 1
        continue
      }
      let start = index
      while true {
        while index < bytes.count {
          let byte = unsafe bytes[index]
          if unsafe byte <= 0x20 || (byte >= 0xC2 && Spaces.length(bytes, at: index) > 0) { break }
          index += 1
        }
        let joined = unsafe Spaces.lengthBetweenDigits(bytes, at: index)
        if joined == 0 { break }
        index += joined
      }
      var end = index
      let hasComma = unsafe end - start > 1 && bytes[end - 1] == 0x2C
      if hasComma { end -= 1 }
      let isSentenceEnd = unsafe end - start == 2 && endsSentence(bytes, letter: start, next: index)
      if isSentenceEnd { end -= 1 }
      let chunk = unsafe UnsafeBufferPointer(rebasing: bytes[start..<end])
      unsafe add(chunk, hash: ChunkCache.hash(chunk), store, &offset, into: &words)
      if isSentenceEnd {
        words.append(period, offset, offset + 1)
        offset += 1
      }
      if hasComma {
        words.append(comma, offset, offset + 1)
        offset += 1
      }
    }
  }

  /// Whether a capital letter and a period end a sentence (`vitamine C.`): no capital follows, as after an
  /// initial.
  @inline(__always)
  private func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, letter: Int, next: Int) -> Bool {
    guard unsafe bytes[letter + 1] == 0x2E, unsafe bytes[letter] &- 0x41 < 26 else { return false }
    guard next + 1 < bytes.count else { return true }
    let follower = unsafe bytes[next + 1]
    return !(follower &- 0x41 < 26 || follower == 0xC3)
  }

  @inline(__always)
  private mutating func add(
    _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, _ store: WordStore, _ offset: inout UInt32,
    into words: inout WordRun
  ) {
    if let number = unsafe cache.find(bytes, hash: hash) {
      let entry = cache.entries[number]
      for place in Int(entry.places)..<(Int(entry.places) + Int(entry.placeCount)) {
        let word = cache.places[place]
        words.append(word.word, offset + UInt32(word.start), offset + UInt32(word.end))
      }
      offset += UInt32(entry.length)
    } else {
      unsafe addNew(bytes, hash: hash, store, &offset, into: &words)
    }
  }

  private mutating func addNew(
    _ bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, _ store: WordStore, _ offset: inout UInt32,
    into words: inout WordRun
  ) {
    let chunk = unsafe Chunk(String(decoding: bytes, as: UTF8.self))
    let isShort = bytes.count <= ChunkCache.longest
    var places: [ChunkCache.Place] = []
    for token in ChunkTokenizer(forms: forms).tokens(of: chunk) {
      let word = store.number(of: token, in: chunk)
      let (start, end) = (chunk.starts[token.range.lowerBound], chunk.end(of: token.range))
      words.append(word, offset + start, offset + end)
      if isShort { places.append(ChunkCache.Place(word: word, start: UInt16(start), end: UInt16(end))) }
    }
    let length = chunk.starts[chunk.count]
    if isShort { unsafe _ = cache.add(bytes, hash: hash, length: Int(length), places) }
    offset += length
  }

  /// Forgets what it remembers, where that has grown beyond reason.
  mutating func trim() { cache.trim() }
}

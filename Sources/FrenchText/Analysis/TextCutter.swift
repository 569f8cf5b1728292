/// Cuts UTF-8 into chunks at spaces and chunks into words, from its memory where it can.
///
/// Most chunks are letters alone, or letters and one mark (`fini,`): these are told apart while they are read,
/// and mean the same wherever they stand. Any other chunk is cut by ``ChunkTokenizer`` once, and remembered.
struct TextCutter {
  private let forms: FormBook
  private var short = ShortChunks()
  private var cache = ChunkCache()
  /// The word of each mark that may follow letters, by its byte.
  private let marks: [UInt32]

  init(forms: FormBook, store: WordStore) {
    self.forms = forms
    var marks = [UInt32](repeating: 0, count: 128)
    for mark in ".,;:!?)\"".unicodeScalars {
      marks[Int(mark.value)] = store.number(of: RawToken(0..<1, .punctuation), in: Chunk(String(mark)))
    }
    self.marks = marks
  }

  /// Gives the words of a text to `words`.
  mutating func cut<Sink: WordSink>(
    _ bytes: UnsafeBufferPointer<UInt8>, store: WordStore, into words: inout Sink
  ) {
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
      let run = unsafe LetterRun(bytes, from: start)
      if run.end > start {
        if unsafe isSpaceOrEnd(bytes, run.end) {
          unsafe addLetters(bytes, start, run, store, &offset, into: &words)
          index = run.end
          continue
        }
        if let mark = unsafe mark(bytes, after: run) {
          unsafe addLetters(bytes, start, run, store, &offset, into: &words)
          words.append(mark, offset, offset + 1)
          offset += 1
          index = run.end + 1
          continue
        }
      }
      index = unsafe end(of: bytes, from: run.end)
      if !Sink.takesNumbers, run.length < 2,
        unsafe addPlain(UnsafeBufferPointer(rebasing: bytes[start..<index]), &offset, into: &words)
      {
        continue
      }
      unsafe addMixed(bytes, start..<index, store, &offset, into: &words)
    }
  }

  /// Adds a run of letters that is a chunk but for marks.
  @inline(__always)
  private mutating func addLetters<Sink: WordSink>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ run: LetterRun, _ store: WordStore,
    _ offset: inout UInt32, into words: inout Sink
  ) {
    if !Sink.takesNumbers && run.isSurelyPlain {
      words.append(TokenKind.word, offset, offset + UInt32(run.length))
      offset += UInt32(run.length)
    } else {
      unsafe add(bytes, start..<run.end, store, &offset, into: &words)
    }
  }

  /// Adds a chunk that is plainly a word with an elided one or marks beside it; false where it is not.
  @inline(__always)
  private func addPlain<Sink: WordSink>(
    _ chunk: UnsafeBufferPointer<UInt8>, _ offset: inout UInt32, into words: inout Sink
  ) -> Bool {
    guard let plain = unsafe PlainChunk(chunk), plain.word.isSurelyPlain else { return false }
    let letters = plain.letters
    let startsWithWord = unsafe isLetter(chunk[0])
    unsafe plain.forEach(chunk) { part in
      let isWord = part.upperBound <= letters.upperBound && (part.lowerBound > 0 || startsWithWord)
      var length = UInt32(part.count)
      if part == letters {
        length = UInt32(plain.word.length)
      } else if unsafe isWord && chunk[part.upperBound - 1] != 0x27 {
        // A curly apostrophe has three bytes.
        length = 2
      }
      words.append(isWord ? TokenKind.word : .punctuation, offset, offset + length)
      offset += length
    }
    return true
  }

  @inline(__always)
  private func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  private func isSpaceOrEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    unsafe index == bytes.count || Spaces.length(bytes, at: index) > 0
  }

  /// The word of the one mark that follows a run of letters and ends its chunk; nil where more follows, or a
  /// period that may belong to the word.
  @inline(__always)
  private func mark(_ bytes: UnsafeBufferPointer<UInt8>, after run: LetterRun) -> UInt32? {
    let byte = unsafe bytes[run.end]
    guard byte < 0x80, marks[Int(byte)] != 0, unsafe isSpaceOrEnd(bytes, run.end + 1),
      byte != 0x2E || run.length > Abbreviations.longest
    else { return nil }
    return marks[Int(byte)]
  }

  /// Where the chunk that goes on at `index` ends.
  private func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while true {
      while index < bytes.count {
        let byte = unsafe bytes[index]
        if unsafe byte <= 0x20 || (byte >= 0xC2 && Spaces.length(bytes, at: index) > 0) { break }
        index += 1
      }
      let joined = unsafe Spaces.lengthBetweenDigits(bytes, at: index)
      if joined == 0 { return index }
      index += joined
    }
  }

  /// Adds a chunk that is more than letters; a comma at its end is a word of its own, and so is a period after
  /// a lone capital that ends a sentence.
  private mutating func addMixed<Sink: WordSink>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ chunk: Range<Int>, _ store: WordStore, _ offset: inout UInt32,
    into words: inout Sink
  ) {
    var end = chunk.upperBound
    let hasComma = unsafe chunk.count > 1 && bytes[end - 1] == 0x2C
    if hasComma { end -= 1 }
    let isSentenceEnd =
      unsafe end - chunk.lowerBound == 2
      && endsSentence(bytes, letter: chunk.lowerBound, next: chunk.upperBound)
    if isSentenceEnd { end -= 1 }
    unsafe add(bytes, chunk.lowerBound..<end, store, &offset, into: &words)
    if isSentenceEnd {
      words.append(marks[0x2E], offset, offset + 1)
      offset += 1
    }
    if hasComma {
      words.append(marks[0x2C], offset, offset + 1)
      offset += 1
    }
  }

  /// Whether a capital letter and a period end a sentence (`vitamine C.`): no capital follows, as after an
  /// initial.
  private func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, letter: Int, next: Int) -> Bool {
    guard unsafe bytes[letter + 1] == 0x2E, unsafe bytes[letter] &- 0x41 < 26 else { return false }
    guard next + 1 < bytes.count else { return true }
    let follower = unsafe bytes[next + 1]
    return !(follower &- 0x41 < 26 || follower == 0xC3)
  }

  /// Adds the words of a chunk.
  @inline(__always)
  private mutating func add<Sink: WordSink>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ chunk: Range<Int>, _ store: WordStore, _ offset: inout UInt32,
    into words: inout Sink
  ) {
    guard chunk.count <= ShortChunks.longest else {
      return unsafe addLong(
        UnsafeBufferPointer(rebasing: bytes[chunk]), store, &offset, into: &words)
    }
    let content = unsafe content(of: bytes, chunk, store)
    if content.isOneWord {
      words.append(content.number, offset, offset + UInt32(content.length))
    } else {
      for place in cache.places(of: Int(content.number)) {
        words.append(place.word, offset + UInt32(place.start), offset + UInt32(place.end))
      }
    }
    offset += UInt32(content.length)
  }

  /// What a chunk of at most ``ShortChunks/longest`` bytes is.
  @inline(__always)
  private mutating func content(
    of bytes: UnsafeBufferPointer<UInt8>, _ chunk: Range<Int>, _ store: WordStore
  ) -> ShortChunks.Content {
    let key = unsafe ShortChunks.key(bytes, chunk.lowerBound, chunk.count)
    if let known = short.find(key) { return known }
    let content = unsafe make(UnsafeBufferPointer(rebasing: bytes[chunk]), store)
    short.add(key, content)
    return content
  }

  private mutating func addLong<Sink: WordSink>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ store: WordStore, _ offset: inout UInt32, into words: inout Sink
  ) {
    let isKept = bytes.count <= ChunkCache.longest
    let hash = isKept ? unsafe ChunkCache.hash(bytes) : 0
    if isKept, let number = unsafe cache.find(bytes, hash: hash) {
      for place in cache.places(of: number) {
        words.append(place.word, offset + UInt32(place.start), offset + UInt32(place.end))
      }
      offset += cache.length(of: number)
      return
    }
    var places: [ChunkCache.Place] = []
    let length = unsafe read(bytes, store) { word, start, end in
      words.append(word, offset + start, offset + end)
      if isKept { places.append(ChunkCache.Place(word: word, start: UInt16(start), end: UInt16(end))) }
    }
    if isKept { unsafe cache.add(bytes, hash: hash, length: length, places) }
    offset += length
  }

  /// What a short chunk that is new is.
  private mutating func make(_ bytes: UnsafeBufferPointer<UInt8>, _ store: WordStore) -> ShortChunks.Content {
    let run = unsafe LetterRun(bytes, from: 0)
    if run.end == bytes.count, unsafe LetterRun.isPlain(bytes) {
      let word = unsafe store.number(ofLetters: bytes)
      return ShortChunks.Content(number: word, length: UInt8(run.length), isOneWord: true)
    }
    var places: [ChunkCache.Place] = []
    let length = unsafe read(bytes, store) { word, start, end in
      places.append(ChunkCache.Place(word: word, start: UInt16(start), end: UInt16(end)))
    }
    if places.count == 1, let place = places.first, place.start == 0, UInt32(place.end) == length {
      return ShortChunks.Content(number: place.word, length: UInt8(length), isOneWord: true)
    }
    return ShortChunks.Content(
      number: cache.add(length: length, places), length: UInt8(length), isOneWord: false)
  }

  /// Reads a chunk that is new; returns how many code points it has.
  private mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ store: WordStore, _ body: (UInt32, UInt32, UInt32) -> Void
  ) -> UInt32 {
    guard let plain = unsafe PlainChunk(bytes), unsafe isShort(plain, bytes) else {
      return unsafe cut(bytes, store, body)
    }
    var length: UInt32 = 0
    unsafe plain.forEach(bytes) { part in
      let content = unsafe content(of: bytes, part, store)
      if content.isOneWord {
        body(content.number, length, length + UInt32(content.length))
      } else {
        for place in cache.places(of: Int(content.number)) {
          body(place.word, length + UInt32(place.start), length + UInt32(place.end))
        }
      }
      length += UInt32(content.length)
    }
    return length
  }

  /// Whether no part of a chunk is too long for ``ShortChunks``.
  private func isShort(_ plain: PlainChunk, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > ShortChunks.longest else { return true }
    var isShort = true
    unsafe plain.forEach(bytes) { if $0.count > ShortChunks.longest { isShort = false } }
    return isShort
  }

  /// Cuts a chunk by rule; returns how many code points it has.
  private func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, _ store: WordStore, _ body: (UInt32, UInt32, UInt32) -> Void
  ) -> UInt32 {
    let chunk = unsafe Chunk(String(decoding: bytes, as: UTF8.self))
    for token in ChunkTokenizer(forms: forms).tokens(of: chunk) {
      body(
        store.number(of: token, in: chunk), chunk.starts[token.range.lowerBound], chunk.end(of: token.range))
    }
    return chunk.starts[chunk.count]
  }

  /// Forgets what it remembers, where that has grown beyond reason.
  mutating func trim() {
    guard short.count > 4_000_000 || cache.isFull else { return }
    short = ShortChunks()
    cache = ChunkCache()
  }
}

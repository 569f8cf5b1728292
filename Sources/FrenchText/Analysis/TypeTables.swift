/// The words of a text and the types of a store's words, as plain memory: valid while neither changes.
@safe struct TypeTables {
  let items: UnsafeBufferPointer<WordRun.Item>
  let traits: UnsafeBufferPointer<WordStore.Traits>
  let types: UnsafeBufferPointer<UInt32>

  var count: Int { unsafe items.count }

  /// The type of the word at a place of the text as a part of speech; ``WordStore/noType`` where none was made.
  @inline(__always)
  func type(at index: Int, _ tag: UInt8) -> UInt32 {
    unsafe types[WordStore.place(of: tag, traits[Int(items[index].word)])]
  }

  /// The token at a place of the text.
  @inline(__always)
  func token(at index: Int, _ type: UInt32, isStart: Bool) -> AnalyzedToken {
    let item = unsafe items[index]
    return AnalyzedToken(type: type, start: item.start, end: item.end, startsSentence: isStart)
  }
}

extension WordStore {
  /// Where the type of a word as a part of speech stands among ``types``.
  @inline(__always)
  static func place(of tag: UInt8, _ traits: Traits) -> Int {
    if traits.tags.isOne { return Int(traits.types) }
    return Int(traits.types) + (traits.tags.rawValue & ((1 << UInt16(tag)) &- 1)).nonzeroBitCount
  }

  /// Sets the type of a word as a part of speech.
  func setType(_ type: UInt32, of word: UInt32, _ tag: UInt8) {
    types[Self.place(of: tag, traits[Int(word)])] = type
  }

  /// Calls `body` with the tables; neither the store nor the run must change meanwhile.
  func withTypes(_ run: WordRun, _ body: (TypeTables) -> Void) {
    unsafe run.items.withUnsafeBufferPointer { items in
      unsafe traits.withUnsafeBufferPointer { traits in
        unsafe types.withUnsafeBufferPointer { types in
          unsafe body(TypeTables(items: items, traits: traits, types: types))
        }
      }
    }
  }
}

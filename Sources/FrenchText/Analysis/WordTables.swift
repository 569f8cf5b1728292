/// The words of a text and what tagging reads of the words of a store, as plain memory: valid while neither
/// changes.
@safe struct WordTables {
  let items: UnsafeBufferPointer<WordRun.Item>
  let traits: UnsafeBufferPointer<WordStore.Traits>
  let rows: UnsafeBufferPointer<TaggerModel.Row>

  @inline(__always)
  func traits(_ word: UInt32) -> WordStore.Traits { unsafe traits[Int(word)] }

  /// The traits of the word at a place of the text.
  @inline(__always)
  func traits(at index: Int) -> WordStore.Traits { unsafe traits[Int(items[index].word)] }

  @inline(__always)
  func row(_ place: UInt32, _ offset: Int) -> TaggerModel.Row { unsafe rows[Int(place) + offset] }
}

extension WordStore {
  /// Calls `body` with the tables; neither the store nor the run must change meanwhile.
  func withTables<Result>(_ run: WordRun, _ body: (WordTables) -> Result) -> Result {
    unsafe run.items.withUnsafeBufferPointer { items in
      unsafe traits.withUnsafeBufferPointer { traits in
        unsafe rows.withUnsafeBufferPointer { rows in
          unsafe body(WordTables(items: items, traits: traits, rows: rows))
        }
      }
    }
  }
}

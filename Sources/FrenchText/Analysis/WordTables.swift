/// What tagging reads of the words of a store, as plain memory: valid while the store does not change.
@safe struct WordTables {
  let traits: UnsafeBufferPointer<WordStore.Traits>
  let profiles: UnsafeBufferPointer<WordProfile>
  let rows: UnsafeBufferPointer<TaggerModel.Row>

  @inline(__always)
  func traits(_ word: UInt32) -> WordStore.Traits { unsafe traits[Int(word)] }

  @inline(__always)
  func row(_ place: UInt32, _ offset: Int) -> TaggerModel.Row { unsafe rows[Int(place) + offset] }
}

extension WordStore {
  /// Calls `body` with the tables; the store must not change meanwhile.
  func withTables<Result>(_ body: (WordTables) -> Result) -> Result {
    unsafe traits.withUnsafeBufferPointer { traits in
      unsafe profiles.withUnsafeBufferPointer { profiles in
        unsafe rows.withUnsafeBufferPointer { rows in
          unsafe body(WordTables(traits: traits, profiles: profiles, rows: rows))
        }
      }
    }
  }
}

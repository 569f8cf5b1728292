internal import CFrenchTables

/// What was learnt from treebanks: weights of features, parts of speech of forms, lemmas that no rule gives.
package struct TaggerModel: Sendable {
  /// A score for each part of speech, by its raw value.
  package typealias Row = SIMD16<Int16>

  /// Open addressing: the key, then the number of its row plus one in the lower half; zero is free.
  private var slots: [UInt64]
  private let mask: Int
  private var rows: [Row] = []
  /// A bit for each hash of the keys there are: most features that are asked for have no weights, and this is
  /// small enough to stay in the processor's cache.
  private var filter = [UInt16](repeating: 0, count: 1 << 16)
  private var tagsByForm: [UInt32: TagSet] = [:]
  private var lemmas: [String: [UInt8: String]] = [:]
  private var leanings: [UInt32: UInt16] = [:]
  private var frequencies: [UInt32: UInt16] = [:]
  private var universalLemmas: [String: [UInt8: String]] = [:]

  /// The tables in this program.
  package static let embedded: TaggerModel = {
    let count = Int(cfrenchtables_count())
    return unsafe TaggerModel(UnsafeBufferPointer(start: cfrenchtables_bytes(), count: count))
  }()

  /// The model that tables hold; nothing where the bytes are no tables of this version.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var reader = unsafe TableReader(bytes)
    let magic = reader.word()
    let version = reader.word()
    let isSound = magic == 0x5246_4256 && version == TableFile.version
    let featureCount = isSound ? Int(reader.word()) : 0
    let formCount = isSound ? Int(reader.word()) : 0
    let lemmaCount = isSound ? Int(reader.word()) : 0
    let frequentCount = isSound ? Int(reader.word()) : 0
    let leaningCount = isSound ? Int(reader.word()) : 0
    var capacity = 64
    while capacity < featureCount * 2 { capacity *= 2 }
    slots = [UInt64](repeating: 0, count: capacity)
    mask = capacity - 1
    rows.reserveCapacity(featureCount)
    for _ in 0..<featureCount {
      let key = reader.word()
      var row = Row.zero
      for _ in 0..<reader.byte() {
        let tag = Int(reader.byte()) & 15
        row[tag] = Int16(Int8(bitPattern: reader.byte()))
      }
      insert(key, row)
    }
    tagsByForm.reserveCapacity(formCount)
    for _ in 0..<formCount {
      let hash = reader.word()
      tagsByForm[hash] = TagSet(rawValue: reader.short())
    }
    for _ in 0..<lemmaCount {
      let conventions = reader.byte()
      let tag = reader.byte()
      let form = reader.text()
      let lemma = reader.text()
      if conventions & 1 != 0 { lemmas[form, default: [:]][tag] = lemma }
      if conventions & 2 != 0 { universalLemmas[form, default: [:]][tag] = lemma }
    }
    frequencies.reserveCapacity(frequentCount)
    for _ in 0..<frequentCount {
      let hash = reader.word()
      frequencies[hash] = reader.short()
    }
    leanings.reserveCapacity(leaningCount)
    for _ in 0..<leaningCount {
      let hash = reader.word()
      leanings[hash] = reader.short()
    }
  }

  /// The model of tables just made.
  package init(_ file: TableFile) {
    self = unsafe file.bytes().withUnsafeBufferPointer { unsafe TaggerModel($0) }
  }

  private mutating func insert(_ key: UInt32, _ row: Row) {
    rows.append(row)
    filter[Int(key >> 3) & 0xFFFF] |= 1 << UInt16(key >> 19 & 15)
    var slot = Int(key) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt64(key) << 32 | UInt64(rows.count)
  }

  /// The weights of a feature; nil where it has none.
  @inline(__always)
  package func row(_ key: UInt32) -> Row? {
    guard filter[Int(key >> 3) & 0xFFFF] & (1 << UInt16(key >> 19 & 15)) != 0 else { return nil }
    var slot = Int(key) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return nil }
      if entry >> 32 == UInt64(key) { return rows[Int(entry & 0xFFFF_FFFF) - 1] }
      slot = (slot + 1) & mask
    }
  }

  /// Adds the weights of the features of a word and its neighbours together.
  @inline(__always)
  func addPairs(
    _ sum: inout Row, _ before2: WordProfile, _ before: WordProfile, _ word: WordProfile,
    _ after: WordProfile,
    _ after2: WordProfile
  ) {
    unsafe slots.withUnsafeBufferPointer { slots in
      unsafe rows.withUnsafeBufferPointer { rows in
        for number in 0..<FeatureKeys.pairCount {
          let key = FeatureKeys.pair(number, before2, before, word, after, after2)
          guard filter[Int(key >> 3) & 0xFFFF] & (1 << UInt16(key >> 19 & 15)) != 0 else { continue }
          var slot = Int(key) & mask
          while unsafe slots[slot] != 0 {
            let entry = unsafe slots[slot]
            if entry >> 32 == UInt64(key) {
              unsafe sum &+= rows[Int(entry & 0xFFFF_FFFF) - 1]
              break
            }
            slot = (slot + 1) & mask
          }
        }
      }
    }
  }

  /// The sum of the weights of features.
  package func sum(_ features: [UInt32]) -> Row {
    var sum = Row.zero
    for feature in features {
      if let row = row(feature) { sum &+= row }
    }
    return sum
  }

  /// The parts of speech seen for a form that is frequent enough for these to be all it has.
  package func tags(of formHash: UInt32) -> TagSet? { tagsByForm[formHash] }

  /// What a form usually is in raw text, as the tagger itself read it; 255 where it is too rare to tell.
  func leaning(of formHash: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: leanings[formHash] ?? 255) }

  /// The class of a form among words that stand among the same neighbours in raw text; 0 where it is too rare.
  func cluster(of formHash: UInt32) -> UInt8 { UInt8((leanings[formHash] ?? 0) >> 8) }

  /// How often a lemma occurs in the treebanks as this part of speech.
  func frequency(of lemma: String, as part: PartOfSpeech) -> Int {
    Int(frequencies[Self.frequencyKey(lemma, part)] ?? 0)
  }

  /// Whether a lemma occurs in the treebanks as this part of speech.
  package func isSeen(_ lemma: String, as part: PartOfSpeech) -> Bool { frequency(of: lemma, as: part) > 0 }

  /// The key of a lemma's frequency.
  package static func frequencyKey(_ lemma: String, _ part: PartOfSpeech) -> UInt32 {
    FeatureKeys.mix(110, FeatureKeys.hash(Folding.form(lemma)), UInt32(part.rawValue))
  }

  /// The lemma learnt for a form as a part of speech.
  func lemma(of form: String, as part: PartOfSpeech) -> String? { lemmas[form]?[part.rawValue] }

  /// The lemma that Universal Dependencies gives a form as a part of speech, where it is not ours.
  func universalLemma(of form: String, as part: PartOfSpeech) -> String? {
    universalLemmas[form]?[part.rawValue]
  }
}

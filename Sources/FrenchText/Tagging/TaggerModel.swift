#if canImport(CFrenchTables)
  internal import CFrenchTables
#endif

/// What was learnt from treebanks: weights of features, parts of speech of forms, lemmas that no rule gives.
package struct TaggerModel: Sendable {
  /// A score for each part of speech, by its raw value.
  package typealias Row = SIMD16<Int16>

  private var slots: [UInt32]
  private let mask: Int
  private var keys: [UInt32] = []
  private var rows: [Row] = []
  private var tagsByForm: [UInt32: TagSet] = [:]
  private var lemmas: [String: [UInt8: String]] = [:]
  private var leanings: [UInt32: UInt8] = [:]
  private var frequencies: [UInt32: UInt16] = [:]
  private var universalLemmas: [String: [UInt8: String]] = [:]

  /// The tables in this program.
  package static let embedded: TaggerModel = {
    #if canImport(CFrenchTables)
      let count = Int(cfrenchtables_count())
      return unsafe TaggerModel(UnsafeBufferPointer(start: cfrenchtables_bytes(), count: count))
    #else
      return unsafe TaggerModel(UnsafeBufferPointer(start: nil, count: 0))
    #endif
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
    slots = [UInt32](repeating: 0, count: capacity)
    mask = capacity - 1
    keys.reserveCapacity(featureCount)
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
      leanings[hash] = reader.byte()
    }
  }

  private mutating func insert(_ key: UInt32, _ row: Row) {
    keys.append(key)
    rows.append(row)
    var slot = Int(key) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(keys.count)
  }

  /// The weights of a feature; nil where it has none.
  @inline(__always)
  package func row(_ key: UInt32) -> Row? {
    var slot = Int(key) & mask
    while true {
      let number = Int(slots[slot])
      if number == 0 { return nil }
      if keys[number - 1] == key { return rows[number - 1] }
      slot = (slot + 1) & mask
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
  func leaning(of formHash: UInt32) -> UInt8 { leanings[formHash] ?? 255 }

  /// How often a lemma occurs in the treebanks as this part of speech.
  func frequency(of lemma: String, as part: PartOfSpeech) -> Int {
    Int(frequencies[Self.frequencyKey(lemma, part)] ?? 0)
  }

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

internal import CFrenchTables

/// What was learnt from treebanks: weights of features, parts of speech of forms, lemmas that no rule gives.
package struct TaggerModel: Sendable {
  /// A score for each part of speech, by its raw value.
  package typealias Row = SIMD16<Int16>

  /// A feature's key, zero where free, with its weights: side by side, since what one waits for is memory.
  fileprivate struct Feature {
    var weights = PackedWeights.zero
    var key: UInt32 = 0
  }

  /// Open addressing: a feature stands at its key's place or after it.
  private var features: [Feature]
  private let mask: Int
  /// A bit for each hash of the keys there are: most features that are asked for have no weights, and this is
  /// small enough to stay in the processor's cache.
  private var filter = [UInt16](repeating: 0, count: 1 << 16)
  private var tagsByForm: NumberTable<UInt16>
  private var leanings: NumberTable<UInt16>
  private var frequencies: NumberTable<UInt16>
  private var lemmas: [String: [UInt8: String]] = [:]
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
    while capacity * 2 < featureCount * 3 { capacity *= 2 }
    features = [Feature](repeating: Feature(), count: capacity)
    mask = capacity - 1
    tagsByForm = NumberTable(count: formCount, none: 0)
    frequencies = NumberTable(count: frequentCount, none: 0)
    leanings = NumberTable(count: leaningCount, none: 255)
    for _ in 0..<featureCount {
      let key = reader.word()
      var row = PackedWeights.zero
      for _ in 0..<reader.byte() {
        let tag = Int(reader.byte()) & 15
        row[tag] = Int8(bitPattern: reader.byte())
      }
      insert(key, row)
    }
    for _ in 0..<formCount {
      let hash = reader.word()
      tagsByForm.insert(hash, reader.short())
    }
    for _ in 0..<lemmaCount {
      let conventions = reader.byte()
      let tag = reader.byte()
      let form = reader.text()
      let lemma = reader.text()
      if conventions & 1 != 0 { lemmas[form, default: [:]][tag] = lemma }
      if conventions & 2 != 0 { universalLemmas[form, default: [:]][tag] = lemma }
    }
    for _ in 0..<frequentCount {
      let hash = reader.word()
      frequencies.insert(hash, reader.short())
    }
    for _ in 0..<leaningCount {
      let hash = reader.word()
      leanings.insert(hash, reader.short())
    }
  }

  /// The model of tables just made.
  package init(_ file: TableFile) {
    self = unsafe file.bytes().withUnsafeBufferPointer { unsafe TaggerModel($0) }
  }

  private mutating func insert(_ key: UInt32, _ row: PackedWeights) {
    filter[Self.filterPlace(key)] |= Self.filterBit(key)
    var slot = Int(key) & mask
    while features[slot].key != 0 { slot = (slot + 1) & mask }
    features[slot] = Feature(weights: row, key: key)
  }

  @inline(__always)
  private static func filterPlace(_ key: UInt32) -> Int { Int(key >> 3 & 0xFFFF) }

  @inline(__always)
  private static func filterBit(_ key: UInt32) -> UInt16 { 1 &<< UInt16(truncatingIfNeeded: key >> 19 & 15) }

  /// The weights of a feature; nil where it has none.
  package func row(_ key: UInt32) -> Row? {
    var row = Row.zero
    return unsafe withMemory { unsafe $0.add(key, to: &row) } ? row : nil
  }

  /// The model as plain memory, valid while ``withMemory(_:)`` lasts.
  @unsafe struct Memory {
    fileprivate let features: UnsafeBufferPointer<Feature>
    fileprivate let filter: UnsafeBufferPointer<UInt16>

    /// 1 where a feature may have weights, else 0.
    @inline(__always)
    private func mayHave(_ key: UInt32) -> UInt32 {
      UInt32(unsafe filter[filterPlace(key)] &>> UInt16(truncatingIfNeeded: key >> 19 & 15)) & 1
    }

    /// Adds the weights of a word's features with its neighbours.
    @inline(__always)
    func add(_ keys: PairKeys, to sum: inout Row) {
      // All bits first: these reads then overlap, and only features that are there cost a branch.
      var found: UInt32 = 0
      for place in 0..<8 { found |= unsafe mayHave(keys.head[place]) &<< UInt32(place) }
      for place in 0..<4 { found |= unsafe mayHave(keys.tail[place]) &<< UInt32(place + 8) }
      while found != 0 {
        let place = found.trailingZeroBitCount
        found &= found &- 1
        unsafe addWeights(of: place < 8 ? keys.head[place] : keys.tail[place - 8], to: &sum)
      }
    }

    /// Adds the weights of a feature; whether it has any.
    @inline(__always)
    @discardableResult
    func add(_ key: UInt32, to sum: inout Row) -> Bool {
      guard unsafe mayHave(key) != 0 else { return false }
      return unsafe addWeights(of: key, to: &sum)
    }

    /// The same of a feature of which the filter says that it may have some. The key zero has none.
    @inline(__always)
    @discardableResult
    private func addWeights(of key: UInt32, to sum: inout Row) -> Bool {
      let mask = unsafe features.count &- 1
      var slot = Int(key) & mask
      while true {
        let feature = unsafe features[slot]
        if feature.key == 0 { return false }
        if feature.key == key {
          sum &+= feature.weights.row
          return true
        }
        slot = (slot &+ 1) & mask
      }
    }
  }

  /// Calls `body` with the model as plain memory.
  @inline(__always)
  func withMemory<Result>(_ body: (Memory) -> Result) -> Result {
    unsafe features.withUnsafeBufferPointer { features in
      unsafe filter.withUnsafeBufferPointer { filter in
        unsafe body(Memory(features: features, filter: filter))
      }
    }
  }

  /// The sum of the weights of features.
  package func sum(_ features: [UInt32]) -> Row {
    var sum = Row.zero
    unsafe withMemory { memory in
      for feature in features { unsafe memory.add(feature, to: &sum) }
    }
    return sum
  }

  /// The parts of speech seen for a form that is frequent enough for these to be all it has.
  package func tags(of formHash: UInt32) -> TagSet? {
    let tags = tagsByForm[formHash]
    return tags == 0 ? nil : TagSet(rawValue: tags)
  }

  /// What a form usually is in raw text, as the tagger itself read it; 255 where it is too rare to tell.
  func leaning(of formHash: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: leanings[formHash]) }

  /// The class of a form among words that stand among the same neighbours in raw text; 0 where it is too rare.
  func cluster(of formHash: UInt32) -> UInt8 { UInt8(leanings[formHash] >> 8) }

  /// How often a lemma occurs in the treebanks as this part of speech.
  func frequency(of lemma: String, as part: PartOfSpeech) -> Int {
    Int(frequencies[Self.frequencyKey(lemma, part)])
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

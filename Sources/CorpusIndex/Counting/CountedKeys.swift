import FrenchText

/// The words of all segments under one numbering, in the order of their folded spellings.
struct CountedKeys {
  /// No key: a type that is not counted.
  static let none = UInt32.max

  let count: Int
  private let by: WordKey
  private let segments: [CorpusSegment]
  private let union: KeyUnion
  /// Where parts of speech are counted, their tags by number: the 17, then those of the corpus's own set.
  private var tags: [String] = []
  /// The number of every segment's types' tags, where some are of the corpus's own set.
  private var tagOfType: [[UInt32]] = []

  init(by: WordKey, segments: [CorpusSegment], union: KeyUnion) throws {
    self.by = by
    self.segments = segments
    self.union = union
    guard by == .partOfSpeech else {
      count = union.count
      return
    }
    tags = PartOfSpeech.allCases.map(\.tag)
    var numbers: [String: UInt32] = [:]
    for tag in Set(try segments.flatMap { try AttributeResolver($0).foreignTags() }).sorted() {
      numbers[tag] = UInt32(tags.count)
      tags.append(tag)
    }
    count = tags.count
    guard !numbers.isEmpty else { return }
    tagOfType = try segments.map { segment in
      try (0..<UInt32(segment.types.count)).map { type in
        if let tag = try segment.types.foreignTag(of: type), let number = numbers[tag] { return number }
        return UInt32(try segment.types.partOfSpeech(of: type).rawValue)
      }
    }
  }

  /// The key of every type of a segment; ``none`` for types of other parts of speech than those wanted.
  func keys(ofSegment index: Int, only wanted: TagSelection?) throws -> [UInt32] {
    let types = segments[index].types
    let isWanted = try wanted.map { try types.isSelected(by: $0) }
    return try (0..<UInt32(types.count)).map { type in
      if let isWanted, !isWanted[Int(type)] { return Self.none }
      if by == .partOfSpeech { return try tagNumber(type, inSegment: index) }
      return union.number(of: try by == .form ? types.form(of: type) : types.lemma(of: type), in: index)
    }
  }

  /// The key of one type of a segment, of whatever part of speech.
  @inline(__always)
  func key(ofType type: UInt32, inSegment index: Int) throws -> UInt32 {
    let types = segments[index].types
    return switch by {
    case .partOfSpeech: try tagNumber(type, inSegment: index)
    case .form: union.number(of: try types.form(of: type), in: index)
    case .lemma: union.number(of: try types.lemma(of: type), in: index)
    }
  }

  private func tagNumber(_ type: UInt32, inSegment index: Int) throws -> UInt32 {
    tagOfType.isEmpty
      ? UInt32(try segments[index].types.partOfSpeech(of: type).rawValue) : tagOfType[index][Int(type)]
  }

  /// How these keys are written, in the same order.
  func names(of keys: [UInt32]) throws -> [String] {
    if by == .partOfSpeech { return keys.map { tags[Int($0)] } }
    if by == .lemma, segments.count > 1 { return try lemmas(of: keys) }
    let origins = keys.enumerated().map { (index: $0, origin: union.origin(of: $1)) }
    var names = [String](repeating: "", count: keys.count)
    for (segment, group) in Dictionary(grouping: origins, by: \.origin.segment) {
      let wanted = group.sorted { $0.origin.number < $1.origin.number }
      try segments[segment].keys.forEachKey(numbered: wanted.map(\.origin.number)) { index, entry in
        names[wanted[index].index] =
          by == .lemma ? entry.displayed : entry.text
      }
    }
    return names
  }

  /// How lemmas are written most often in all segments together, as one segment of all answers says it.
  private func lemmas(of keys: [UInt32]) throws -> [String] {
    var spellings = DisplayedLemmas(keyCount: keys.count)
    for (index, segment) in segments.enumerated() {
      let wanted = union.numbers(of: keys, in: index)
      try segment.keys.forEachKey(numbered: wanted.map(\.number)) { place, entry in
        try entry.forEachType(in: .lemma) { type in
          let lemma = try segment.types.spelling(of: type).lemma.map { String(decoding: $0, as: UTF8.self) }
          spellings.count(
            lemma ?? entry.displayed, of: wanted[place].index, try segment.types.frequency(of: type))
        }
      }
    }
    return keys.indices.map { spellings.spelling(of: $0) ?? "" }
  }
}

/// The keys of several segments under one numbering.
struct KeyUnion {
  let count: Int
  /// For each segment the number of each of its keys; empty for a single segment, whose numbers stay.
  private let numbers: [[UInt32]]
  /// For each key one segment that has it, and its number there; empty for a single segment.
  private let origins: [(segment: Int, number: UInt32)]

  init(_ segments: [CorpusSegment]) throws {
    guard segments.count > 1 else {
      count = segments.first?.keys.count ?? 0
      numbers = []
      origins = []
      return
    }
    var cursors = try segments.map { try SpellingCursor($0.keys) }
    var numbers = segments.map { segment in
      var numbers: [UInt32] = []
      numbers.reserveCapacity(segment.keys.count)
      return numbers
    }
    var origins: [(segment: Int, number: UInt32)] = []
    while true {
      var least: (spelling: KeySpelling, segment: Int)?
      for (index, cursor) in cursors.enumerated() {
        guard let spelling = cursor.current else { continue }
        if let least, !(spelling < least.spelling) { continue }
        least = (spelling, index)
      }
      guard let (spelling, segment) = least else { break }
      let key = UInt32(origins.count)
      origins.append((segment, UInt32(cursors[segment].number)))
      for index in cursors.indices where cursors[index].current == spelling {
        numbers[index].append(key)
        try cursors[index].advance()
      }
    }
    count = origins.count
    self.numbers = numbers
    self.origins = origins
  }

  func number(of key: UInt32, in segment: Int) -> UInt32 {
    numbers.isEmpty ? key : numbers[segment][Int(key)]
  }

  /// The numbers that keys have in a segment, ascending, for those that it has, with their places among `keys`.
  func numbers(of keys: [UInt32], in segment: Int) -> [(index: Int, number: UInt32)] {
    keys.enumerated().compactMap { index, key in
      guard !numbers.isEmpty else { return (index, key) }
      let own = numbers[segment]
      var (low, high) = (0, own.count)
      while low < high {
        let middle = (low + high) / 2
        if own[middle] < key { low = middle + 1 } else { high = middle }
      }
      return low < own.count && own[low] == key ? (index, UInt32(low)) : nil
    }.sorted { $0.number < $1.number }
  }

  func origin(of key: UInt32) -> (segment: Int, number: UInt32) {
    origins.isEmpty ? (0, key) : origins[Int(key)]
  }
}

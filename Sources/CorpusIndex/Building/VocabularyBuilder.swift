import FrenchText

/// The types and keys of a segment being built, in their order in the segment.
struct VocabularyBuilder {
  /// A spelling by which types are looked up.
  struct Key {
    let folded: [UInt8]
    let text: [UInt8]
    /// The lemma as most of its tokens have it; nil where it is written as the key.
    var display: String?
    var uses: [(type: UInt32, roles: KeyRole)] = []
  }

  struct Row {
    let type: TokenType
    let frequency: UInt32
    let form: UInt32
    let lemma: UInt32
    let length: UInt8
  }

  /// The segment's number of each of the analyser's types; `UInt32.max` for those that do not occur.
  let numbers: [UInt32]
  let types: [Row]
  let keys: [Key]
  let lemmaCount: Int

  var lengths: [UInt8] { types.map(\.length) }

  init(tokens: TokenColumns, typeCount: Int, type: (UInt32) -> TokenType) {
    var frequencies = [UInt32](repeating: 0, count: typeCount)
    for type in tokens.types { frequencies[Int(type)] += 1 }
    var collector = KeyCollector()
    var drafts: [TypeDraft] = []
    for id in 0..<UInt32(typeCount) where frequencies[Int(id)] > 0 {
      drafts.append(TypeDraft(id: id, type: type(id), frequency: frequencies[Int(id)], keys: &collector))
    }
    let order = collector.sorted()
    drafts.sort { $0.precedes($1, keyOrder: order.ranks) }
    var numbers = [UInt32](repeating: .max, count: typeCount)
    var keys = order.keys
    var rows: [Row] = []
    rows.reserveCapacity(drafts.count)
    var display = DisplayedLemmas(keyCount: keys.count)
    for (number, draft) in drafts.enumerated() {
      numbers[Int(draft.id)] = UInt32(number)
      let form = order.ranks[draft.form]
      let lemma = order.ranks[draft.lemma]
      for (key, role) in draft.roles(order.ranks) { keys[key].use(UInt32(number), role) }
      display.count(draft.type.lemma, of: lemma, Int(draft.frequency))
      let length = UInt8(min(draft.type.word.unicodeScalars.count, 255))
      rows.append(
        Row(
          type: draft.type, frequency: draft.frequency, form: UInt32(form), lemma: UInt32(lemma),
          length: length))
    }
    lemmaCount = display.lemmaCount
    display.apply(to: &keys)
    self.numbers = numbers
    self.types = rows
    self.keys = keys
  }

  func encodedTypes(postings: [UInt32]) -> (types: [UInt8], words: [UInt8]) {
    var rows = ByteWriter()
    var words = ByteWriter()
    for (number, row) in types.enumerated() {
      var word: UInt32 = 0
      let key = keys[Int(row.lemma)]
      let hasOwnLemma =
        !(key.display.map { $0.utf8.elementsEqual(row.type.lemma.utf8) }
        ?? key.text.elementsEqual(row.type.lemma.utf8))
      let more: UInt8 = (hasOwnLemma ? 1 : 0) | (row.type.tag == nil ? 0 : 2)
      if row.type.word != row.type.form || more != 0 {
        word = UInt32(words.bytes.count) + 1
        words.append(counted: row.type.word.utf8)
        if hasOwnLemma { words.append(counted: row.type.lemma.utf8) }
        if let tag = row.type.tag { words.append(counted: tag.utf8) }
      }
      for value in [row.form, row.lemma, row.frequency, postings[number], word] { rows.append(value) }
      rows.bytes += [row.type.partOfSpeech.rawValue, row.type.kind.rawValue, row.length, more]
    }
    return (rows.bytes, words.bytes)
  }

  func encodedKeys() -> (index: [UInt8], keys: [UInt8]) {
    var directory = ByteWriter()
    var names: [UInt8] = []
    var content = ByteWriter()
    var last: [UInt8] = []
    for (number, key) in keys.enumerated() {
      if number % SegmentLayout.keyBlock == 0 {
        directory.append(UInt32(content.bytes.count))
        directory.append(UInt32(names.count))
        names += key.folded
        last = []
      }
      let shared = zip(last, key.folded).prefix { $0 == $1 }.count
      content.append(varint: UInt32(shared))
      content.append(counted: key.folded[shared...])
      content.bytes.append((key.text != key.folded ? 1 : 0) | (key.display != nil ? 2 : 0))
      if key.text != key.folded { content.append(counted: key.text) }
      if let display = key.display { content.append(counted: display.utf8) }
      content.append(varint: UInt32(key.uses.count))
      var previous: UInt32 = 0
      for (type, roles) in key.uses {
        content.append(varint: (type - previous) << 4 | UInt32(roles.rawValue))
        previous = type
      }
      last = key.folded
    }
    return (directory.bytes + names, content.bytes)
  }
}

extension VocabularyBuilder.Key {
  /// Types come in ascending order; a type may use a key in several roles.
  fileprivate mutating func use(_ type: UInt32, _ role: KeyRole) {
    if let last = uses.last, last.type == type {
      uses[uses.count - 1].roles.formUnion(role)
    } else {
      uses.append((type, role))
    }
  }
}

import FrenchText

/// How a type is written, beyond what its keys say.
struct TypeSpelling {
  /// The word as written; nil where it is its form.
  var word: [UInt8]?
  /// The lemma as written; nil where it is written as its key says.
  var lemma: [UInt8]?
  /// The part of speech; nil where it is one of the 17.
  var tag: [UInt8]?
}

extension TypeTableReader {
  /// Whether anything is stored of how a type is written: seldom for a word in small letters.
  func hasSpelling(_ type: UInt32) throws -> Bool { try field(16, of: type) > 0 }

  /// What is stored of how a type is written.
  func spelling(of type: UInt32) throws -> TypeSpelling {
    let offset = try Int(field(16, of: type))
    guard offset > 0 else { return TypeSpelling() }
    let more: UInt8 = try rows.number(at: Int(type) * SegmentLayout.typeRow + 23, as: UInt8.self)
    let bytes = parts[.words]
    guard offset <= bytes.count else { throw IndexError.damaged(.types) }
    var start = offset - 1
    func next() throws -> [UInt8] {
      var cursor = unsafe ByteCursor(try bytes.bytes(start..<min(bytes.count, start + 5)), of: .words)
      let length = try Int(cursor.varint())
      let from = start + cursor.offset
      guard length <= bytes.count - from else { throw IndexError.damaged(.words) }
      start = from + length
      return unsafe Array(try bytes.bytes(from..<start))
    }
    var spelling = TypeSpelling(word: try next())
    if more & 1 != 0 { spelling.lemma = try next() }
    if more & 2 != 0 { spelling.tag = try next() }
    return spelling
  }

  /// The part of speech of a type that a corpus annotated elsewhere gives it, where that is none of the 17.
  func foreignTag(of type: UInt32) throws -> String? {
    guard try hasForeignTag(type) else { return nil }
    return try spelling(of: type).tag.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether a type has a part of speech that is none of the 17.
  func hasForeignTag(_ type: UInt32) throws -> Bool {
    let more: UInt8 = try rows.number(at: Int(type) * SegmentLayout.typeRow + 23, as: UInt8.self)
    return more & 2 != 0
  }

  /// The part of speech of a type as it is written.
  func tag(of type: UInt32) throws -> String {
    try foreignTag(of: type) ?? partOfSpeech(of: type).tag
  }
}

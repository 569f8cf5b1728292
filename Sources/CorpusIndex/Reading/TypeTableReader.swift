import FrenchText

/// What a segment knows of each type.
final class TypeTableReader {
  let count: Int
  let parts: SegmentParts
  let rows: LazyBytes
  private var knownLengths: [UInt8] = []
  private var askedLengths = 0

  init(_ parts: SegmentParts) {
    self.parts = parts
    rows = parts[.types]
    count = parts.header.typeCount
  }

  @inline(__always)
  func field(_ offset: Int, of type: UInt32) throws -> UInt32 {
    try rows.number(at: Int(type) * SegmentLayout.typeRow + offset, as: UInt32.self)
  }

  /// The number of its form's key.
  @inline(__always)
  func form(of type: UInt32) throws -> UInt32 { try checkedKey(field(0, of: type)) }

  /// The number of its lemma's key.
  @inline(__always)
  func lemma(of type: UInt32) throws -> UInt32 { try checkedKey(field(4, of: type)) }

  private func checkedKey(_ key: UInt32) throws -> UInt32 {
    guard key < UInt32(parts.header.keyCount) else { throw IndexError.damaged(.types) }
    return key
  }

  /// How many tokens have it.
  func frequency(of type: UInt32) throws -> Int {
    let frequency = try Int(field(8, of: type))
    guard frequency <= parts.header.tokenCount else { throw IndexError.damaged(.types) }
    return frequency
  }

  /// Where its postings are.
  func postings(of type: UInt32) throws -> Range<Int> {
    let start = try Int(field(12, of: type))
    let end =
      type + 1 < UInt32(count)
      ? try Int(field(12, of: type + 1)) : parts.header.sizes[SegmentPart.postings.rawValue]
    guard start <= end else { throw IndexError.damaged(.types) }
    return start..<end
  }

  /// Its part of speech.
  func partOfSpeech(of type: UInt32) throws -> PartOfSpeech {
    let raw: UInt8 = try rows.number(at: Int(type) * SegmentLayout.typeRow + 20, as: UInt8.self)
    guard let value = PartOfSpeech(rawValue: raw) else { throw IndexError.damaged(.types) }
    return value
  }

  /// The length of its word in code points; 255 where it is 255 or more.
  @inline(__always)
  func length(of type: UInt32) throws -> UInt8 {
    try rows.number(at: Int(type) * SegmentLayout.typeRow + 22, as: UInt8.self)
  }

  /// The lengths of all types' words, side by side, once so many were asked for that to put them there costs no more;
  /// empty before.
  func lengths(asking count: Int) throws -> [UInt8] {
    guard knownLengths.isEmpty else { return knownLengths }
    askedLengths += count
    guard askedLengths > self.count else { return [] }
    knownLengths = try (0..<UInt32(self.count)).map { try length(of: $0) }
    return knownLengths
  }

  /// Whether its word is written exactly as `word`, given that the word's form is the type's form.
  func isWritten(_ word: String, form: String, type: UInt32) throws -> Bool {
    let offset = try Int(field(16, of: type))
    guard offset > 0 else { return word.utf8.elementsEqual(form.utf8) }
    let bytes = parts[.words]
    guard offset <= bytes.count else { throw IndexError.damaged(.types) }
    var cursor = unsafe ByteCursor(try bytes.bytes(offset - 1..<min(bytes.count, offset + 4)), of: .words)
    let length = try Int(cursor.varint())
    let start = offset - 1 + cursor.offset
    return unsafe try bytes.bytes(start..<start + length).elementsEqual(word.utf8)
  }
}

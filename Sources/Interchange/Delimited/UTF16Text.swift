/// UTF-16 as some spreadsheets export it.
enum UTF16Text {
  /// The same text in UTF-8. `invalid` is the offset in it where the first unpaired surrogate or half a unit
  /// stood, or nil; what is invalid is left out. Cost: linear.
  static func transcode(_ bytes: Span<UInt8>, bigEndian: Bool) -> (utf8: [UInt8], invalid: Int?) {
    let (high, low) = bigEndian ? (0, 1) : (1, 0)
    let units = bytes.count / 2
    var utf8: [UInt8] = []
    utf8.reserveCapacity(units + units / 8)
    var invalid: Int? = nil
    var index = 0
    func unit(_ index: Int) -> UInt32 {
      UInt32(bytes[2 * index + high]) << 8 | UInt32(bytes[2 * index + low])
    }
    while index < units {
      let value = unit(index)
      index += 1
      guard (0xD800..<0xE000).contains(value) else {
        UTF8Bytes.append(value, to: &utf8)
        continue
      }
      if value < 0xDC00, index < units, (0xDC00..<0xE000).contains(unit(index)) {
        UTF8Bytes.append(0x10000 + (value - 0xD800) << 10 + (unit(index) - 0xDC00), to: &utf8)
        index += 1
      } else if invalid == nil {
        invalid = utf8.count
      }
    }
    if bytes.count % 2 != 0, invalid == nil { invalid = utf8.count }
    return (utf8, invalid)
  }
}

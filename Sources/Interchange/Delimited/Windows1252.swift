/// Windows-1252 by its own table of 256 entries, since it must read every file byte for byte, the five
/// bytes that it leaves undefined included.
enum Windows1252 {
  /// What each of the bytes 80 to 9F stands for; the undefined 81, 8D, 8F, 90 and 9D are the C1 controls of
  /// the same number. All other bytes are the code point of the same number.
  private static let upperControls: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// The code point of every byte.
  static let table: [UInt16] = (0..<256).map { byte in
    (0x80..<0xA0).contains(byte) ? upperControls[byte - 0x80] : UInt16(byte)
  }

  /// Whether Windows-1252 leaves `byte` undefined.
  static func isUndefined(_ byte: UInt8) -> Bool {
    byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D
  }

  /// The same text in UTF-8, and how many undefined bytes it holds. Cost: linear.
  static func transcode(_ bytes: Span<UInt8>) -> (utf8: [UInt8], undefined: Int) {
    let table = table
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    var undefined = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x80 {
        utf8.append(byte)
      } else {
        if isUndefined(byte) { undefined += 1 }
        UTF8Bytes.append(UInt32(table[Int(byte)]), to: &utf8)
      }
    }
    return (utf8, undefined)
  }
}

/// Writing code points as UTF-8.
enum UTF8Bytes {
  /// Appends the UTF-8 of a code point that is no surrogate.
  static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    switch value {
    case 0..<0x80:
      bytes.append(UInt8(value))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | value >> 6))
      bytes.append(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | value >> 12))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | value >> 18))
      bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    }
  }
}

/// How the stream of types is written: pages of tokens, each type in one to three bytes.
///
/// Types are numbered from the most frequent on, so that two tokens in three take one byte. A page is read as a
/// whole and then kept as numbers of two bytes, in which any token is found at once.
enum StreamPages {
  /// Tokens in every page but the last.
  static let tokens = size / 2
  /// Bytes of such a page once it is read, two for a token.
  static let size = 1 << 17
  /// Types below this take one byte.
  static let short: UInt16 = 192
  /// The byte that says that the type follows in two.
  static let wide: UInt8 = 255
  /// Types below this take two bytes.
  static let medium = 192 + 63 * 256

  /// How many pages so many tokens take.
  static func count(tokens count: Int) -> Int { (count + tokens - 1) / tokens }

  /// Where the pages begin, then the pages.
  static func encoded(_ types: [UInt16]) -> [UInt8] {
    var directory = ByteWriter()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(types.count + types.count / 2)
    for (index, type) in types.enumerated() {
      if index % tokens == 0 { directory.append(UInt32(bytes.count)) }
      if type < short {
        bytes.append(UInt8(type))
      } else if Int(type) < medium {
        let rest = type - short
        bytes.append(UInt8(short) + UInt8(rest >> 8))
        bytes.append(UInt8(truncatingIfNeeded: rest))
      } else {
        bytes.append(wide)
        bytes.append(UInt8(truncatingIfNeeded: type))
        bytes.append(UInt8(truncatingIfNeeded: type >> 8))
      }
    }
    directory.append(UInt32(bytes.count))
    return directory.bytes + bytes
  }

  /// Where the pages begin, and the last ends, after these bytes that say so.
  static func directory(_ bytes: ArraySlice<UInt8>) -> [UInt32] {
    stride(from: bytes.startIndex, to: bytes.endIndex - 3, by: 4).map { start in
      (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
    }
  }

  /// Writes a page's types to `target`; returns whether the bytes are just these.
  static func decode(_ bytes: ArraySlice<UInt8>, into target: UnsafeMutableBufferPointer<UInt16>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      var next = 0
      let end = bytes.count
      for index in 0..<target.count {
        guard next < end else { return false }
        let first = unsafe bytes[next]
        next += 1
        if first < UInt8(short) {
          unsafe target[index] = UInt16(first).littleEndian
        } else if first < wide {
          guard next < end else { return false }
          unsafe target[index] =
            (short + UInt16(first - UInt8(short)) << 8 + UInt16(bytes[next])).littleEndian
          next += 1
        } else {
          guard next + 1 < end else { return false }
          unsafe target[index] = (UInt16(bytes[next]) | UInt16(bytes[next + 1]) << 8).littleEndian
          next += 2
        }
      }
      return next == end
    }
  }
}

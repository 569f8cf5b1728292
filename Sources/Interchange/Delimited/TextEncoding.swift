/// How a text file writes its characters as bytes.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16, low byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16, high byte first.
  case utf16BigEndian = "UTF-16BE"
  /// Windows-1252, the Latin encoding of older exports.
  case windows1252 = "Windows-1252"
}

/// What the bytes of a file say of their encoding.
struct EncodingVerdict: Equatable {
  /// The encoding.
  var encoding: TextEncoding
  /// How many bytes the byte order mark takes, 0 where there is none.
  var markLength: Int
  /// Where the bytes first break the encoding's rules, if they do.
  var firstInvalid: Int?
}

extension EncodingVerdict {
  /// Finds the encoding of `bytes`, or nil where they are no text.
  ///
  /// A byte order mark decides. Without one, a pattern of zero bytes means UTF-16, and bytes that are valid
  /// UTF-8 throughout are UTF-8. Where some are not, the file is taken for UTF-8 with an error if sound
  /// multibyte sequences outnumber the unsound ones, else for Windows-1252: one bad byte in a UTF-8 file
  /// must not turn every `é` into `Ã©`. Cost: one pass.
  static func detect(_ bytes: Span<UInt8>) -> EncodingVerdict? {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      let body = bytes.extracting(3..<bytes.count)
      guard looksLikeText(body) else { return nil }
      return EncodingVerdict(encoding: .utf8, markLength: 3, firstInvalid: firstInvalid(body).map { $0 + 3 })
    }
    if bytes.count >= 2, bytes[0] == 0xFF, bytes[1] == 0xFE {
      return EncodingVerdict(encoding: .utf16LittleEndian, markLength: 2)
    }
    if bytes.count >= 2, bytes[0] == 0xFE, bytes[1] == 0xFF {
      return EncodingVerdict(encoding: .utf16BigEndian, markLength: 2)
    }
    if let order = zeroPattern(bytes) { return EncodingVerdict(encoding: order, markLength: 0) }
    guard looksLikeText(bytes) else { return nil }
    guard let invalid = firstInvalid(bytes) else { return EncodingVerdict(encoding: .utf8, markLength: 0) }
    let (sound, unsound) = countSequences(bytes)
    return sound > unsound
      ? EncodingVerdict(encoding: .utf8, markLength: 0, firstInvalid: invalid)
      : EncodingVerdict(encoding: .windows1252, markLength: 0)
  }

  /// The offset of the first byte that breaks UTF-8, or nil for valid UTF-8.
  static func firstInvalid(_ bytes: Span<UInt8>) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// UTF-16 without a mark: most second bytes of the first 4 KiB are zero, and few of the others.
  private static func zeroPattern(_ bytes: Span<UInt8>) -> TextEncoding? {
    let pairs = min(bytes.count, 4096) / 2
    guard pairs >= 2 else { return nil }
    var (even, odd) = (0, 0)
    for pair in 0..<pairs {
      if bytes[2 * pair] == 0 { even += 1 }
      if bytes[2 * pair + 1] == 0 { odd += 1 }
    }
    if odd * 10 >= pairs * 6, even * 7 <= pairs { return .utf16LittleEndian }
    if even * 10 >= pairs * 6, odd * 7 <= pairs { return .utf16BigEndian }
    return nil
  }

  /// Whether the first 64 KiB hold no NUL and few other control characters.
  static func looksLikeText(_ bytes: Span<UInt8>) -> Bool {
    let count = min(bytes.count, 1 << 16)
    var controls = 0
    for index in 0..<count {
      let byte = bytes[index]
      if byte == 0 { return false }
      if byte < 9 || (14..<32).contains(byte) { controls += 1 }
    }
    return controls * 20 <= count
  }

  /// How many multibyte sequences are well formed, and how many bytes belong to none.
  private static func countSequences(_ bytes: Span<UInt8>) -> (sound: Int, unsound: Int) {
    var (sound, unsound, index) = (0, 0, 0)
    while index < bytes.count {
      let byte = bytes[index]
      let length =
        switch byte {
        case 0..<0x80: 1
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
      if length > 1, index + length <= bytes.count, tail(bytes, index + 1, length - 1) {
        sound += 1
      } else if length != 1 {
        unsound += 1
        index += 1
        continue
      }
      index += length
    }
    return (sound, unsound)
  }

  private static func tail(_ bytes: Span<UInt8>, _ start: Int, _ count: Int) -> Bool {
    (start..<start + count).allSatisfy { bytes[$0] & 0xC0 == 0x80 }
  }
}

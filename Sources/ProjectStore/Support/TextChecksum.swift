import CodingModel

/// A number by which it is noticed that an answer's text is not the one that was stored: the lower half of its ``XXH64``.
///
/// Of changed texts it tells all but one in four thousand million.
enum TextChecksum {
  /// The checksum of a text's UTF-8 as it is stored: 32 bits with a sign.
  static func stored(_ text: String) -> Int64 {
    var text = text
    return text.withUTF8 { unsafe stored(UnsafeRawBufferPointer($0)) }
  }

  /// The same of bytes.
  static func stored(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    Int64(Int32(truncatingIfNeeded: unsafe XXH64.hash(bytes)))
  }
}

/// The form in which an answer's text is stored, and to which its offsets refer.
public enum StoredText {
  /// What is stored of a text: NFC; CR LF, CR, U+0085, U+2028 and U+2029 become LF; U+FEFF (the byte order
  /// mark) and NUL are removed.
  ///
  /// Text that is already so comes back as it is. Cost: linear.
  public static func normalize(_ text: String) -> String {
    var text = text
    let isStored = text.withUTF8 { bytes in unsafe NormalForm.isSurelyComposed(bytes) && isPlain(bytes) }
    if isStored { return text }
    var scalars = String.UnicodeScalarView()
    scalars.reserveCapacity(text.utf8.count)
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D, 0x85, 0x2028, 0x2029: scalars.append("\n")
      case 0x0A where afterReturn: break
      case 0, 0xFEFF: break
      default: scalars.append(scalar)
      }
      afterReturn = scalar.value == 0x0D
    }
    return NormalForm.composed(String(scalars))
  }

  /// Whether the bytes hold nothing that ``normalize(_:)`` replaces or removes.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var before: UInt8 = 0
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      if byte == 0 || byte == 0x0D || (byte == 0x85 && before == 0xC2) { return false }
      if (byte == 0xA8 || byte == 0xA9) && before == 0x80 { return false }
      before = byte
    }
    return true
  }
}

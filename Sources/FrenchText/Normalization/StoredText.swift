/// The form in which an answer's text is stored, and to which its offsets refer.
public enum StoredText {
  /// What is stored of a text: NFC; CR LF, CR, U+0085, U+2028 and U+2029 become LF; U+FEFF (the byte order
  /// mark) and NUL are removed.
  ///
  /// Text that is already so comes back as it is. Cost: linear.
  public static func normalize(_ text: String) -> String {
    if isSurelyStored(text) { return text }
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

  /// Whether a text is surely as it is stored: its own NFC, and nothing that ``normalize(_:)`` replaces or removes. A false
  /// answer means only that nobody has looked. Cost: linear, eight bytes at a time.
  public static func isSurelyStored(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { unsafe isSurelyStored($0) }
  }

  private static func isSurelyStored(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count,
        isPlain(unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      {
        index += 8
        continue
      }
      switch unsafe bytes[index] {
      case 0, 0x0D: return false
      // U+0085, a line end.
      case 0xC2 where unsafe index + 1 < bytes.count && bytes[index + 1] == 0x85: return false
      case ..<0xCC: index += 1
      case 0xE2 where index + 2 < bytes.count:
        // Of U+2000 to U+20BF what nothing composes, but for the line ends U+2028 and U+2029.
        let (second, third) = unsafe (bytes[index + 1], bytes[index + 2])
        guard second == 0x82 || second == 0x80 && third >= 0x82 && third != 0xA8 && third != 0xA9 else {
          return false
        }
        index += 3
      default: return false
      }
    }
    return true
  }

  /// Whether eight bytes are ASCII without NUL and carriage return.
  @inline(__always)
  private static func isPlain(_ block: UInt64) -> Bool {
    let (lowBits, highBits): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let returns = block ^ 0x0D0D_0D0D_0D0D_0D0D
    return (block | (block &- lowBits) | (returns &- lowBits)) & highBits == 0
  }
}

internal import CICU

/// The order of French dictionaries: accents and case count only between words otherwise equal.
///
/// The order is total (texts that the language holds equal go by code point) and the same on any machine.
/// One per thread: it is not Sendable.
@safe public final class FrenchCollator {
  private let handle: UnsafeMutableRawPointer?

  /// Opens ICU's collator; where ICU has none, the order is by code point. Cost: about a millisecond.
  public init() {
    unsafe handle = cicu_collator_open()
  }

  deinit {
    if let handle = unsafe handle { unsafe cicu_collator_close(handle) }
  }

  /// Whether `a` comes before `b`. Cost: linear.
  public func precedes(_ a: String, _ b: String) -> Bool {
    var (left, right) = (a, b)
    let order = left.withUTF8 { leftBytes in
      right.withUTF8 { rightBytes in
        guard let handle = unsafe handle else { return Int32(0) }
        return unsafe cicu_collator_compare(
          handle, leftBytes.baseAddress, Int32(clamping: leftBytes.count), rightBytes.baseAddress,
          Int32(clamping: rightBytes.count))
      }
    }
    return order == 0 ? a.utf8.lexicographicallyPrecedes(b.utf8) : order < 0
  }

  /// Bytes whose plain order is that of ``precedes(_:_:)``, for sorting many texts once. Cost: linear.
  public func sortKey(_ text: String) -> [UInt8] {
    var copy = text
    var key = copy.withUTF8 { bytes -> [UInt8] in
      guard let handle = unsafe handle else { return [] }
      let length = Int32(clamping: bytes.count)
      let needed = unsafe cicu_collator_key(handle, bytes.baseAddress, length, nil, 0)
      guard needed > 0 else { return [] }
      return unsafe [UInt8](unsafeUninitializedCapacity: Int(needed) + 1) { buffer, count in
        let made = unsafe cicu_collator_key(handle, bytes.baseAddress, length, buffer.baseAddress, needed + 1)
        count = made == needed ? Int(needed) : 0
      }
    }
    key.append(0)
    key.append(contentsOf: text.utf8)
    return key
  }
}

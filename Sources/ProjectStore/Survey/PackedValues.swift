import CodingModel

/// The values that a respondent has, as the identities of rows of `variableValue`, in one blob of the
/// respondent's row.
///
///     packedValues = { identity: LEB128 varint } ascending ;
///
/// A national consultation has a few hundred different values and millions of respondents: so each value
/// costs one or two bytes a respondent, and adding a respondent is adding one row.
struct PackedValues: Equatable {
  private(set) var identities: [Int64] = []

  init(_ identities: [Int64] = []) {
    self.identities = identities.sorted()
  }

  /// Calls `body` with each identity; returns whether the blob is well-formed.
  @discardableResult
  static func forEach(in bytes: UnsafeRawBufferPointer, _ body: (Int64) -> Void) -> Bool {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    var last: Int64 = 0
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      guard shift < 63 else { return false }
      value |= UInt64(byte & 0x7F) << shift
      guard byte < 0x80 else {
        shift += 7
        continue
      }
      guard let identity = Int64(exactly: value), identity > last else { return false }
      body(identity)
      last = identity
      (value, shift) = (0, 0)
    }
    return shift == 0
  }

  mutating func insert(_ identity: Int64) {
    guard !identities.contains(identity) else { return }
    identities.append(identity)
    identities.sort()
  }

  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    Self.append(identities, to: &bytes)
    return bytes
  }

  /// Appends ascending identities as they are stored.
  static func append(_ identities: [Int64], to bytes: inout [UInt8]) {
    for identity in identities {
      var rest = UInt64(max(0, identity))
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
  }
}

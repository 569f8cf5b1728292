/// Lower case and base letters of the Latin code points below U+0250, by table: looking them up in Unicode's
/// properties costs ten times more.
struct LatinTable: Sendable {
  static let shared = LatinTable()
  static let count = 0x250

  /// The lower case of each code point; itself where it has none of one code point.
  let lower: [UInt16]
  /// The lower case without its diacritics; œ and æ, which give two letters, stand for themselves.
  let base: [UInt16]

  private init() {
    var lower = [UInt16]()
    var base = [UInt16]()
    for value in 0..<UInt32(Self.count) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let mapping = scalar.properties.lowercaseMapping.unicodeScalars
      let small = mapping.count == 1 ? mapping.first ?? scalar : scalar
      lower.append(UInt16(truncatingIfNeeded: small.value))
      let letter = NormalForm.decomposed(String(small)).unicodeScalars.first ?? small
      base.append(UInt16(truncatingIfNeeded: letter.value < UInt32(Self.count) ? letter.value : small.value))
    }
    self.lower = lower
    self.base = base
  }
}

extension LatinTable {
  /// The lower case of French letters (``LetterRun``) in UTF-8; nil where they have no capital.
  static func lowercased(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var hasCapital = false
    let form = unsafe String(unsafeUninitializedCapacity: bytes.count) { buffer in
      var lead: UInt8 = 0
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        var small = byte
        switch lead {
        case 0xC3: if byte < 0x9F { small = byte | 0x20 }
        case 0xC5: small = byte | 1
        default: if byte &- 0x41 < 26 { small = byte | 0x20 }
        }
        hasCapital = hasCapital || small != byte
        unsafe buffer[index] = small
        lead = lead == 0 && byte >= 0xC3 ? byte : 0
      }
      return bytes.count
    }
    return hasCapital ? form : nil
  }
}

extension Unicode.Scalar {
  /// The lower case of one code point, by the table or by Unicode's properties.
  var lowered: Unicode.Scalar {
    if value < UInt32(LatinTable.count) {
      return Unicode.Scalar(LatinTable.shared.lower[Int(value)]) ?? self
    }
    let mapping = properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first ?? self : self
  }

  /// The lower-case letter without its diacritics; œ and æ stay.
  var baseLetter: Unicode.Scalar {
    if value < UInt32(LatinTable.count) {
      return Unicode.Scalar(LatinTable.shared.base[Int(value)]) ?? self
    }
    let small = lowered
    return NormalForm.decomposed(String(small)).unicodeScalars.first ?? small
  }

  /// Whether it is one of the apostrophes people type: ' ’ ʼ ‘ ′ ` ´ are not all; only those that elide.
  var isApostrophe: Bool { value == 0x27 || value == 0x2019 || value == 0x02BC }

  /// Whether it is invisible inside a word: soft hyphen, zero-width space and joiners, word joiner, BOM.
  var isInvisible: Bool {
    switch value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }
}

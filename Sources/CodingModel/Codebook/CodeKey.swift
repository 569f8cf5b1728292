/// Making a code's stable key from its name.
public enum CodeKey {
  /// The key for a name: lower-case ASCII letters and digits with single hyphens between, accents dropped
  /// (`« Perte de lien »` gives `perte-de-lien`), at most 80 of them; `code` where nothing of the name remains.
  public static func make(from name: String) -> String {
    var key = ""
    var pendingHyphen = false
    for scalar in name.lowercased().unicodeScalars {
      guard let letters = folded(scalar) else {
        pendingHyphen = !key.isEmpty
        continue
      }
      guard !letters.isEmpty else { continue }
      let addition = pendingHyphen ? "-" + letters : letters
      guard key.utf8.count + addition.utf8.count <= 80 else { break }
      key += addition
      pendingHyphen = false
    }
    return key.isEmpty ? "code" : key
  }

  /// The key of a code that is added with that name under the code with that key: it depends on both, to the letter, and
  /// on nothing else, so that two people who add the same code in two copies of a project make the same code, and those
  /// who add `cote` and `côté`, or one name in two places, make two.
  ///
  /// A name at the top that its key writes fully (`perte de lien`) has just that key, `perte-de-lien`. To any other,
  /// `_` and eight digits are added, made from the name and the key above. Both apostrophes are one, as everywhere.
  ///
  /// - Parameter name: in composed form.
  public static func make(from name: String, under parent: String?) -> String {
    let key = make(from: name)
    let isWritten = key.utf8.elementsEqual(name.utf8.map { $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 })
    if parent == nil, isWritten, !name.utf8.contains(UInt8(ascii: "-")) { return key }
    // FNV-1a of 64 bits, folded to 32.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in (parent ?? "").utf8 { add(byte) }
    add(0)
    for byte in CodeContent.comparable(name).utf8 { add(byte) }
    let digits = String((hash ^ hash >> 32) & 0xFFFF_FFFF, radix: 16)
    return key + "_" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// `key`, or `key_2`, `key_3`… : the first that `taken` does not hold. No name alone makes one with `_`.
  public static func unique(_ key: String, among taken: Set<String>) -> String {
    guard taken.contains(key) else { return key }
    var number = 2
    while taken.contains("\(key)_\(number)") { number += 1 }
    return "\(key)_\(number)"
  }

  /// Whether `key` may be a key: ASCII letters, digits, hyphens and underscores, 1 to 100 of them.
  public static func isValid(_ key: String) -> Bool {
    (1...100).contains(key.utf8.count)
      && key.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 45 || $0 == 95
      }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "a"..."z", "0"..."9": String(scalar)
    case "à", "â", "ä", "á", "ã", "å": "a"
    case "ç": "c"
    case "é", "è", "ê", "ë": "e"
    case "î", "ï", "í", "ì": "i"
    case "ñ": "n"
    case "ô", "ö", "ó", "ò", "õ": "o"
    case "ù", "û", "ü", "ú": "u"
    case "ÿ": "y"
    case "œ": "oe"
    case "æ": "ae"
    case "\u{300}"..."\u{36F}": ""
    default: nil
    }
  }
}

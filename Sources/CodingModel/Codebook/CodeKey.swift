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

  /// The key for a name under a code with that key: both keys together. Where the name has signs that no letter writes
  /// (`Autre ?`, an emoji), four digits made from it follow, so that names which differ in these differ in the key.
  public static func make(from name: String, under parent: String?) -> String {
    var key = make(from: name)
    let isWritten = name.unicodeScalars.allSatisfy { scalar in
      folded(scalar) != nil || folded(Unicode.Scalar(scalar.properties.lowercaseMapping) ?? scalar) != nil
        || " -'’\u{A0}\u{202F}".unicodeScalars.contains(scalar)
    }
    if !isWritten {
      // FNV-1a, of which 16 bits are kept.
      var hash: UInt32 = 2_166_136_261
      for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
      let digits = String((hash ^ hash >> 16) & 0xFFFF, radix: 16)
      key += "-" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    guard let parent, parent.utf8.count + key.utf8.count < 95 else { return key }
    return parent + "-" + key
  }

  /// `key`, or `key-2`, `key-3`… : the first that `taken` does not hold.
  public static func unique(_ key: String, among taken: Set<String>) -> String {
    guard taken.contains(key) else { return key }
    var number = 2
    while taken.contains("\(key)-\(number)") { number += 1 }
    return "\(key)-\(number)"
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

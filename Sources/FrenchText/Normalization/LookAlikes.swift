internal import CICU

/// Texts that the eye takes for each other although their letters are others, such as a Latin and a Cyrillic « c ».
public enum LookAlikes {
  /// Whether two texts look the same by the letters of other alphabets, whatever their case and accents.
  ///
  /// What is written in plain Latin letters and digits on both sides is told apart by its writers: `l` and `1` are not
  /// held for one here. Source: Unicode Technical Standard 39, section 4, by ICU. Cost: linear; microseconds.
  public static func areAlike(_ one: String, _ other: String) -> Bool {
    let folded = (Folding.folded(one), Folding.folded(other))
    guard folded.0 != folded.1 else { return true }
    guard !folded.0.utf8.allSatisfy({ $0 < 128 }) || !folded.1.utf8.allSatisfy({ $0 < 128 }) else {
      return false
    }
    // Capitals look alike that small letters do not, and the other way round.
    return skeleton(folded.0) == skeleton(folded.1)
      || Folding.folded(skeleton(one)) == Folding.folded(skeleton(other))
  }

  /// Two keys of a text. Texts that ``areAlike(_:_:)`` holds for alike have one of them in common; those that have one in
  /// common need not be alike. Cost: linear; microseconds.
  public static func keys(of text: String) -> [String] {
    ["f" + skeleton(Folding.folded(text)), "s" + Folding.folded(skeleton(text))]
  }

  /// What all texts have in common that look like this one; the text itself where ICU gives none.
  static func skeleton(_ text: String) -> String {
    var copy = text
    let skeleton = copy.withUTF8 { source -> String in
      let length = Int32(clamping: source.count)
      let needed = unsafe cicu_skeleton(source.baseAddress, length, nil, 0)
      guard needed > 0 else { return "" }
      return unsafe String(unsafeUninitializedCapacity: Int(needed)) { target in
        let made = unsafe cicu_skeleton(source.baseAddress, length, target.baseAddress, needed)
        return made == needed ? Int(needed) : 0
      }
    }
    return skeleton.isEmpty ? text : skeleton
  }
}

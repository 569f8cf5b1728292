import CodingModel
import Foundation
import FrenchText

extension String {
  /// In Unicode's composed form, with straight apostrophes: how names are compared.
  var precomposed: String {
    CodeContent.comparable(StoredText.isSurelyStored(self) ? self : precomposedStringWithCanonicalMapping)
  }

  /// As a name is stored: composed, on one line, without control characters, which have no business in a name
  /// and could rewrite the screen of a terminal.
  var storedName: String {
    var text = StoredText.normalize(self)
    // Nearly all names: no byte of theirs can belong to one of the characters below.
    let isPlain = text.withUTF8 { bytes in
      unsafe bytes.allSatisfy { $0 >= 32 && $0 != 127 && $0 != 0xC2 && $0 != 0xE2 }
    }
    if isPlain { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9, 10: scalars.append(" ")
      case 0..<32, 127..<160, 0x202A...0x202E, 0x2066...0x2069: break
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// Without case and accents: how names are compared when nothing matches exactly.
  var folded: String { Folding.folded(self) }
}

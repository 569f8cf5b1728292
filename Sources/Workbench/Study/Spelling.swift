import Foundation
import FrenchText

extension String {
  /// In Unicode's composed form, with straight apostrophes: how names are compared.
  var precomposed: String {
    precomposedStringWithCanonicalMapping.replacingOccurrences(of: "’", with: "'")
  }

  /// Without case and accents: how names are compared when nothing matches exactly.
  var folded: String { Folding.folded(self) }
}

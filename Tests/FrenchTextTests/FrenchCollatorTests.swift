import FrenchText
import Testing

struct FrenchCollatorTests {
  private static let order = ["a", "à", "À", "côte", "coté", "côté", "Côté", "cotez", "œuf", "zèbre"]

  @Test("accents and case count only between words otherwise equal")
  func order() {
    let collator = FrenchCollator()
    #expect(
      ["élan", "Zoé", "abri", "eau", "Élan"].sorted { collator.precedes($0, $1) } == [
        "abri", "eau", "élan", "Élan", "Zoé",
      ])
    #expect(collator.precedes("cote", "côté") && collator.precedes("côté", "cotez"))
  }

  @Test("sort keys order as the collator does, and the order is total")
  func keys() {
    let collator = FrenchCollator()
    for left in Self.order {
      for right in Self.order {
        let byKey = collator.sortKey(left).lexicographicallyPrecedes(collator.sortKey(right))
        #expect(byKey == collator.precedes(left, right))
        #expect(left == right || collator.precedes(left, right) != collator.precedes(right, left))
      }
    }
  }
}

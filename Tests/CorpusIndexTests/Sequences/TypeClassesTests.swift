import Testing

@testable import CorpusIndex

struct TypeClassesTests {
  @Test("Types are in one class where they fulfil the same conditions", arguments: 1...10)
  func classes(_ seed: UInt64) {
    var dice = Dice(seed)
    let count = 1 + dice.roll(200)
    let sets = (0..<dice.roll(6)).map { _ -> TypeSet? in
      guard dice.roll(4) > 0 else { return nil }
      var set = TypeSet(count: count)
      for type in 0..<UInt32(count) where dice.roll(3) == 0 { set.insert(type) }
      return set
    }
    let classes = TypeClasses(sets, typeCount: count)
    for type in 0..<UInt32(count) {
      for (condition, set) in sets.enumerated() {
        let isFulfilled = classes.isFulfilled[condition][Int(classes.classes[Int(type)])]
        #expect(isFulfilled == set?.contains(type) ?? true)
      }
    }
    #expect(classes.count <= 1 << sets.count)
  }

  @Test("A set's complement holds what it does not, and no more")
  func complement() {
    for count in [0, 1, 63, 64, 65, 200] {
      var set = TypeSet(count: count)
      if count > 0 { set.insert(0) }
      #expect(set.complement.types == Array(1..<UInt32(max(1, count))))
      #expect(TypeSet.all(count: count).types == Array(0..<UInt32(count)))
    }
  }
}

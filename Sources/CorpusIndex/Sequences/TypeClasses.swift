/// Types put together that fulfil the same conditions: to a machine they are one.
struct TypeClasses {
  /// The class of each type.
  private(set) var classes: [UInt32]
  /// For each condition, whether the types of a class fulfil it.
  private(set) var isFulfilled: [[Bool]]
  /// How many classes there are; some may be empty.
  private(set) var count = 1

  /// - Parameters:
  ///   - sets: for each condition the types that fulfil it; nil for all.
  ///   - typeCount: how many types there are.
  init(_ sets: [TypeSet?], typeCount: Int) {
    classes = Array(repeating: 0, count: typeCount)
    // Whether the types of a class fulfil a condition, by class until the end.
    var rows: [[Bool]] = [sets.map { $0 == nil }]
    for case (let condition, let set?) in sets.enumerated() {
      var moved = [UInt32](repeating: .max, count: count)
      for type in set.types {
        let old = classes[Int(type)]
        if moved[Int(old)] == .max {
          moved[Int(old)] = UInt32(rows.count)
          var row = rows[Int(old)]
          row[condition] = true
          rows.append(row)
        }
        classes[Int(type)] = moved[Int(old)]
      }
      count = rows.count
    }
    isFulfilled = sets.indices.map { condition in rows.map { $0[condition] } }
  }
}

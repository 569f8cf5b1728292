public import CodingModel

/// What a document of excerpts says of a code: what it is called, and how many of its excerpts follow.
public struct ExcerptHeading: Hashable, Sendable {
  /// The code as excerpts name it.
  public var code: String
  /// Its colour.
  public var colour: Colour?
  /// How many excerpts follow, of how many that there are.
  public var count: Int, total: Int

  /// A heading.
  public init(code: String, colour: Colour?, count: Int, total: Int) {
    self.code = code
    self.colour = colour
    self.count = count
    self.total = total
  }
}

/// Writes excerpts one by one, so that they need not be in memory: ``begin(_:to:)``; for each code ``beginCode(_:_:to:)``,
/// ``write(_:to:)`` for each of its excerpts, ``endCode(to:)``; then ``end(to:)``.
public protocol ExcerptDocument {
  /// Writes what stands before all, which says of each code what is to come.
  func begin(_ headings: [ExcerptHeading], to output: inout some TextOutputStream)
  /// Writes what stands before the excerpts of the code with this number.
  func beginCode(_ number: Int, _ heading: ExcerptHeading, to output: inout some TextOutputStream)
  /// Writes an excerpt.
  func write(_ excerpt: Excerpt, to output: inout some TextOutputStream)
  /// Writes what stands after the excerpts of a code.
  func endCode(to output: inout some TextOutputStream)
  /// Writes what stands after all.
  func end(to output: inout some TextOutputStream)
}

extension ExcerptDocument {
  /// Nothing.
  public func beginCode(_ number: Int, _ heading: ExcerptHeading, to output: inout some TextOutputStream) {}
  /// Nothing.
  public func endCode(to output: inout some TextOutputStream) {}
  /// Nothing.
  public func end(to output: inout some TextOutputStream) {}

  /// Writes excerpts that are in memory, codes in the order of their first ones.
  func write(_ excerpts: [Excerpt], totals: [String: Int], to output: inout some TextOutputStream) {
    let groups = ExcerptGroup.groups(of: excerpts)
    let headings = groups.map { group in
      ExcerptHeading(
        code: group.code, colour: group.excerpts[0].colour, count: group.excerpts.count,
        total: totals[group.code] ?? group.excerpts.count)
    }
    begin(headings, to: &output)
    for (number, group) in groups.enumerated() {
      beginCode(number, headings[number], to: &output)
      for excerpt in group.excerpts { write(excerpt, to: &output) }
      endCode(to: &output)
    }
    end(to: &output)
  }
}

/// Excerpts of one code, in the order given.
private struct ExcerptGroup {
  let code: String
  var excerpts: [Excerpt] = []

  /// Groups excerpts by code, codes in the order of their first excerpts.
  static func groups(of excerpts: [Excerpt]) -> [ExcerptGroup] {
    var places: [String: Int] = [:]
    var groups: [ExcerptGroup] = []
    for excerpt in excerpts {
      let place = places[excerpt.code] ?? groups.count
      if place == groups.count {
        places[excerpt.code] = place
        groups.append(ExcerptGroup(code: excerpt.code))
      }
      groups[place].excerpts.append(excerpt)
    }
    return groups
  }
}

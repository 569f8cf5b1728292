import CodingModel
import CorpusIndex
import ProjectStore

/// The codes of the segments that hits are in.
struct HitCodes {
  /// What the codes are called, in the codebook's order.
  let names: [String]
  /// The coded parts of answers.
  private(set) var ranges: [RowID<Answer>: [TextRange]] = [:]
  private var places: [RowID<Answer>: [Int]] = [:]
  private var coders: [RowID<Answer>: [RowID<Coder>]] = [:]

  /// Reads codings.
  ///
  /// - Parameters:
  ///   - codes: only of these codes, by name; of all where empty.
  ///   - withChildren: whether a code stands for those under it, too.
  ///   - coders: only by these coders, by name; by everybody where empty.
  /// - Throws: ``StudyError``.
  init(
    _ study: Study, codes wanted: [String] = [], withChildren: Bool = false, coders: [String] = []
  ) throws {
    (names, ranges, places, self.coders) = try study.project.read { reader in
      let names = CodeNames(try reader.codes())
      let order = Dictionary(uniqueKeysWithValues: names.codes.enumerated().map { ($1.id, $0) })
      var filter = ProjectReader.CodingFilter()
      if !wanted.isEmpty {
        var ids = Set(try names.codes(called: wanted).map(\.id))
        if withChildren { for id in ids { ids.formUnion(names.descendants(of: id).map(\.id)) } }
        filter.codes = ids
      }
      if !coders.isEmpty { filter.coders = Set(try coders.map { try reader.coder(called: $0).id }) }
      var ranges: [RowID<Answer>: [TextRange]] = [:]
      var places: [RowID<Answer>: [Int]] = [:]
      var who: [RowID<Answer>: [RowID<Coder>]] = [:]
      try reader.forEachCoding(filter) { coding in
        ranges[coding.answer, default: []].append(coding.range)
        places[coding.answer, default: []].append(order[coding.code] ?? names.codes.count)
        who[coding.answer, default: []].append(coding.coder)
      }
      return (names.all, ranges, places, who)
    }
  }

  /// The places in the codebook of the codes whose segments hold the whole of a hit, ascending, each once.
  func codes(of hit: Hit) -> [Int] {
    guard let ranges = ranges[hit.answer], let places = places[hit.answer] else { return [] }
    var found: Set<Int> = []
    for (range, place) in zip(ranges, places) where range.contains(hit.range) { found.insert(place) }
    return found.sorted()
  }

  /// The coders with a segment that holds the whole of a hit, each once.
  func coders(of hit: Hit) -> Set<RowID<Coder>> {
    guard let ranges = ranges[hit.answer], let coders = coders[hit.answer] else { return [] }
    var found: Set<RowID<Coder>> = []
    for (range, coder) in zip(ranges, coders) where range.contains(hit.range) { found.insert(coder) }
    return found
  }

  /// The places in the codebook of the codes on an answer, each once.
  func codes(on answer: RowID<Answer>) -> Set<Int> { Set(places[answer] ?? []) }

  /// The coders with a coding on an answer, each once.
  func coders(on answer: RowID<Answer>) -> Set<RowID<Coder>> { Set(coders[answer] ?? []) }
}

import CodingAnalysis
import CodingModel
import CorpusIndex
import ProjectStore

/// The codes of the segments that hits are in.
struct HitCodes {
  /// What the codes are called, in the codebook's order.
  let names: [String]
  private let columns: CodingColumns
  private let answers: AscendingIdentities<Answer>
  /// The place in the codebook of each code of ``columns``; nil for one that is not asked for.
  private let places: [Int?]

  /// Takes the codings of the study.
  ///
  /// - Parameters:
  ///   - codes: only of these codes, by name; of all where empty.
  ///   - withChildren: whether a code stands for those under it, too.
  ///   - coders: only by these coders, by name; by everybody where empty.
  /// - Throws: ``StudyError``.
  init(
    _ study: Study, codes wanted: [String] = [], withChildren: Bool = false, coders: [String] = []
  ) throws {
    (names, columns, places) = try study.project.read { reader in
      let names = CodeNames(try reader.codes())
      let order = Dictionary(uniqueKeysWithValues: names.codes.enumerated().map { ($1.id, $0) })
      var ids = Set(try names.codes(called: wanted).map(\.id))
      if withChildren { for id in ids { ids.formUnion(names.descendants(of: id).map(\.id)) } }
      var columns = try study.columns(reader).codings(reader)
      if !coders.isEmpty {
        columns = columns.by(Set(try coders.map { try reader.coder(called: $0).id }), in: nil)
      }
      let places = columns.codes.map { code in
        wanted.isEmpty || ids.contains(code) ? order[code] ?? names.codes.count : nil
      }
      return (names.all, columns, places)
    }
    answers = AscendingIdentities(columns.codings.answers.map(\.value))
  }

  /// The coded parts of answers.
  var ranges: AnswerRanges {
    var ranges = AnswerRanges()
    for (number, answer) in columns.codings.answers.enumerated() {
      for coding in columns.codings.codings(of: number) where place(coding) != nil {
        ranges.append(answer, columns.codings.items[coding].range)
      }
    }
    return ranges
  }

  /// The places in the codebook of the codes whose segments hold the whole of a hit, ascending, each once.
  func codes(of hit: Hit) -> [Int] {
    var codes: [Int] = []
    forEachCoding(on: hit.answer, holding: hit.range) { _, code in
      if !codes.contains(code) { codes.append(code) }
    }
    return codes.count > 1 ? codes.sorted() : codes
  }

  /// The coders with a segment that holds the whole of a hit, each once.
  func coders(of hit: Hit) -> Set<RowID<Coder>> {
    var coders: Set<RowID<Coder>> = []
    forEachCoding(on: hit.answer, holding: hit.range) { coding, _ in coders.insert(columns.coder(of: coding))
    }
    return coders
  }

  /// The places in the codebook of the codes on an answer, each once.
  func codes(on answer: RowID<Answer>) -> Set<Int> {
    var codes: Set<Int> = []
    forEachCoding(on: answer) { _, code in codes.insert(code) }
    return codes
  }

  /// The coders with a coding on an answer, each once.
  func coders(on answer: RowID<Answer>) -> Set<RowID<Coder>> {
    var coders: Set<RowID<Coder>> = []
    forEachCoding(on: answer) { coding, _ in coders.insert(columns.coder(of: coding)) }
    return coders
  }

  private func place(_ coding: Int) -> Int? { places[Int(columns.codings.items[coding].code)] }

  /// Calls `body` with the codings on an answer that are asked for, and their codes' places in the codebook; only with
  /// those that hold the whole of a part of it where one is given.
  private func forEachCoding(
    on answer: RowID<Answer>, holding part: TextRange? = nil, _ body: (_ coding: Int, _ code: Int) -> Void
  ) {
    guard let number = answers.place(of: answer) else { return }
    for coding in columns.codings.codings(of: number) {
      guard let code = place(coding), part.map(columns.codings.items[coding].range.contains) ?? true else {
        continue
      }
      body(coding, code)
    }
  }
}

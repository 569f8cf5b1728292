import CodingAnalysis
import CodingModel
import CorpusIndex
import ProjectStore

/// All codings of a project as numbers, by answer, then range, code and coder.
struct CodingColumns: Sendable {
  /// The codings, with what was coded and the numbers of the codes given.
  let codings: CodingsByAnswer
  /// The codes that these codings give.
  let usedCodes: Set<RowID<Code>>

  private let coders: [RowID<Coder>]
  /// The coder of each coding; none where there is but one.
  private let coderNumbers: [UInt32]

  /// The codes given, each once; places in it are their numbers.
  var codes: [RowID<Code>] { codings.codes }
  /// How many answers have a coding.
  var codedAnswerCount: Int { codings.answers.count }
  /// Whether these are all that the project has.
  let areAll: Bool
  /// Whether there are none.
  var isEmpty: Bool { codings.items.isEmpty }

  /// Reads every coding. Cost: one pass over an index of the codings.
  init(_ reader: ProjectReader) throws {
    var (codes, coders) = (Numbering<Code>(), Numbering<Coder>())
    var coderNumbers: [UInt32] = []
    let count = try reader.codingCount()
    var codings = CodingsByAnswer()
    codings.reserveCapacity(count)
    coderNumbers.reserveCapacity(count)
    try reader.forEachCodedRange { answer, code, coder, range in
      codings.append(answer, code: codes.number(of: code), range)
      coderNumbers.append(coders.number(of: coder))
    }
    codings.codes = codes.identities
    self.init(codings, coders.identities, coders.identities.count > 1 ? coderNumbers : [], areAll: true)
  }

  private init(
    _ codings: CodingsByAnswer, _ coders: [RowID<Coder>], _ coderNumbers: [UInt32], areAll: Bool
  ) {
    self.codings = codings
    self.areAll = areAll
    (self.coders, self.coderNumbers) = (coders, coderNumbers)
    var isUsed = [Bool](repeating: false, count: codings.codes.count)
    for item in codings.items { isUsed[Int(item.code)] = true }
    usedCodes = Set(codings.codes.indices.lazy.filter { isUsed[$0] }.map { codings.codes[$0] })
  }

  /// Whose a coding is, by its place among the codings.
  func coder(of coding: Int) -> RowID<Coder> { coders[coderNumbers.isEmpty ? 0 : Int(coderNumbers[coding])] }

  /// The coded parts of answers, by code.
  func rangesByCode() -> [RowID<Code>: AnswerRanges] {
    var sizes = [(answers: Int, ranges: Int)](repeating: (0, 0), count: codes.count)
    var last = [Int](repeating: -1, count: codes.count)
    for number in codings.answers.indices {
      for coding in codings.items[codings.codings(of: number)] {
        let code = Int(coding.code)
        sizes[code].answers += last[code] == number ? 0 : 1
        sizes[code].ranges += 1
        last[code] = number
      }
    }
    var ranges = sizes.map { AnswerRanges(capacity: $0.ranges, answers: $0.answers) }
    for (number, answer) in codings.answers.enumerated() {
      for coding in codings.items[codings.codings(of: number)] {
        ranges[Int(coding.code)].append(answer, coding.range)
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(codes, ranges))
  }

  /// The codings by these coders on these answers; nil for all answers.
  func by(_ wanted: Set<RowID<Coder>>, in scope: AnswerSet?) -> CodingColumns {
    let isWanted = coders.map(wanted.contains)
    if scope == nil, !isWanted.contains(false) { return self }
    var chosen = CodingsByAnswer(codes: codings.codes)
    var chosenCoders: [UInt32] = []
    for (place, answer) in codings.answers.enumerated() where scope?.contains(answer) ?? true {
      for at in codings.codings(of: place) {
        let coder = coderNumbers.isEmpty ? 0 : coderNumbers[at]
        guard isWanted[Int(coder)] else { continue }
        chosen.append(answer, code: codings.items[at].code, codings.items[at].range)
        chosenCoders.append(coder)
      }
    }
    return CodingColumns(chosen, coders, chosenCoders, areAll: false)
  }
}

/// Identities numbered from 0 in the order in which they are met.
private struct Numbering<Entity> {
  private(set) var identities: [RowID<Entity>] = []
  private var numbers: [RowID<Entity>: UInt32] = [:]
  private var last: (identity: RowID<Entity>, number: UInt32)?

  mutating func number(of identity: RowID<Entity>) -> UInt32 {
    if let last, last.identity == identity { return last.number }
    let number = numbers[identity] ?? UInt32(identities.count)
    if number == identities.count {
      numbers[identity] = number
      identities.append(identity)
    }
    last = (identity, number)
    return number
  }
}

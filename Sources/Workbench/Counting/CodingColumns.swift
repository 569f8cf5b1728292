import CodingAnalysis
import CodingModel
import CorpusIndex
import ProjectStore

/// All codings of a project as numbers, by answer, then range, code and coder.
struct CodingColumns: Sendable {
  /// What was coded.
  let ranges: [CodedRange]
  /// The codes given, each once; ``codeNumbers`` are places in it.
  let codes: [RowID<Code>]
  /// The code of each range.
  let codeNumbers: [UInt32]
  /// The codes that these codings give.
  let usedCodes: Set<RowID<Code>>
  /// How many answers have a coding.
  let codedAnswerCount: Int

  private let coders: [RowID<Coder>]
  private let coderNumbers: [UInt32]

  /// Reads every coding. Cost: one pass over an index of the codings.
  init(_ reader: ProjectReader) throws {
    var (codes, coders) = (Numbering<Code>(), Numbering<Coder>())
    var ranges: [CodedRange] = []
    var (codeNumbers, coderNumbers): ([UInt32], [UInt32]) = ([], [])
    let count = try reader.codingCount()
    ranges.reserveCapacity(count)
    codeNumbers.reserveCapacity(count)
    coderNumbers.reserveCapacity(count)
    try reader.forEachCodedRange { answer, code, coder, range in
      ranges.append(CodedRange(answer: answer, code: code, range: range))
      codeNumbers.append(codes.number(of: code))
      coderNumbers.append(coders.number(of: coder))
    }
    self.init(ranges, codes.identities, codeNumbers, coders.identities, coderNumbers)
  }

  private init(
    _ ranges: [CodedRange], _ codes: [RowID<Code>], _ codeNumbers: [UInt32], _ coders: [RowID<Coder>],
    _ coderNumbers: [UInt32]
  ) {
    (self.ranges, self.codes, self.codeNumbers) = (ranges, codes, codeNumbers)
    (self.coders, self.coderNumbers) = (coders, coderNumbers)
    var isUsed = [Bool](repeating: false, count: codes.count)
    for number in codeNumbers { isUsed[Int(number)] = true }
    usedCodes = Set(codes.indices.lazy.filter { isUsed[$0] }.map { codes[$0] })
    var (count, last) = (0, RowID<Answer>?.none)
    for range in ranges where range.answer != last {
      count += 1
      last = range.answer
    }
    codedAnswerCount = count
  }

  /// The codings by these coders on these answers; nil for all answers.
  func by(_ wanted: Set<RowID<Coder>>, in scope: AnswerSet?) -> CodingColumns {
    let isWanted = coders.map(wanted.contains)
    if scope == nil, !isWanted.contains(false) { return self }
    var chosen: [CodedRange] = []
    var (chosenCodes, chosenCoders): ([UInt32], [UInt32]) = ([], [])
    for at in ranges.indices where isWanted[Int(coderNumbers[at])] {
      guard scope?.contains(ranges[at].answer) ?? true else { continue }
      chosen.append(ranges[at])
      chosenCodes.append(codeNumbers[at])
      chosenCoders.append(coderNumbers[at])
    }
    return CodingColumns(chosen, codes, chosenCodes, coders, chosenCoders)
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

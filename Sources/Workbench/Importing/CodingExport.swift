public import CodingModel
import ProjectStore

/// Writing codings in the form that they can be imported from.
public struct CodingExport {
  private let study: Study

  /// The codings of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// The codings by these coders (all where empty) on answers that `query` finds, by answer and range.
  ///
  /// - Parameter withDates: whether they carry the dates when they were given.
  public func records(coders: [String] = [], query: String? = nil, withDates: Bool = true) throws
    -> [CodingRecord]
  {
    var records: [CodingRecord] = []
    try CodingList(study).forEach(coders: coders, query: query) { line in
      records.append(
        CodingRecord(
          respondent: line.answer.respondent, question: line.answer.question, code: line.code,
          range: line.coding.range, coder: line.coder, date: withDates ? line.coding.date : nil,
          memo: line.memo.isEmpty ? nil : line.memo))
    }
    return records
  }
}

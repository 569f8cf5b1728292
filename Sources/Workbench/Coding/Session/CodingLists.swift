import CodingAnalysis
import CodingModel
import CorpusIndex
import Foundation
import ProjectStore

/// Making lists of answers to code, and writing them down.
enum CodingLists {
  /// The answers that a request asks for: in the order of import, a sample in that of the draw.
  ///
  /// - Throws: ``StudyError``, `QueryError`, `ProjectError`.
  static func answers(for request: CodingListRequest, coder: String, _ study: Study) throws -> [RowID<Answer>]
  {
    let reviewed = try request.review.map { review in
      try study.project.read { try CodeNames($0.codes()).code(called: review).id }
    }
    var found = try request.query.map { try study.answers(matching: $0, coded: reviewed) }
    try study.project.read { reader in
      func keep(_ answers: [RowID<Answer>]) {
        let kept = AnswerSet(answers)
        found = found.map { $0.intersection(kept) } ?? kept
      }
      if let answer = request.answer { keep([try reader.answer(called: answer).answer.id]) }
      let coderID = try reader.coders().first { $0.name == coder }?.id
      if let reviewed { keep(try reader.codedAnswers(.init(codes: [reviewed]))) }
      if request.isAssigned { keep(try coderID.map { try reader.assignedAnswers(to: $0) } ?? []) }
      if found == nil {
        var all: [RowID<Answer>] = []
        try reader.forEachAnswerKey { answer, _, _ in all.append(answer) }
        keep(all)
      }
      if request.isAssigned || request.isUnseen, let coderID {
        found = found?.subtracting(AnswerSet(try reader.answersGoneThrough(by: coderID)))
      }
    }
    let answers = Array(found ?? AnswerSet())
    guard let sample = request.sample else { return answers }
    var random = SplitMix64(seed: request.seed)
    return Array(answers.shuffled(using: &random).prefix(max(0, sample)))
  }

  /// What an unsaid list is: what is assigned to the coder and not gone through, else what nobody has coded.
  static func standard(coder: String, _ study: Study) throws -> CodingListRequest {
    let assigned = CodingListRequest(isAssigned: true)
    return try answers(for: assigned, coder: coder, study).isEmpty
      ? CodingListRequest(query: "uncoded") : assigned
  }

  /// A list as it is kept.
  struct Stored: Codable {
    var request: CodingListRequest
    /// The answers' identities, runs of them written by their ends: `1-36,40`.
    var answers: String

    init(_ request: CodingListRequest, _ answers: [RowID<Answer>]) {
      self.request = request
      self.answers = AnswerRuns.text(answers)
    }

    /// A list that was kept; nil where what is there is none.
    init?(_ content: String) {
      guard let stored = try? JSONDecoder().decode(Self.self, from: Data(content.utf8)) else { return nil }
      self = stored
    }

    var content: String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
  }
}

/// Answers' identities as a short text.
enum AnswerRuns {
  static func text(_ answers: [RowID<Answer>]) -> String {
    var runs: [(first: Int64, last: Int64)] = []
    for answer in answers {
      if let run = runs.last, answer.value == run.last + 1 {
        runs[runs.count - 1].last = answer.value
      } else {
        runs.append((answer.value, answer.value))
      }
    }
    return runs.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }.joined(separator: ",")
  }

  /// The identities that a text holds, what is none left out.
  ///
  /// - Parameter limit: how many at most, since a damaged text may ask for any number.
  static func answers(_ text: String, atMost limit: Int) -> [RowID<Answer>] {
    var answers: [RowID<Answer>] = []
    for run in text.split(separator: ",") {
      let ends = run.split(separator: "-").compactMap { Int64($0) }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last else { continue }
      for value in first...last {
        guard answers.count < limit else { return answers }
        answers.append(RowID(value))
      }
    }
    return answers
  }
}

extension AnswerRuns {
  /// How many identities a text holds.
  static func count(_ text: String) -> Int {
    text.split(separator: ",").reduce(0) { sum, run in
      let ends = run.split(separator: "-").compactMap { Int64($0) }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last else { return sum }
      // A damaged text may name more than can be counted.
      let (size, isTooMany) = (last - first).addingReportingOverflow(1)
      let (total, isTooMuch) = sum.addingReportingOverflow(isTooMany ? .max : Int(clamping: size))
      return isTooMuch ? .max : total
    }
  }
}

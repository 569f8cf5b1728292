import CodingModel
import CorpusIndex
import ProjectStore

/// Whose each answer is, and to which question: read once, as numbers from 0, for counting.
struct AnswerOwners {
  /// The respondents that gave an answer, by ascending identity; their places are their numbers.
  let respondents: [RowID<Respondent>]
  /// The questions, in their order.
  let questions: [Question]
  /// Whether the answers of each respondent follow each other, those of the first respondent first.
  let areByRespondent: Bool

  private let answers: AscendingIdentities<Answer>
  private let respondentNumbers: [UInt32]
  private let questionNumbers: [UInt32]

  /// Reads every answer's respondent and question.
  init(_ reader: ProjectReader) throws {
    let questions = try reader.questions()
    let places = Dictionary(uniqueKeysWithValues: questions.enumerated().map { ($1.id, UInt32($0)) })
    var answers: [Int64] = []
    var owners: [Int64] = []
    var asked: [UInt32] = []
    let count = try reader.answerCount()
    answers.reserveCapacity(count)
    owners.reserveCapacity(count)
    asked.reserveCapacity(count)
    try reader.forEachAnswerKey { answer, respondent, question in
      answers.append(answer.value)
      owners.append(respondent.value)
      asked.append(places[question] ?? 0)
    }
    self.init(answers: answers, respondents: owners, questionNumbers: asked, questions)
  }

  /// The owners of answers that ascend: of each its respondent, and the place of its question.
  init(answers: [Int64], respondents owners: [Int64], questionNumbers: [UInt32], _ questions: [Question]) {
    var isAscending = true
    for index in owners.indices.dropFirst() where owners[index - 1] > owners[index] { isAscending = false }
    var different: [Int64] = []
    for owner in isAscending ? owners : owners.sorted() where owner != different.last {
      different.append(owner)
    }
    var numbers: [UInt32] = []
    numbers.reserveCapacity(owners.count)
    let identities = AscendingIdentities<Respondent>(different)
    for owner in owners { numbers.append(UInt32(identities.place(of: RowID(owner)) ?? 0)) }
    self.questions = questions
    self.answers = AscendingIdentities(answers)
    areByRespondent = isAscending
    respondents = different.map { RowID($0) }
    respondentNumbers = numbers
    self.questionNumbers = questionNumbers
  }

  /// How many answers there are.
  var answerCount: Int { answers.count }

  /// The number of who gave an answer; nil for an answer that is not there.
  func respondent(of answer: RowID<Answer>) -> Int? {
    answers.place(of: answer).map { Int(respondentNumbers[$0]) }
  }

  /// The number of the question that an answer is to; nil for an answer that is not there.
  func question(of answer: RowID<Answer>) -> Int? {
    answers.place(of: answer).map { Int(questionNumbers[$0]) }
  }

  /// How many respondents gave these answers. Cost: linear in them and in the respondents.
  func respondentCount(of answers: AnswerSet) -> Int {
    var isCounted = [Bool](repeating: false, count: respondents.count)
    var count = 0
    for answer in answers {
      guard let respondent = respondent(of: answer), !isCounted[respondent] else { continue }
      isCounted[respondent] = true
      count += 1
    }
    return count
  }

  /// Calls `body` with each answer, the number of its respondent and that of its question, in order.
  func forEach(_ body: (RowID<Answer>, Int, Int) throws -> Void) rethrows {
    for (index, answer) in answers.values.enumerated() {
      try body(RowID(answer), Int(respondentNumbers[index]), Int(questionNumbers[index]))
    }
  }
}

extension Study {
  /// Whose each answer is; kept until the answers change.
  func answerOwners() throws -> AnswerOwners {
    try project.read { try columns($0).owners($0) }
  }
}

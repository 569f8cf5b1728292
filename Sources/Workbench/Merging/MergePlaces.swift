import CodingModel
import ProjectStore

/// A coding, whoever of its coder's family has it now.
struct CodingKey: Hashable {
  let answer: Int, code: Int, family: Int
  let range: TextRange
}

/// A memo, by all that tells it.
struct MemoKey: Hashable {
  enum Place: Hashable {
    case thing(MergePlan.MemoPlace)
    case coding(CodingKey)
  }

  let place: Place
  let text: String
  let coder: Int?
  let date: String
}

/// The places that one project's things have in the whole, as far as they are in it; those that are gone included.
struct MergePlaces {
  let side: MergeSide
  let respondents: [RowID<Respondent>: Int]
  let questions: [RowID<Question>: Int]
  let answers: [RowID<Answer>: Int]
  let codes: [RowID<Code>: Int]
  let coders: [RowID<Coder>: Int]
  /// The place of the first coder of each coder's family, by the coder's place: that of `alice` for `alice (2)`.
  let families: [Int]

  func key(_ coding: Coding) -> CodingKey? {
    guard let answer = answers[coding.answer], let code = codes[coding.code], let coder = coders[coding.coder]
    else { return nil }
    return CodingKey(answer: answer, code: code, family: families[coder], range: coding.range)
  }

  func place(_ refusal: Refusal) -> MergePlan.RefusalPlace? {
    guard let answer = answers[refusal.answer], let code = codes[refusal.code],
      let coder = coders[refusal.coder]
    else { return nil }
    return .init(answer: answer, code: code, coder: coder, range: refusal.range)
  }

  func place(_ answer: RowID<Answer>, _ coder: RowID<Coder>) -> MergePlan.DutyPlace? {
    guard let answer = answers[answer], let coder = coders[coder] else { return nil }
    return .init(answer: answer, coder: coder)
  }

  /// What a memo is on, be it a coding or a refusal of one of these versions.
  func places(of target: Memo.Target, _ codings: [Coding], _ refusals: [Refusal]) -> [MemoKey.Place] {
    let thing: MergePlan.MemoPlace? =
      switch target {
      case .project: .project
      case .respondent(let id): respondents[id].map { .respondent($0) }
      case .question(let id): questions[id].map { .question($0) }
      case .answer(let id): answers[id].map { .answer($0) }
      case .code(let id): codes[id].map { .code($0) }
      case .coder(let id): coders[id].map { .coder($0) }
      case .coding, .refusal: nil
      }
    return codings.compactMap { key($0).map { .coding($0) } }
      + refusals.compactMap { place($0).map { .thing(.refusal($0)) } }
      + [thing].compactMap { $0.map { .thing($0) } }
  }

  func key(_ memo: Memo, at place: MemoKey.Place) -> MemoKey {
    MemoKey(place: place, text: memo.text, coder: memo.coder.flatMap { coders[$0] }, date: memo.date)
  }
}

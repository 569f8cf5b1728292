import CodingModel
import ProjectStore

/// Writing into the history what the other project once had: as given and taken away at once.
extension MergeAct {
  /// Writes into the history what codings the other project once had, as given and taken away at once.
  func writeLearntCodings() throws {
    for (place, date) in plan.learntCodings {
      let (code, answer, coder) = (code(place.code), answers[place.answer], coders[place.coder])
      if let present = codings[place] {
        guard let coding = try act.reader.codings(.init(answer: answer)).first(where: { $0.id == present })
        else {
          continue
        }
        for date in [date, coding.date] {
          try act.setCoding(
            present, by: coding.coder, origin: coding.origin, date: date, ruleVersion: coding.ruleVersion)
        }
      } else if let added = try act.addCoding(
        code, on: answer, place.range, by: coder, origin: .hand, date: date, length: .max)
      {
        try act.deleteCoding(added)
      }
    }
  }

  /// Writes into the history what decisions were in the other project, as decisions given and taken away at once.
  func writeLearnt() throws {
    guard !plan.learnt.isEmpty, let consensus = plan.coderPlaces[CoderChoice.consensus] else { return }
    for (subject, element, date) in plan.learnt.elements {
      let (answer, code, coder) = (answers[subject.answer], codes[subject.code], coders[consensus])
      if element.isRefusal {
        let added = try act.addRefusal(of: code, on: answer, element.range, by: coder, date: date)
        if added != nil { try act.deleteRefusal(of: code, on: answer, element.range, by: coder) }
      } else if let added = try act.addCoding(
        code, on: answer, element.range, by: coder, origin: .hand, date: date, length: .max)
      {
        try act.deleteCoding(added)
      }
    }
    for reason in plan.learnt.reasons {
      let (subject, range) = (reason.subject, reason.element.range)
      let target: Memo.Target? =
        reason.element.isRefusal
        ? refusals[.init(answer: subject.answer, code: subject.code, coder: consensus, range: range)]
          .map { .refusal($0) }
        : codings[.init(answer: subject.answer, code: subject.code, coder: consensus, range: range)]
          .map { .coding($0) }
      guard let target else { continue }
      try act.deleteMemo(act.addMemo(reason.text, on: target, by: coders[consensus], date: reason.date))
    }
  }
}

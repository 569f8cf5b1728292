import CodingModel
import FrenchText
import ProjectStore

/// Questions, variables, respondents and answers of both.
extension MergePlan {
  mutating func mergeQuestions() {
    let others = Dictionary(theirs.questions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for question in ours.questions {
      ourQuestions[question.id] = questions.count
      var wording = question.wording
      if let other = others[question.name] {
        theirQuestions[other.id] = questions.count
        if MergeRule.same(other.wording, wording) || Self.saysNothing(other) {
          report.same(.question)
        } else if Self.saysNothing(question) {
          wording = other.wording
          report.same(.question)
        } else {
          let kept = MergeRule.winner(wording, other.wording)
          let beside = MergeRule.same(kept, wording) ? other.wording : wording
          report.conflict([
            .init(kind: .question, subject: question.name, field: "wording", kept: kept, beside: beside)
          ])
          note(.question(questions.count), "wording", beside)
          wording = kept
        }
      }
      questions.append(
        MergedQuestion(
          name: question.name, id: question.id, wording: wording,
          changes: !MergeRule.same(wording, question.wording)))
    }
    for question in theirs.questions where theirQuestions[question.id] == nil {
      theirQuestions[question.id] = questions.count
      questions.append(MergedQuestion(name: question.name, id: nil, wording: question.wording, changes: true))
      report.add(.question)
    }
  }

  /// Whether a question's wording is but its name.
  private static func saysNothing(_ question: Question) -> Bool {
    question.wording.isEmpty || question.wording == question.name
  }

  /// The places of either project's variables.
  mutating func mergeVariables() -> (ours: [Int], theirs: [Int]) {
    let others = Dictionary(theirs.variables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var places: [String: Int] = [:]
    for variable in ours.variables {
      var kind = variable.kind
      if let other = others[variable.name] {
        if other.kind == kind {
          report.same(.variable)
        } else {
          kind = .categorical
          report.conflict([
            .init(
              kind: .variable, subject: variable.name, field: "kind", kept: kind.rawValue,
              beside: Variable.Kind.numeric.rawValue)
          ])
        }
      }
      places[variable.name] = variables.count
      variables.append(
        MergedVariable(name: variable.name, id: variable.id, kind: kind, changes: kind != variable.kind))
    }
    for variable in theirs.variables where places[variable.name] == nil {
      places[variable.name] = variables.count
      variables.append(MergedVariable(name: variable.name, id: nil, kind: variable.kind, changes: true))
      report.add(.variable)
    }
    return (
      ours.variables.compactMap { places[$0.name] }, theirs.variables.compactMap { places[$0.name] }
    )
  }

  mutating func mergeRespondents(_ places: (ours: [Int], theirs: [Int])) {
    var byIdentifier: [String: Int] = [:]
    for respondent in ours.respondents {
      ourRespondents[respondent.id] = respondents.count
      byIdentifier[respondent.identifier] = respondents.count
      respondents.append(MergedRespondent(identifier: respondent.identifier, id: respondent.id, weight: nil))
    }
    let ourPlaces = Dictionary(zip(places.ours, 0...), uniquingKeysWith: { first, _ in first })
    let weights = ours.respondents.map(\.weight)
    let ids = ours.respondents.map(\.id)
    for other in theirs.respondents {
      guard let place = byIdentifier[other.identifier] else {
        theirRespondents[other.id] = respondents.count
        var added = MergedRespondent(identifier: other.identifier, id: nil, weight: other.weight)
        for (variable, values) in zip(places.theirs, theirs.values) {
          if let text = values[other.id] { added.values.append((variable, text, false)) }
        }
        respondents.append(added)
        report.add(.respondent)
        continue
      }
      theirRespondents[other.id] = place
      var conflicts: [MergeReport.Conflict] = []
      func differ(_ field: String, _ kept: String, _ beside: String) {
        conflicts.append(
          .init(kind: .respondent, subject: other.identifier, field: field, kept: kept, beside: beside))
      }
      if let weight = other.weight, weight != weights[place] {
        if let mine = weights[place] {
          differ("weight", Self.written(max(mine, weight)), Self.written(min(mine, weight)))
          if weight > mine { respondents[place].weight = weight }
        } else {
          respondents[place].weight = weight
        }
      }
      for (variable, values) in zip(places.theirs, theirs.values) {
        guard let text = values[other.id] else { continue }
        guard let mine = ourPlaces[variable].flatMap({ ours.values[$0][ids[place]] }) else {
          respondents[place].values.append((variable, text, false))
          continue
        }
        guard !MergeRule.same(mine, text) else { continue }
        let kept = MergeRule.winner(mine, text)
        let isOurs = MergeRule.same(kept, mine)
        differ(variables[variable].name, kept, isOurs ? text : mine)
        if !isOurs { respondents[place].values.append((variable, text, true)) }
      }
      for conflict in conflicts { note(.respondent(place), conflict.field, conflict.beside) }
      if conflicts.isEmpty { report.same(.respondent) } else { report.conflict(conflicts) }
    }
  }

  private static func written(_ number: Double) -> String { number.description }

  mutating func mergeAnswers() {
    var places: [Int: Int] = [:]
    let width = questions.count
    for answer in ours.answers {
      guard let respondent = ourRespondents[answer.respondent], let question = ourQuestions[answer.question]
      else { continue }
      ourAnswers[answer.id] = answers.count
      places[respondent * width + question] = answers.count
      answers.append(
        MergedAnswer(
          respondent: respondent, question: question, id: answer.id, added: nil,
          name: AnswerName(
            respondent: respondents[respondent].identifier, question: questions[question].name)))
    }
    let texts = ours.answers
    for other in theirs.answers {
      guard let respondent = theirRespondents[other.respondent], let question = theirQuestions[other.question]
      else { continue }
      if let place = places[respondent * width + question] {
        if MergeRule.same(texts[place].text, other.text) {
          theirAnswers[other.id] = place
          report.same(.answer)
        } else {
          report.conflict([
            .init(
              kind: .answer, subject: answers[place].name.description, field: "text", kept: "", beside: "")
          ])
        }
        continue
      }
      theirAnswers[other.id] = answers.count
      answers.append(
        MergedAnswer(
          respondent: respondent, question: question, id: nil, added: other,
          name: AnswerName(
            respondent: respondents[respondent].identifier, question: questions[question].name)))
      report.add(.answer)
    }
  }
}

import CodingModel
import ProjectStore

/// What either project took away, knowing what the other still has of it.
extension MergePlan {
  /// Finds what of either project goes, and the codes that only other codes could keep.
  ///
  /// - Parameters:
  ///   - ours: what this project's history knows of codes, likewise `theirs` the other's.
  mutating func findRemovals(_ ours: CodeKnowledge, _ theirs: CodeKnowledge) -> Set<Int> {
    let (here, there) = (places(isOurs: true, ours), places(isOurs: false, theirs))
    removedHere = MergeRemovals(of: here, by: there, decided: replacedHere)
    removedThere = MergeRemovals(of: there, by: here, decided: replacedThere)
    guard let removedHere, let removedThere else { return [] }
    (replacedHere, replacedThere) = (removedHere.gone, removedThere.gone)
    (report.removed, report.refused) = (removedHere.counts, removedThere.counts)
    report.moved = (removedHere.moved.count, removedThere.moved.count)
    learnPast(here, there)
    func alone(_ code: (CodeMatching.Pair) -> Code?, _ other: (CodeMatching.Pair) -> Code?) -> [Int: Code] {
      var codes: [Int: Code] = [:]
      for (place, pair) in matching.pairs.enumerated() where other(pair) == nil { codes[place] = code(pair) }
      return codes
    }
    return removedHere.codes(alone(\.ours, \.theirs), ours, knownTo: theirs)
      .union(removedThere.codes(alone(\.theirs, \.ours), theirs, knownTo: ours))
  }

  private func places(isOurs: Bool, _ knowledge: CodeKnowledge) -> MergePlaces {
    let side = isOurs ? ours : theirs
    let names = Set(coders.map(\.name))
    let families = coders.enumerated().map { place, coder in
      coderPlaces[CodingConflicts.family(coder.name, among: names).base] ?? place
    }
    var known = isOurs ? ourCoders : theirCoders
    for (id, name) in side.past.coders where known[id] == nil { known[id] = coderPlaces[name] }
    return MergePlaces(
      side: side, respondents: isOurs ? ourRespondents : theirRespondents,
      questions: isOurs ? ourQuestions : theirQuestions, answers: isOurs ? ourAnswers : theirAnswers,
      codes: knowledge.places, coders: known, families: families)
  }

  /// Notes the codings that the other project knew and has no more, for the copies that are still to come. What rules gave,
  /// rules give again: it is not noted.
  private mutating func learnPast(_ here: MergePlaces, _ there: MergePlaces) {
    let codings = there.side.past.codings.filter { $0.origin != .rule }
    guard !codings.isEmpty else { return }
    var known: [CodingKey: Set<String>] = [:]
    for coding in here.side.past.codings + here.side.codings {
      if let key = here.key(coding) { known[key, default: []].insert(coding.date) }
    }
    // Decisions are learnt as such.
    let consensus = coderPlaces[CoderChoice.consensus]
    for coding in codings {
      guard let key = there.key(coding), key.family != consensus, !coding.range.isEmpty,
        known[key, default: []].insert(coding.date).inserted
      else { continue }
      learntCodings.append(
        (CodingPlace(answer: key.answer, code: key.code, coder: key.family, range: key.range), coding.date))
    }
  }
}

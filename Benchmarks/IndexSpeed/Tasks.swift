import Foundation
import Workbench

/// The tasks of the yardstick that are done on an open project.
struct Tasks {
  private let study: Study
  private let watch: Stopwatch
  private let searcher: CorpusSearcher

  /// Queries of which hits and answers are counted, by the names that the peers use.
  private static let queries: [(task: String, query: String)] = [
    ("phrase_freq(il y a)", "\"il y a\""), ("phrase_mid(mise en place)", "\"mise en place\""),
    ("phrase_2(de la)", "\"de la\""), ("term_mid(travail)", "travail"), ("prefix_mid(develop*)", "develop*"),
    ("prefix_short(com*)", "com*"), ("near5_freq(je,pas)", "je NEAR/5:answer pas"),
    ("near10_mid(premier,fois)", "premier NEAR/10:answer fois"), ("and_freq(de AND la)", "de AND la"),
    ("and_mid(pays AND france)", "pays AND france"),
    ("lemma_gap(être []{0,3} pouvoir)", "lemma:être BEFORE/4:answer lemma:pouvoir"),
    ("lemma_term(travailler)", "lemma:travailler"),
  ]

  init(_ study: Study, _ watch: Stopwatch) throws {
    self.study = study
    self.watch = watch
    searcher = try study.searcher()
  }

  func all() throws {
    for (task, query) in Self.queries {
      let parsed = try QueryParser.parse(query)
      try watch.time("count_answers:" + task) {
        let result = try searcher.search(parsed, in: NoNames())
        return [("answers", result.answerCount)]
      }
      try watch.time("count_hits:" + task) {
        let result = try searcher.search(parsed, in: NoNames())
        return [("hits", result.hitCount), ("answers", result.answerCount)]
      }
    }
    try concordances()
    try collocates()
    try pairs()
    try codes()
  }

  /// Times a query as the command `count` answers it.
  func count(_ query: String) throws {
    try watch.time(query) {
      let count = try QueryCounting(study).count(query)
      return [("hits", count.hits ?? 0), ("answers", count.answers), ("respondents", count.respondents)]
    }
  }

  private func concordances() throws {
    let travail = try QueryParser.parse("travail")
    try watch.time("kwic_all_places(travail)") {
      var lines = 0
      try searcher.search(travail, in: NoNames()).forEachLine(.tokens(8)) { _ in lines += 1 }
      return [("lines", lines)]
    }
    try watch.time("kwic_all(travail)") {
      let lines = try Concordance(study).page(Concordance.Request("travail", context: .tokens(8))).lines
      var bytes = 0
      for line in lines {
        let parts = line.parts
        bytes += parts.left.utf8.count + parts.hit.utf8.count + parts.right.utf8.count
      }
      return [("lines", lines.count), ("bytes", bytes)]
    }
    try watch.time("kwic_page50(est)") {
      let page = try Concordance(study).page(Concordance.Request("est", context: .tokens(8), limit: 50))
      return [("lines", page.lines.count), ("bytes", page.lines.reduce(0) { $0 + $1.parts.left.utf8.count })]
    }
  }

  /// Times counting what stands beside a word, with every measure.
  private func collocates() throws {
    try watch.time("collocates_w5(travail) by form") {
      [("words", try Collocations(study).table(Collocations.Request("travail")).rows.count)]
    }
  }

  private func pairs() throws {
    try watch.time("pairs_window5_all", runs: 3) {
      [("pairs", try searcher.wordPairs(by: .form, unit: .window(4)).mapPairs(\.count).reduce(0, +))]
    }
    try watch.time("pairs_answer_all", runs: 3) {
      [("pairs", try searcher.wordPairs(by: .form, unit: .answer).mapPairs(\.count).reduce(0, +))]
    }
  }

  /// Codes with codes and with the variable `region`: the whole table from the project, and the pure function.
  private func codes() throws {
    guard ["code_x_code", "code_x_code(table)", "code_x_region(table)"].contains(where: watch.wants) else {
      return
    }
    var codings: [CodedRange] = []
    try study.project.read { reader in try reader.forEachCoding { codings.append(CodedRange($0)) } }
    guard !codings.isEmpty else { return }
    let codes = Set(codings.map(\.code)).sorted()
    let answers = try study.project.read { try $0.answerCount() }
    watch.time("code_x_code") {
      let table = CodeCooccurrence(codings, codes: codes, unit: .overlap, unitCount: answers)
      return [("pairs", table.counts.rows(atLeast: 1).count)]
    }
    try watch.time("code_x_code(table)") {
      [("pairs", try CodeCooccurrences(study).table(unit: .overlap).rows.count)]
    }
    try watch.time("code_x_region(table)") {
      let request = CrossTabulating.Request(codes: [], variable: "region", unit: .codings)
      return [("codes", try CrossTabulating(study).table(request).codes.count)]
    }
  }
}

/// Queries here name nothing of a project.
private struct NoNames: QueryContext {
  func answers(where filter: Filter) -> AnswerSet { AnswerSet() }
  func codedParts(of filter: Filter) -> CodedParts { CodedParts(AnswerRanges()) }
}

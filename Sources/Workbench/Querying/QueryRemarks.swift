import CodingModel
import CorpusIndex
import ProjectStore
import QueryLanguage

/// Something worth knowing of a query that is right and may not ask for what was meant.
public enum QueryRemark: Equatable, Sendable {
  /// A word between two others that is an operator but for its case, and is looked for as a word.
  case operatorLikeWord(String)
  /// A word that no answer has, and one that is written nearly so.
  case absentWord(String, near: String?)
  /// A word that no answer has written just so, and one that is written nearly so.
  case absentSpelling(String, near: String?)
  /// A lemma that no word of the answers has, and the one that was probably meant.
  case absentLemma(String, near: String?)
  /// Answers with a code are asked for that a coder has coded, with whatever code.
  case coderBesideCode(String)
}

/// What there is to remark on queries.
public struct QueryRemarks {
  private let study: Study

  /// Remarks on queries of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// What there is to remark on a query that was answered.
  ///
  /// - Parameters:
  ///   - scope: the query of the answers that it was asked in.
  ///   - coders: whose codings codes stood for; everybody's where empty.
  ///   - foundNothing: whether the query found nothing, so that its words are looked at. Cost: then a pass over the
  ///     vocabulary for each word that no answer has.
  /// - Throws: `QueryError`, `ProjectError`.
  public func remarks(
    on query: String, in scope: String? = nil, coders: [String] = [], foundNothing: Bool
  ) throws -> [QueryRemark] {
    var remarks: [QueryRemark] = []
    func add(_ remark: QueryRemark) { if !remarks.contains(remark) { remarks.append(remark) } }
    let parsed = try [query, scope].compactMap(\.self).map { ($0, try QueryParser.parse($0)) }
    for (text, query) in parsed {
      for word in query.operatorLikeWords(in: text) { add(.operatorLikeWord(word)) }
      guard coders.isEmpty, !query.codeFilters.isEmpty else { continue }
      for case .coder(let name) in query.everyFilter.map(\.kind) { add(.coderBesideCode(name)) }
    }
    guard foundNothing else { return remarks }
    let searcher = try study.index().searcher
    // What is said already needs no near word.
    for word in try parsed.flatMap({ try searcher.absentWords(of: $0.1) })
    where !remarks.contains(.operatorLikeWord(word.text)) {
      switch word.role {
      case .word: add(.absentWord(word.text, near: try near(to: word.text, searcher) { .word($0) }))
      case .spelling: add(.absentSpelling(word.text, near: try near(to: word.text, searcher) { .word($0) }))
      case .lemma:
        add(.absentLemma(word.text, near: try nearLemma(to: word.text, searcher)))
      }
    }
    return remarks
  }

  /// The lemma that is meant by a form, else the nearest one, else that of the nearest word; one of several respondents.
  private func nearLemma(to word: String, _ searcher: CorpusSearcher) throws -> String? {
    func lemma(of form: String) throws -> String? {
      guard let lemma = try searcher.commonestLemma(of: form), try isOfSeveral(.lemma(lemma)) else {
        return nil
      }
      return lemma
    }
    return try lemma(of: word) ?? near(to: word, searcher) { .lemma($0) }
      ?? near(to: word, searcher) { .word($0) }.flatMap(lemma)
  }

  /// Whether two respondents at least have written a word, or a form of a lemma: what one alone wrote is theirs.
  private func isOfSeveral(_ kind: Term.Kind) throws -> Bool {
    let count = try QueryCounting(study).count(QueryPrinter.print(Query(.term(Term(kind)))))
    return count.answers > 1 && count.respondents > 1
  }

  /// The nearest word of the answers, or lemma, as `kind` makes it one, that several respondents have written.
  private func near(
    to word: String, _ searcher: CorpusSearcher, as kind: (String) -> Term.Kind
  ) throws -> String? {
    guard word.unicodeScalars.count(where: { $0.properties.isAlphabetic }) > 2 else { return nil }
    var candidates = try searcher.spellings(like: word, least: 2)
    for _ in 0..<Self.tries {
      guard let near = NearName.closest(to: word, among: candidates) else { return nil }
      if try isOfSeveral(kind(near)) { return near }
      candidates.removeAll { $0 == near }
    }
    return nil
  }

  private static let tries = 5
}

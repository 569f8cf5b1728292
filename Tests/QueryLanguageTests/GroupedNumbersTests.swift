import CodingModel
import QueryLanguage
import Testing

struct GroupedNumbersTests {
  private func words(_ text: String) throws -> [String] {
    func words(_ query: Query) -> [String] {
      switch query.node {
      case .term(let term): term.kind.word.map { [$0] } ?? []
      case .phrase(let terms): terms.compactMap(\.kind.word)
      case .and(let parts), .or(let parts): parts.flatMap(words)
      case .near(let left, let right, _): words(left) + words(right)
      default: []
      }
    }
    return words(try QueryParser.parse(text))
  }

  @Test(
    "A number in groups is one word",
    arguments: [
      ("4 000", ["4 000"]), ("\"4 000\"", ["4 000"]), ("1 250 000 euros", ["1 250 000", "euros"]),
      ("\"plus de 4 000 dossiers\"", ["plus", "de", "4 000", "dossiers"]),
      ("4\u{202F}000", ["4\u{202F}000"]), ("4 000,50", ["4 000,50"]), ("(4 000)", ["4 000"]),
      ("\"06 12 34 56 78\"", ["06 12 34 56 78"]), ("06 12 34 56 78", ["06 12 34 56 78"]),
      ("dossier NEAR/5 4 000", ["dossier", "4 000"]), ("4 000 OR 5 000", ["4 000", "5 000"]),
      ("d'4 000 euros", ["d'4 000", "euros"]), ("4 000;5 000", ["4 000;5 000"]), ("lemma:4 000", ["4 000"]),
      ("+33 6 12 34 56 78", ["+33 6 12 34 56 78"]), ("\"vers (4 000) euros\"", ["vers", "(4 000)", "euros"]),
      ("01 23 45 67 89 10", ["01 23 45 67 89 10"]), ("\"le -4 000 ?\"", ["le", "-4 000", "?"]),
      ("\"de 2019 2020\"", ["de", "2019 2020"]),
      ("=\"4 000\"", ["4 000"]), ("=4 000 euros", ["4 000", "euros"]),
    ])
  func grouped(_ text: String, _ expected: [String]) throws {
    #expect(try words(text) == expected)
    let query = try QueryParser.parse(text)
    #expect(try QueryParser.parse(QueryPrinter.print(query)) == query)
  }

  @Test(
    "Other numbers side by side are words of their own",
    arguments: [
      ("2019 2020", ["2019", "2020"]), ("4 00", ["4", "00"]), ("4  000", ["4", "000"]),
      ("4 0000", ["4", "0000"]), ("2020 100", ["2020", "100"]), ("\"5 ou 6 100\"", ["5", "ou", "6 100"]),
      ("12 34", ["12", "34"]), ("06 12 34 56", ["06", "12", "34", "56"]), ("a4 000", ["a4", "000"]),
      ("+33 6 12", ["+33", "6", "12"]),
      ("4 AND 000", ["4", "000"]), ("4\\ 000", ["4 000"]),
    ])
  func apart(_ text: String, _ expected: [String]) throws {
    #expect(try words(text) == expected)
  }

  @Test("Its place is all of it")
  func range() throws {
    guard case .and(let parts) = try QueryParser.parse("lien 4 000 dossiers").node else {
      Issue.record("no conjunction")
      return
    }
    #expect(
      parts.map { query -> TextRange? in if case .term(let term) = query.node { term.range } else { nil } }
        == [TextRange(0, 4), TextRange(5, 10), TextRange(11, 19)])
  }
}

extension Term.Kind {
  fileprivate var word: String? {
    switch self {
    case .word(let word), .exact(let word), .lemma(let word): word
    default: nil
    }
  }
}

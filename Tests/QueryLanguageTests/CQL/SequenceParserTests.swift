import CodingModel
import QueryLanguage
import Testing

struct SequenceParserTests {
  private func canonical(_ text: String) throws -> String {
    QueryPrinter.print(try QueryParser.parse(text))
  }

  @Test(
    "CQL alone and among other queries",
    arguments: [
      ("[lemma=\"perdre\"]", "[lemma = \"perdre\"]"),
      ("[]", "[]"), ("[ ]{2} []*", "[]{2} []*"), ("[]{2,} []{,3} []{0,} []{1,}", "[]{2,} []{0,3} []* []+"),
      (
        "[lemma=\"perdre\"] []{0,3} [form=\"liens?\"%cd & pos=\"NOUN\"] within s",
        "[lemma = \"perdre\"] []{0,3} [form = \"liens?\" %cd & pos = \"NOUN\"] within s"
      ),
      ("[lemme=\"a\" | !(pos!=\"DET\" & mot=\"b\")]", "[lemma = \"a\" | !(pos != \"DET\" & word = \"b\")]"),
      ("[!!pos=\"A\"]", "[pos = \"A\"]"), ("[pos=\"A\" -> word=\"b\"]", "[!pos = \"A\" | word = \"b\"]"),
      ("cql: \"de\" [pos=\"NOUN\"]", "[word = \"de\"] [pos = \"NOUN\"]"),
      ("cql: (\"de\"|\"du\")+ \"la\" %c", "([word = \"de\"] | [word = \"du\"])+ [word = \"la\" %c]"),
      ("cql:\"de\"%d;", "[word = \"de\" %d]"), ("cql: a:\"de\" []", "a:[word = \"de\"] []"),
      ("cql: 'de' a:'l''eau'", "[word = \"de\"] a:[word = \"l'eau\"]"),
      ("cql: \"\"\"\" \"\"", "[word = \"\\\"\"] [word = \"\"]"),
      ("[word=\"a\"\"b\" & lemma=\"\"]", "[word = \"a\\\"b\" & lemma = \"\"]"),
      ("cql: /region[s] []", "(<s> []+ </s>) []"),
      ("cql: /region[ code:\"x y\" ]?", "(<code:\"x y\"> []+ </code:\"x y\">)?"),
      (
        "[:pos=\"A\" & !word=\"b\":] [] [: lemma=\"c\" %c :]",
        "[: pos = \"A\" & !word = \"b\" :] [] [: lemma = \"c\" %c :]"
      ),
      ("([] [: pos=\"A\" :])+ ([: pos=\"A\" :])?", "([] [: pos = \"A\" :])+ ([: pos = \"A\" :])?"),
      ("cql: @[pos=\"A\"] b:@[]", "target:[pos = \"A\"] b:[]"),
      ("(?longest) [pos=\"ADJ\"]+", "(?longest) [pos = \"ADJ\"]+"),
      ("(?standard)[pos=\"ADJ\"]", "[pos = \"ADJ\"]"),
      ("([pos=\"A\"] | [pos=\"B\"] []){1,2} []", "([pos = \"A\"] | [pos = \"B\"] []){1,2} []"),
      ("<s> [] </s>", "<s> [] </s>"), ("<phrase>[]</text>", "<s> [] </answer>"),
      ("<code:\"perte de lien\"> []", "<code:\"perte de lien\"> []"),
      ("<code:x>[]</code:x>", "<code:x> [] </code:x>"),
      (
        "a:[pos=\"NOUN\"] []{0,5} b:[] :: a.lemma = b.lemma within s cut 3",
        "a:[pos = \"NOUN\"] []{0,5} b:[] :: a.lemma = b.lemma within s cut 3"
      ),
      (
        "a:[] b:[] :: distance(a,b)<=5 & (a.word!=\"x\"%c | !b) & a < b",
        "a:[] b:[] :: distance(a, b) <= 5 & (a.word != \"x\" %c | !b) & a < b"
      ),
      ("[lemma=\"temps\"] :: code:\"gain de temps\"", "[lemma = \"temps\"] :: code:\"gain de temps\""),
      ("[] :: question:Q2 & groupe!=Insertion", "[] :: question:Q2 & groupe!=Insertion"),
      ("[] within 5", "[] within 5"), ("[] within 2 s", "[] within 2 s"),
      ("[] within réponse", "[] within answer"),
      ("[] within code:\"perte de lien\"", "[] within code:\"perte de lien\""),
      ("[] dans code:x", "[] within code:x"), ("[] within question:Q2", "[] within question:Q2"),
      ("cql: [] within groupe:Insertion cut 2", "[] cut 2 within groupe:Insertion"),
      ("[] within s within code:x", "[] within s within code:x"),
      ("[lemma=\"a\"] AND lien", "[lemma = \"a\"] AND lien"),
      ("lien [lemma=\"a\"]", "lien AND [lemma = \"a\"]"),
      ("[] \"perte de lien\"", "[] AND \"perte de lien\""),
      ("NOT [pos=\"A\"] OU b", "NOT [pos = \"A\"] OR b"),
      ("([] OR lien) AND x", "([] OR lien) AND x"), ("[] ([] OR b)", "[] AND ([] OR b)"),
      ("lien NEAR/3 [pos=\"A\"] []", "lien NEAR/3 [pos = \"A\"] []"),
      ("([] within s) NEAR/3 lien", "([] within s) NEAR/3 lien"),
      ("lien AND [] within code:x", "lien AND [] within code:x"),
      ("lien AND ([] within code:x)", "lien AND ([] within code:x)"),
      ("[word=\"\\\"\"]", "[word = \"\\\"\"]"), ("[word=“a”]", "[word = \"a\"]"),
      ("[word='a\"b']", "[word = \"a\\\"b\"]"),
      ("[word=\"a\\\\.b\" %l]", "[word = \"a\\\\.b\" %l]"), ("[lemma=\"\"]", "[lemma = \"\"]"),
      ("[lemma = a.lemma] a:[]", "[lemma = a.lemma] a:[]"), ("[word = lemma]", "[word = lemma]"),
      ("[_.word = \"a\"]", "[word = \"a\"]"), ("(?longest OR b)", "?longest OR b"),
    ])
  func reading(_ text: String, _ expected: String) throws {
    let query = try QueryParser.parse(text)
    #expect(QueryPrinter.print(query) == expected)
    #expect(try QueryParser.parse(expected) == query)
  }

  @Test("Hostile texts are refused at once")
  func hostile() throws {
    func problem(_ text: String) throws -> QueryProblem? {
      do { _ = try QueryParser.parse(text) } catch { return error.problem }
      return nil
    }
    let groups = String(repeating: "(", count: 4000) + "[]" + String(repeating: ")", count: 4000)
    #expect(try problem("cql: " + groups) == .sequence(.tooDeep(limit: 50)))
    #expect(try problem(groups) == .tooDeep(limit: 100))
    #expect(try problem("[" + String(repeating: "(", count: 9000)) == .sequence(.tooDeep(limit: 50)))
    #expect(try problem("((([]{1000}){1000}){1000}){1000}") == .sequence(.tooLarge(limit: 2000)))
    #expect(try problem(String(repeating: "[]", count: 3000)) == .sequence(.tooLarge(limit: 2000)))
    #expect(try problem("[word=\"(a{1000}){1000}\"]") == .expression(.tooLarge(limit: 5000)))
    let labels = (0..<20).map { "l\($0):[]" }.joined(separator: " ")
    #expect(try problem(labels) == .sequence(.tooManyLabels(limit: 16)))
    let codes = (0..<5).map { "<code:c\($0)>" }.joined(separator: " ")
    #expect(try problem("cql: [] " + codes) == .sequence(.tooManyRegions(limit: 4)))
  }
}

import Testing

@testable import VerbatimCommand

@Suite struct ReplLineTests {
  @Test(
    "A line is cut at spaces outside quotes; an apostrophe is a letter",
    arguments: [
      ("kwic lien", ["kwic", "lien"], ["kwic", "lien"]),
      (
        "  code  \"perte de lien\"  R1/q1 ", ["code", "\"perte de lien\"", "R1/q1"],
        ["code", "perte de lien", "R1/q1"]
      ),
      ("search l'écran", ["search", "l'écran"], ["search", "l'écran"]),
      ("code relation d'aide", ["code", "relation", "d'aide"], ["code", "relation", "d'aide"]),
      (
        "kwic code:\"perte de lien\" lien", ["kwic", "code:\"perte de lien\"", "lien"],
        ["kwic", "code:perte de lien", "lien"]
      ),
      (
        "code x «un mot» “deux mots”", ["code", "x", "«un mot»", "“deux mots”"],
        ["code", "x", "un mot", "deux mots"]
      ),
      ("count 'temps'", ["count", "temps"], ["count", "temps"]),
      (
        "kwic '\"perte de lien\" OR l'aide' --limit 3",
        ["kwic", "\"perte de lien\" OR l'aide", "--limit", "3"],
        ["kwic", "\"perte de lien\" OR l'aide", "--limit", "3"]
      ),
      (
        "code 'gain de temps' R1/q1", ["code", "gain de temps", "R1/q1"], ["code", "gain de temps", "R1/q1"]
      ),
      ("kwic 'tit", ["kwic", "'tit"], ["kwic", "'tit"]),
      ("code x \"\"", ["code", "x", "\"\""], ["code", "x", ""]),
      ("", [], []), ("   \t ", [], []),
    ])
  func words(line: String, typed: [String], plain: [String]) {
    #expect(ReplLine(line).words.map(\.typed) == typed)
    #expect(ReplLine(line).words.map(\.plain) == plain)
    #expect(!ReplLine(line).isUnclosed)
  }

  @Test("A quote left open is known to be", arguments: ["code \"perte de", "code «perte", "code “x\""])
  func unclosed(line: String) {
    #expect(ReplLine(line).isUnclosed)
  }

  @Test("A dash before a word of a query makes no option of it")
  func dashes() {
    func arguments(_ line: String) -> [String] { ReplLine(line).arguments(queryCommands: Repl.queryCommands) }
    #expect(arguments("count lien -perte temps") == ["count", "lien -perte", "temps"])
    #expect(arguments("count -perte lien -\"a b\"") == ["count", " -perte", "lien -\"a b\""])
    #expect(arguments("count --by groupe -perte") == ["count", "--by", "groupe", " -perte"])
    #expect(
      arguments("kwic lien -p x.verbatim -o t.csv --limit -5 --format=csv") == [
        "kwic", "lien", "-p", "x.verbatim", "-o", "t.csv", "--limit", "-5", "--format=csv",
      ])
    #expect(arguments("code -perte R1/q1") == ["code", "-perte", "R1/q1"])
  }

  @Test("A query keeps its quotes; what is no query loses them")
  func arguments() {
    func arguments(_ line: String) -> [String] { ReplLine(line).arguments(queryCommands: Repl.queryCommands) }
    #expect(arguments("kwic \"perte de lien\" OU lien") == ["kwic", "\"perte de lien\"", "OU", "lien"])
    #expect(arguments("code \"perte de lien\" R1/q1") == ["code", "perte de lien", "R1/q1"])
    #expect(
      arguments("kwic lien --with \"type de lieu\" --limit 5") == [
        "kwic", "lien", "--with", "type de lieu", "--limit", "5",
      ])
    #expect(
      arguments("count --weighted \"perte de lien\" --by groupe") == [
        "count", "--weighted", "\"perte de lien\"", "--by", "groupe",
      ])
    #expect(arguments("collocates --left 3 \"perte de\"") == ["collocates", "--left", "3", "\"perte de\""])
    #expect(arguments("count --cql \"de\" []") == ["count", "--cql", "\"de\"", "[]"])
    #expect(arguments("excerpts --where \"code:x lien\"") == ["excerpts", "--where", "code:x lien"])
  }

  @Test(
    "The query of a line is found where the error is pointed at",
    arguments: [
      ("kwic lien", 5), ("  count   lien", 10), ("kwic", nil), ("kwic --limit 3 lien", nil), ("", nil),
    ])
  func queryStart(line: String, start: Int?) {
    #expect(ReplLine.queryStart(in: line) == start)
  }
}

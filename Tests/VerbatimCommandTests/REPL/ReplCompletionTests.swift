import Testing

@testable import VerbatimCommand

@Suite struct ReplCompletionTests {
  private let completion = ReplCompletion(
    commands: ["code", "codebook", "coders", "codings", "count", "kwic", "search", "uncoded"],
    subcommands: ["codebook": ["show", "import"]],
    options: { $0 == "kwic" ? ["--context", "--sort", "--with"] : [] },
    names: ReplCompletion.Names(
      codes: ["perte de lien", "perte de sens", "autonomie", "équipement"], variables: ["groupe", "métier"],
      questions: ["q1", "q2"], coders: ["anna", "bastien"],
      values: { $0 == "groupe" ? ["Travail social", "Éducation"] : [] }))

  @Test(
    "What may follow",
    arguments: [
      ("", 0, ["code", "codebook", "coders", "codings", "count", "kwic", "search", "uncoded"]),
      ("kw", 2, ["kwic"]), ("cod", 3, ["code", "codebook", "coders", "codings"]), ("zz", 2, []),
      ("codebook sh", 2, ["show"]), ("codebook show aut", 3, ["autonomie"]),
      ("code per", 3, ["\"perte de lien\"", "\"perte de sens\""]),
      ("code \"perte de l", 11, ["\"perte de lien\""]),
      ("code equi", 4, ["équipement"]), ("code sens", 4, ["\"perte de sens\""]),
      ("code ", 0, ["\"perte de lien\"", "\"perte de sens\"", "autonomie", "équipement"]),
      ("kwic --s", 3, ["--sort"]), ("kwic --coder b", 1, ["bastien"]),
      ("kwic code:aut", 8, ["code:autonomie"]),
      ("kwic lien code:\"perte de l", 16, ["code:\"perte de lien\""]),
      ("kwic groupe:tra", 10, ["groupe:\"Travail social\""]), ("kwic groupe:edu", 10, ["groupe:Éducation"]),
      ("kwic question:", 9, ["question:q1", "question:q2"]), ("kwic méti", 4, ["métier:"]),
      ("kwic meti", 4, ["métier:"]),
      ("uncoded gr", 2, ["groupe:"]), ("crosstab autonomie --by g", 1, ["groupe"]),
      ("crosstab autonomie --by ", 0, ["groupe", "métier"]), ("count lien --by co", 2, ["code", "coder"]),
      ("specificities --by ", 0, ["groupe", "métier", "question", "code"]),
      ("frequencies --by ", 0, ["lemma", "form", "pos"]), ("specificities --of f", 1, ["form"]),
      ("crosstab x --of a", 1, ["answers"]), ("kwic lien --sort r", 1, ["right", "random"]),
      ("kwic lien --sort g", 1, ["groupe"]), ("collocates lien --sort npm", 3, ["npmi"]),
      ("collocates lien --sort dis", 3, ["distance"]), ("cooccurrences words --sort laf", 3, ["lafon"]),
      ("collocates lien --unit s", 1, ["sentence"]), ("count lien --base a", 1, ["all", "answered"]),
      ("kwic lien --variables m", 1, ["métier"]), ("frequencies --pos AD", 2, ["ADJ", "ADP", "ADV"]),
      ("collocates code:aut", 8, ["code:autonomie"]),
      ("zzz x", 0, []),
    ])
  func result(line: String, removed: Int, candidates: [String]) {
    let result = completion.result(line)
    #expect(result.candidates == candidates)
    if !candidates.isEmpty { #expect(result.removed == removed) }
  }

  @Test("The only candidate is put in, with a space after it unless more must follow")
  func single() {
    #expect(applied(2, ["kwic"], "kw") == Applied(2, "kwic ", ""))
    #expect(applied(4, ["métier:"], "kwic méti") == Applied(4, "métier:", ""))
    #expect(applied(3, ["Corpora/"], "import Cor") == Applied(3, "Corpora/", ""))
  }

  @Test("Several: what they share is put in; where that adds nothing, they are listed")
  func several() {
    #expect(
      applied(3, ["\"perte de lien\"", "\"perte de sens\""], "code per") == Applied(3, "\"perte de ", ""))
    #expect(applied(3, ["code", "codebook"], "cod") == Applied(3, "code", ""))
    #expect(applied(4, ["code", "codebook"], "code") == Applied(0, "", "code · codebook"))
    #expect(applied(0, [], "zz") == Applied(0, "", ""))
    #expect(applied(0, ["a", "b"], "code ") == Applied(0, "", "a · b"))
  }

  @Test("A long list is cut")
  func long() {
    let listing = applied(0, (1...70).map(String.init), "").listing
    #expect(listing.hasPrefix("1 · 2 · 3") && listing.hasSuffix(" · 60 …"))
  }

  private struct Applied: Equatable {
    let removed: Int
    let inserted: String
    let listing: String

    init(_ removed: Int, _ inserted: String, _ listing: String) {
      (self.removed, self.inserted, self.listing) = (removed, inserted, listing)
    }
  }

  private func applied(_ removed: Int, _ candidates: [String], _ typed: String) -> Applied {
    let result = ReplCompletion.applied(.init(removed: removed, candidates: candidates), typed: typed)
    return Applied(result.removed, result.inserted, result.listing)
  }
}

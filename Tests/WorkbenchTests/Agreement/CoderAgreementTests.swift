import Testing

@testable import Workbench

@Suite("Agreement of a study's coders")
struct CoderAgreementTests {
  /// Twenty answers; anna goes through all, bruno through the first ten, and agrees on nine.
  static func subset() throws -> TestStudy {
    let rows = (1...20).map { "R\($0 < 10 ? "0" : "")\($0);Une réponse assez longue." }
    let study = try TestStudy("id;q1\n" + rows.joined(separator: "\n") + "\n")
    try study.importCodebook("codes:\n  - name: Lien\n  - name: Temps\n    codes:\n      - name: Retard\n")
    let anna = stride(from: 1, through: 20, by: 2).map { "R\($0 < 10 ? "0" : "")\($0),Lien,0,4,anna" }
    let bruno = [1, 3, 5, 7].map { "R0\($0),Lien,0,11,bruno" }
    try study.importCodings(
      (["respondent,code,start,end,coder"] + anna + bruno).joined(separator: "\n") + "\n")
    _ = try SeenList(study.study).mark(answers: [], query: "question:q1", coder: "anna")
    _ = try SeenList(study.study).mark(
      answers: (1...10).map { "R\($0 < 10 ? "0" : "")\($0)" }, coder: "bruno")
    return study
  }

  @Test("A query that finds coded answers only does not make the coders' reading unknown")
  func readingKnown() throws {
    let study = try Self.subset()
    func alone(_ query: String?, _ coders: [String] = ["anna", "bruno"]) throws -> [Bool] {
      try CoderAgreement(study.study).table(.init(coders: coders, query: query), replicates: 0)
        .coverage.map(\.isFromCodingsAlone)
    }
    for query in [nil, "code:Lien", "coder:anna", "code:Lien coder:bruno"] {
      #expect(try alone(query) == [false, false], "\(query ?? "")")
    }
    #expect(
      try Disagreements(study.study).find(.init(coders: ["anna", "bruno"], query: "code:Lien"))
        .coverage.map(\.isFromCodingsAlone) == [false, false])
    // Chloé only coded: what she read besides nobody knows, with a query or without.
    try study.importCodings("respondent,code,start,end,coder\nR01,Lien,0,4,chloé\nR02,Temps,0,4,chloé\n")
    for query in [nil, "code:Lien"] {
      #expect(try alone(query, ["anna", "chloé"]) == [false, true], "\(query ?? "")")
    }
  }

  private func kappa(_ table: CoderAgreement.Table) -> Double? {
    table.pooled.estimates[.cohenKappa]?.value.value
  }

  @Test("Only what both have gone through counts: a coder of a subset is not said to disagree with the rest")
  func sharedAnswersOnly() throws {
    let study = try Self.subset()
    let agreement = CoderAgreement(study.study)
    let table = try agreement.table(.init(coders: ["anna", "bruno"]), replicates: 0)
    #expect(table.answers == 10 && table.units == 10 && table.rows.map(\.code) == ["Lien"])
    #expect(table.pooled.coded == [5, 4])
    // Po 0.9, Pe 0.5.
    #expect(abs((kappa(table) ?? 0) - 0.8) < 1e-12)
    #expect(table.coverage.map(\.counted) == [20, 10])
    #expect(table.coverage.map(\.isFromCodingsAlone) == [false, false])
    // Taken as seen by both, what bruno never opened counts as uncoded by him: Po 0.7, Pe 0.5.
    let all = try agreement.table(.init(coders: ["anna", "bruno"], countsAll: true), replicates: 0)
    #expect(all.answers == 20)
    #expect(abs((kappa(all) ?? 0) - 0.4) < 1e-12)
  }

  @Test("Where nothing is noted, only coded answers count, and that is said")
  func codingsAlone() throws {
    let study = try TestStudy.coded()
    try study.importCodings(
      "respondent,question,code,coder\nR1,q1,Moyens,anna\nR2,q1,Moyens,anna\nR1,q1,Surcharge,bruno\nR3,q1,Moyens,bruno\n"
    )
    let table = try CoderAgreement(study.study).table(.init(coders: ["anna", "bruno"]), replicates: 0)
    #expect(table.answers == 1 && table.coverage.map(\.isFromCodingsAlone) == [true, true])
    #expect(table.rows.map(\.code) == ["Surcharge", "Moyens"])
    #expect(throws: StudyError.nothingInCommon(coders: ["anna", "bruno"])) {
      try CoderAgreement(study.study).table(.init(coders: ["anna", "bruno"], query: "question:q2"))
    }
    #expect(throws: StudyError.tooFewCoders(least: 2)) {
      try CoderAgreement(study.study).table(.init(coders: ["anna"]))
    }
  }

  @Test("Characters, tokens, questions and queries; the worked case of ranges that share half")
  func units() throws {
    let study = try TestStudy(
      "id;q1;q2\nR1;\(String(repeating: "mots de ", count: 12))mots;Une autre réponse, plus courte.\n")
    try study.importCodebook("codes:\n  - name: Lien\n")
    let length = try #require(study.texts().first?.unicodeScalars.count)
    #expect(length == 100)
    try study.importCodings(
      "respondent,question,code,start,end,coder\nR1,q1,Lien,0,50,anna\nR1,q1,Lien,25,75,bruno\nR1,q2,Lien,0,3,anna\nR1,q2,Lien,0,3,bruno\n"
    )
    let agreement = CoderAgreement(study.study)
    func table(_ change: (inout AgreementRequest) -> Void) throws -> CoderAgreement.Table {
      var request = AgreementRequest(coders: ["anna", "bruno"])
      change(&request)
      return try agreement.table(request, replicates: 0)
    }
    let characters = try table {
      $0.unit = .character
      $0.questions = ["q1"]
    }
    #expect(characters.units == 100)
    #expect(abs((kappa(characters) ?? 1)) < 1e-12)
    #expect(characters.pooled.estimates[.unitizingAlpha] != nil)
    let tokens = try table {
      $0.unit = .token
      $0.query = "question:q1"
    }
    #expect(tokens.units == 25)
    #expect(try table { $0.questions = ["q1", "q2"] }.answers == 2)
    #expect(throws: StudyError.unknownQuestion(name: "q9", near: "q1")) {
      try table { $0.questions = ["q9"] }
    }
  }

  @Test("A parent stands for the codes under it where that is asked for")
  func children() throws {
    let study = try Self.subset()
    try study.importCodings(
      "respondent,code,start,end,coder\nR02,Retard,0,4,anna\nR02,Temps,0,4,bruno\nR04,Retard,0,4,anna\n")
    let agreement = CoderAgreement(study.study)
    let apart = try agreement.table(.init(coders: ["anna", "bruno"], codes: ["Temps"]), replicates: 0)
    #expect(apart.rows.map(\.result.coded) == [[0, 1]])
    let together = try agreement.table(
      .init(coders: ["anna", "bruno"], codes: ["Temps", "Lien"], withChildren: true), replicates: 0)
    #expect(together.rows.map(\.code) == ["Temps", "Lien"])
    #expect(together.rows[0].result.coded == [2, 1])
    let every = try agreement.table(.init(coders: ["anna", "bruno"], withChildren: true), replicates: 0)
    #expect(every.rows.map(\.code) == ["Lien", "Temps", "Retard"])
  }

  @Test("Three coders have pairs, each as if the two were asked for alone")
  func pairs() throws {
    let study = try Self.subset()
    try study.importCodings(
      "respondent,code,start,end,coder\nR01,Lien,0,4,chloé\nR02,Lien,0,4,chloé\nR12,Lien,0,4,chloé\nR13,Lien,0,4,chloé\n"
    )
    let agreement = CoderAgreement(study.study)
    let all = try agreement.table(.init(coders: ["anna", "bruno", "chloé"]), replicates: 50, seed: 3)
    #expect(all.pairs.map(\.first) == [0, 0, 1] && all.pairs.map(\.second) == [1, 2, 2])
    #expect(all.pairs.map(\.answers) == [10, 4, 2])
    #expect(all.pooled.estimates[.cohenKappa]?.value == .undefined(.needsTwoCoders))
    let two = try agreement.table(.init(coders: ["anna", "chloé"]), replicates: 50, seed: 3)
    #expect(all.pairs[1].result.coded == two.pooled.coded)
    for measure in two.measures {
      #expect(all.pairs[1].result.estimates[measure]?.value == two.pooled.estimates[measure]?.value)
    }
  }
}

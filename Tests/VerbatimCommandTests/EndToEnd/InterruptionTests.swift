import Foundation
import Testing

/// Killing the program at any instant, as a power cut would: the project opens, checks clean, and holds every
/// act that was reported as done.
@Suite("Interruption", .serialized) struct InterruptionTests {
  private let folder: TemporaryFolder
  /// Instants of a run, from its start to a little after its end, the same in every run of the tests.
  private static let shares: [Double] = {
    var state: UInt64 = 2026
    return (0..<20).map { part in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let within = Double(state >> 40) / Double(1 << 24)
      return (Double(part) + within) / 20 * 1.05
    }
  }()

  init() throws {
    folder = try TemporaryFolder()
  }

  private func run(_ arguments: String..., input: String = "") throws -> Binary.Run {
    try Binary.run(arguments, in: folder, input: input)
  }

  private func made(_ arguments: String...) throws {
    let run = try Binary.run(arguments, in: folder)
    #expect(run.code == 0, "\(run.stderr)")
  }

  /// Starts a command and kills it after a share of the time that it takes.
  ///
  /// - Returns: what it had shown by then, and whether it had ended by itself.
  private func interrupt(
    _ arguments: [String], input: String = "", after share: Double, of seconds: Double
  ) throws -> (shown: String, hasEnded: Bool) {
    try folder.write(input, to: "entree")
    var process = try Binary.Process(
      arguments, in: folder.path, files: [0: folder("entree"), 1: folder("sortie"), 2: folder("erreurs")])
    let code = process.wait(timeout: share * seconds)
    process.kill()
    #expect(code ?? 0 == 0)
    return (try folder.read("sortie"), code == 0)
  }

  /// How long a run takes that ends well.
  private func seconds(_ body: () throws -> Binary.Run) throws -> Double {
    let start = Date()
    let run = try body()
    #expect(run.code == 0, "\(run.stderr)")
    return Date().timeIntervalSince(start)
  }

  /// Checks a project, and that it can go on.
  private func expectWhole(_ project: String, _ note: String) throws {
    let check = try run("check", "-p", project)
    #expect(check.code == 0, "\(note): \(check.stdout)\(check.stderr)")
    // A journal that never came into force is left to the next act, which takes its place.
    guard try folder.names.contains(project + "-journal") else { return }
    try made("coders", "add", "témoin", "-p", project)
    #expect(try !folder.names.contains(project + "-journal"), "\(note)")
    #expect(try run("check", "-p", project).code == 0, "\(note)")
  }

  @Test("during an import: all of it is there, or none")
  func importing() throws {
    try folder.write(GeneratedSurvey.text(answers: Self.surveySize), to: "s.csv")
    try folder.write("id;groupe;q\nM1;A;Une première réponse, assez longue.\n", to: "premier.csv")
    try made("import", "premier.csv", "--answers", "q", "-p", "modele.verbatim")
    let model = try folder.bytes("modele.verbatim")
    let import_ = ["import", "s.csv", "--answers", "q", "-p", "p.verbatim"]
    try folder.write(model, to: "p.verbatim")
    let duration = try seconds { try Binary.run(import_, in: folder) }
    let whole = Self.surveySize + 1
    var outcomes: Set<Int> = []
    for share in Self.shares {
      try? FileManager.default.removeItem(atPath: folder("p.verbatim-journal"))
      try folder.write(model, to: "p.verbatim")
      let (shown, hasEnded) = try interrupt(import_, after: share, of: duration)
      try expectWhole("p.verbatim", "killed at \(share)")
      let answers = try answerCount("p.verbatim")
      #expect(answers == 1 || answers == whole, "killed at \(share)")
      // Reported as done, or ended: then it is there.
      if hasEnded || shown.contains("Importé dans") { #expect(answers == whole) }
      outcomes.insert(answers)
    }
    #expect(outcomes.contains(1), "some instant fell into the import")
  }

  @Test("during an import that makes the project: a whole one stands under its name, or none") func creating()
    throws
  {
    try folder.write(GeneratedSurvey.text(answers: 60), to: "s.csv")
    let import_ = ["import", "s.csv", "--answers", "q", "-p", "p.verbatim"]
    let duration = try seconds { try Binary.run(import_, in: folder) }
    for share in Self.shares {
      for name in try folder.names where name.contains("p.verbatim") {
        try FileManager.default.removeItem(atPath: folder(name))
      }
      let (shown, hasEnded) = try interrupt(import_, after: share, of: duration)
      guard try folder.names.contains("p.verbatim") else {
        #expect(!hasEnded && shown.isEmpty)
        continue
      }
      try expectWhole("p.verbatim", "killed at \(share)")
      let answers = try answerCount("p.verbatim")
      #expect(answers == 0 || answers == 60)
      if hasEnded || shown.contains("Importé dans") { #expect(answers == 60) }
    }
  }

  @Test("while coding by hand: every coding reported is there, and at most one more") func coding() throws {
    try folder.write(GeneratedSurvey.text(answers: 36), to: "s.csv")
    try folder.write(BadInput.codebook, to: "c.yaml")
    try made("import", "s.csv", "--answers", "q", "-p", "modele.verbatim")
    try made("codebook", "import", "c.yaml", "-p", "modele.verbatim")
    let model = try folder.bytes("modele.verbatim")
    let acts = (1...36).map { "code charge N\($0) --range 0-\(3 + $0 % 5)" }.joined(separator: "\n") + "\n"
    let repl = ["repl", "-p", "p.verbatim"]
    try folder.write(model, to: "p.verbatim")
    let duration = try seconds { try Binary.run(repl, in: folder, input: acts) }
    var counts: Set<Int> = []
    for share in Self.shares {
      try? FileManager.default.removeItem(atPath: folder("p.verbatim-journal"))
      try folder.write(model, to: "p.verbatim")
      let (shown, _) = try interrupt(repl, input: acts, after: share, of: duration)
      try expectWhole("p.verbatim", "killed at \(share)")
      // The last line may have been cut by the kill; a whole line is a report.
      let reported = shown.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .filter { $0.contains(" codé ") }.compactMap { $0.split(separator: " ").first.map(String.init) }
      let stored = try run("codings", "-p", "p.verbatim", "--format", "csv").stdout
        .split(whereSeparator: \.isNewline).dropFirst().map { String($0.prefix { $0 != "," }) }
      #expect(
        Set(reported.map { String($0.prefix { $0 != "/" }) }).isSubset(of: stored), "killed at \(share)")
      #expect(stored.count - reported.count <= 1 && stored.count >= reported.count, "killed at \(share)")
      #expect(stored == (0..<stored.count).map { "N\($0 + 1)" }, "in order, none left out")
      counts.insert(stored.count)
    }
    #expect(counts.count > 5, "the instants fell between different acts: \(counts.sorted())")
  }

  @Test("in the coding mode: every coding reported is there, and at most one more; so is the place")
  func codingMode()
    throws
  {
    try folder.write(GeneratedSurvey.text(answers: 30), to: "s.csv")
    try folder.write(BadInput.codebook, to: "c.yaml")
    try made("import", "s.csv", "--answers", "q", "-p", "modele.verbatim")
    try made("codebook", "import", "c.yaml", "-p", "modele.verbatim")
    let model = try folder.bytes("modele.verbatim")
    let lines = (1...30).map { "charge 1-\(1 + $0 % 3)\n" }.joined(separator: "\n") + "\n"
    let coding = ["coding", "uncoded", "-p", "p.verbatim"]
    try folder.write(model, to: "p.verbatim")
    let duration = try seconds { try Binary.run(coding, in: folder, input: lines) }
    var counts: Set<Int> = []
    for share in Self.shares.enumerated().filter({ $0.offset % 2 == 0 }).map(\.element) {
      try? FileManager.default.removeItem(atPath: folder("p.verbatim-journal"))
      try folder.write(model, to: "p.verbatim")
      let (shown, _) = try interrupt(coding, input: lines, after: share, of: duration)
      try expectWhole("p.verbatim", "killed at \(share)")
      let reported = shown.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .count { $0.hasPrefix("  + charge") }
      let stored = try run("codings", "-p", "p.verbatim", "--format", "csv").stdout
        .split(whereSeparator: \.isNewline).dropFirst().map { String($0.prefix { $0 != "," }) }
      #expect(stored.count >= reported && stored.count - reported <= 1, "killed at \(share)")
      #expect(stored == (0..<stored.count).map { "N\($0 + 1)" }, "in order, none left out")
      let place = try run("coding", "--lists", "-p", "p.verbatim", "--format", "tsv").stdout
        .split(whereSeparator: \.isNewline).dropFirst().first?.split(separator: "\t")
      if let place, let position = Int(place[1]) {
        #expect(stored.count == position || stored.count == position + 1, "killed at \(share)")
      } else {
        #expect(stored.isEmpty)
      }
      counts.insert(stored.count)
    }
    #expect(counts.count > 2, "the instants fell between different acts: \(counts.sorted())")
  }

  @Test("during autocode: all codings of the act are there, or none") func autocoding() throws {
    try folder.write(GeneratedSurvey.text(answers: 400), to: "s.csv")
    try folder.write(BadInput.codebook, to: "c.yaml")
    try made("import", "s.csv", "--answers", "q", "-p", "modele.verbatim")
    try made("codebook", "import", "c.yaml", "-p", "modele.verbatim")
    try made("code", "charge", "N1", "--coder", "anna", "-p", "modele.verbatim")
    let model = try folder.bytes("modele.verbatim")
    let autocode = ["autocode", "-p", "p.verbatim"]
    try folder.write(model, to: "p.verbatim")
    let duration = try seconds { try Binary.run(autocode, in: folder) }
    let whole = try codingCount("p.verbatim")
    #expect(whole > 100)
    for share in Self.shares {
      try? FileManager.default.removeItem(atPath: folder("p.verbatim-journal"))
      try folder.write(model, to: "p.verbatim")
      let (shown, hasEnded) = try interrupt(autocode, after: share, of: duration)
      try expectWhole("p.verbatim", "killed at \(share)")
      let codings = try codingCount("p.verbatim")
      #expect(codings == 1 || codings == whole, "killed at \(share)")
      if hasEnded || shown.contains("en plus") { #expect(codings == whole) }
    }
  }

  @Test("A journal left behind by a kill is rolled back when the project is opened next") func hotJournal()
    throws
  {
    try folder.write(GeneratedSurvey.text(answers: Self.surveySize), to: "s.csv")
    try folder.write("id;groupe;q\nM1;A;Une première réponse, assez longue.\n", to: "premier.csv")
    try made("import", "premier.csv", "--answers", "q", "-p", "p.verbatim")
    let model = try folder.bytes("p.verbatim")
    // The journal comes when the first page is changed: kill as soon as it is there and the file has changed.
    var hasMetJournal = false
    for _ in 0..<10 where !hasMetJournal {
      try folder.write(model, to: "p.verbatim")
      try folder.write("", to: "entree")
      var process = try Binary.Process(
        ["import", "s.csv", "--answers", "q", "-p", "p.verbatim"], in: folder.path,
        files: [0: folder("entree"), 1: folder("sortie"), 2: folder("erreurs")])
      while process.wait(timeout: 0.002) == nil {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder("p.verbatim-journal"))
        guard (attributes?[.size] as? NSNumber)?.intValue ?? 0 > 0 else { continue }
        process.kill()
      }
      hasMetJournal = try folder.names.contains("p.verbatim-journal")
    }
    #expect(hasMetJournal, "a kill met the journal")
    #expect(try answerCount("p.verbatim") == 1)
    try expectWhole("p.verbatim", "after the journal")
  }

  /// So many that the import lasts seconds: this build's speed decides.
  private static let surveySize: Int = {
    #if DEBUG
      1000
    #else
      20_000
    #endif
  }()

  private func answerCount(_ project: String) throws -> Int {
    let lines = try run("info", "-p", project, "--format", "csv").stdout.split(whereSeparator: \.isNewline)
    return lines.first { $0.hasPrefix("question,") }?.split(separator: ",").last.flatMap { Int($0) } ?? 0
  }

  private func codingCount(_ project: String) throws -> Int {
    let lines = try run("info", "-p", project, "--format", "csv").stdout.split(whereSeparator: \.isNewline)
    return lines.first { $0.hasPrefix("codings,") }?.split(separator: ",").last.flatMap { Int($0) } ?? -1
  }
}

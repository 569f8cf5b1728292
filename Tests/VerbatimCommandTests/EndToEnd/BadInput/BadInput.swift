import Foundation
import Testing

/// A folder in which commands go wrong, and what must hold of each that does.
struct BadInput {
  let folder: TemporaryFolder

  /// - Parameter study: whether a project stands there: two questions, two codes, some codings.
  init(study: Bool = true) throws {
    folder = try TemporaryFolder()
    if study { try folder.write(Self.project.get(), to: "etude.verbatim") }
  }

  /// Expects a command to fail with this one line on standard error, this hint if any, and this code; to show
  /// nothing of an answer; and to leave every file of the folder as it was.
  @discardableResult
  func expect(
    _ arguments: String..., error: String, hint: String? = nil, code: Int32, input: String = "",
    environment: [String: String?] = [:], closing: Set<Int32> = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Binary.Run {
    let before = try folder.contents
    let run = try Binary.run(arguments, in: folder, input: input, environment: environment, closing: closing)
    let lines = run.stderr.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines.first == "error: " + error, sourceLocation: sourceLocation)
    if let hint { #expect(lines.dropFirst().first == hint, sourceLocation: sourceLocation) }
    #expect((2...3).contains(lines.count) && lines.last == "", sourceLocation: sourceLocation)
    #expect(run.code == code, sourceLocation: sourceLocation)
    #expect(run.stdout == "", sourceLocation: sourceLocation)
    for word in Self.secrets { #expect(!run.stderr.contains(word), sourceLocation: sourceLocation) }
    #expect(try folder.names == before.keys.sorted(), sourceLocation: sourceLocation)
    #expect(try folder.contents == before, sourceLocation: sourceLocation)
    return run
  }

  /// Words that stand in answers and nowhere else.
  static let secrets = ["tableaux", "patience", "formulaires", "secrétariat"]

  static let survey = """
    id;groupe;âge;q1;q2
    R1;A;31;Je remplis des tableaux toute la journée, et encore des tableaux.;Avec patience.
    R2;B;45;On perd le lien avec les familles.;On remplit les formulaires à leur place.
    R3;A;;Le secrétariat a disparu, on perd le lien.;

    """

  static let codebook = """
    title: Essai
    codes:
      - id: charge
        name: charge
        rule: tableau OR formulaire
      - id: lien
        name: perte de lien
        rule: '"perdre" BEFORE/3 lien'

    """

  private static let project = Swift.Result {
    let folder = try TemporaryFolder()
    try folder.write(survey, to: "s.csv")
    try folder.write(codebook, to: "c.yaml")
    for arguments in [
      ["import", "s.csv", "-p", "etude.verbatim", "--answers", "q1,q2"], ["codebook", "import", "c.yaml"],
      ["code", "charge", "R1/q1", "--coder", "anna"], ["code", "perte de lien", "R2/q1", "--coder", "anna"],
      ["code", "perte de lien", "R2/q1", "--quote", "le lien", "--coder", "bastien"],
    ] {
      let run = try Binary.run(arguments, in: folder)
      guard run.code == 0 else { throw SampleStudy.Unprepared(arguments: arguments, error: run.stderr) }
    }
    return try folder.bytes("etude.verbatim")
  }
}

import Foundation
import Testing

/// The sample study, imported and coded, in a folder of the test's own as `numerique.verbatim`.
struct SampleStudy {
  let folder: TemporaryFolder

  /// Everything that a person who has read the README would have done.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.whole.get(), to: "numerique.verbatim")
  }

  /// Runs a command and expects it to end well.
  ///
  /// - Returns: what it showed.
  func show(
    _ arguments: String..., input: String = "", environment: [String: String?] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try show(arguments, input: input, environment: environment, sourceLocation: sourceLocation)
  }

  func show(
    _ arguments: [String], input: String = "", environment: [String: String?] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let run = try run(arguments, input: input, environment: environment)
    #expect(run.stderr == "", sourceLocation: sourceLocation)
    #expect(run.code == 0, sourceLocation: sourceLocation)
    return run.stdout
  }

  func run(_ arguments: [String], input: String = "", environment: [String: String?] = [:]) throws
    -> Binary.Run
  {
    try Binary.run(arguments, in: folder, input: input, environment: environment)
  }

  static let survey = Binary.package + "/Corpora/numerique/reponses.csv"
  static let anna = Binary.package + "/Corpora/numerique/codages-anna.csv"
  static let bastien = Binary.package + "/Corpora/numerique/codages-bastien.csv"
  static let codebook = Binary.package + "/Codebooks/numerique.yaml"

  /// Made once, copied for every test.
  private static let whole = Swift.Result {
    let folder = try TemporaryFolder()
    for arguments in [
      ["import", survey, "-p", "numerique.verbatim"], ["codebook", "import", codebook],
      ["import", anna, "--as", "codings"], ["import", bastien, "--as", "codings"],
    ] {
      let run = try Binary.run(arguments, in: folder)
      guard run.code == 0 else { throw Unprepared(arguments: arguments, error: run.stderr) }
    }
    return try folder.bytes("numerique.verbatim")
  }

  struct Unprepared: Error {
    let arguments: [String]
    let error: String
  }
}

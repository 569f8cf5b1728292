import Foundation
import FrenchText
import Testing

/// Real texts that stand beside the repository on the machines of its makers.
private let folder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("shared/data")
private let files = [
  "tamis/tamis_2204_reponses_utf8bom_pointvirgule.csv", "tamis/tamis_libelles_long.csv",
  "iramuteq/cran-R.temis_Corpus_final.txt", "iramuteq/osp_lille_corpus_complet.txt",
  "messy/tamis_cp1252_pointvirgule.csv", "messy/tamis_utf16le_tab.txt", "granddebat/gdn2019_questions.csv",
  "granddebat/gdn2019_verbatims_long.csv.xz",
]

@Suite(
  .enabled(
    if: French.hasLexicon && FileManager.default.fileExists(atPath: folder.path), "no shared texts here"))
struct SharedCorporaTests {
  @Test("in real texts, offsets slice to words; cutting alone and decomposed give the same", arguments: files)
  func properties(_ file: String) throws {
    let url = folder.appendingPathComponent(file)
    guard FileManager.default.fileExists(atPath: url.path) else { return }
    let data = try Self.content(of: url)
    // Files in other encodings are read as if they were UTF-8: their bytes must do no harm.
    let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
    // Without optimisation, a part takes as long as all of it with.
    #if DEBUG
      let step = max(4, lines.count / 600)
    #else
      let step = 1
    #endif
    let (analyzer, tokenizer) = (try French.analyzer(), try French.analyzer())
    var spans: [TokenSpan] = []
    var (tokens, decomposed): ([AnalyzedToken], [AnalyzedToken]) = ([], [])
    var wrong = 0
    for line in stride(from: 0, to: lines.count, by: step).map({ lines[$0].prefix(100_000) }) {
      let scalars = Array(line.unicodeScalars)
      analyzer.analyze(String(line), into: &tokens)
      for token in tokens {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[Int(token.start)..<Int(token.end)])
        if Folding.form(String(view)) != analyzer.types[token.type].form { wrong += 1 }
      }
      tokenizer.tokenize(String(line), into: &spans)
      if spans != French.spans(of: tokens, analyzer) { wrong += 1 }
      analyzer.analyze(line.decomposedStringWithCanonicalMapping, into: &decomposed)
      if tokens.map(\.type) != decomposed.map(\.type) { wrong += 1 }
    }
    #expect(wrong == 0)
  }

  /// The bytes of a file, decompressed where its name ends in `.xz`.
  private static func content(of url: URL) throws -> Data {
    guard url.pathExtension == "xz" else { return try Data(contentsOf: url) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xz", "-dc", url.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    // A few megabytes are sample enough.
    let data = try pipe.fileHandleForReading.read(upToCount: 4 << 20) ?? Data()
    process.terminate()
    process.waitUntilExit()
    return data
  }
}

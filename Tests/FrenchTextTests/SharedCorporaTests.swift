import Foundation
import FrenchText
import Testing

/// Real texts that stand beside the repository on the machines of its makers.
private let folder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("shared/data")
private let files = [
  "tamis/tamis_2204_reponses_utf8bom_pointvirgule.csv", "iramuteq/cran-R.temis_Corpus_final.txt",
  "iramuteq/osp_lille_corpus_complet.txt",
]

@Suite(
  .enabled(
    if: French.hasLexicon && FileManager.default.fileExists(atPath: folder.path), "no shared texts here"))
struct SharedCorporaTests {
  @Test("on real texts, offsets slice to the token's word; decomposed text reads the same", arguments: files)
  func properties(_ file: String) throws {
    let data = try Data(contentsOf: folder.appendingPathComponent(file))
    let analyzer = try French.analyzer()
    var (tokens, decomposed): ([AnalyzedToken], [AnalyzedToken]) = ([], [])
    var wrong = 0
    // Without optimisation, a quarter takes as long as all of it with.
    #if DEBUG
      let step = 4
    #else
      let step = 1
    #endif
    for (number, line) in String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
      .enumerated()
    {
      guard number.isMultiple(of: step) else { continue }
      let scalars = Array(line.unicodeScalars)
      analyzer.analyze(String(line), into: &tokens)
      for token in tokens {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[Int(token.start)..<Int(token.end)])
        if Folding.form(String(view)) != analyzer.types[token.type].form { wrong += 1 }
      }
      analyzer.analyze(line.decomposedStringWithCanonicalMapping, into: &decomposed)
      if tokens.map(\.type) != decomposed.map(\.type) { wrong += 1 }
    }
    #expect(wrong == 0)
  }
}

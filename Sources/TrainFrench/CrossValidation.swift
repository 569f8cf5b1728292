import Foundation
import FrenchText

/// Scores by cross-validation over the sentences of all treebanks: each sentence is read with tables learnt
/// from the other folds.
struct CrossValidation {
  let lexicon: Lexicon
  let folds: Int
  let raw: RawTexts?

  /// Writes, for each treebank, `NAME.sys.tsv` in a folder, what the scorer of the treebanks reads, and
  /// `NAME.own.tsv`, the same with our own lemmas, which can be scored on words of content alone.
  func run(_ treebanks: [Treebank], into folder: String) throws {
    var output: [[String]] = treebanks.map { [String](repeating: "", count: $0.sentences.count) }
    var ownOutput = output
    for fold in 0..<folds {
      let training = treebanks.flatMap { bank in
        bank.sentences.enumerated().filter { $0.offset % folds != fold }.map(\.element)
      }
      let file = Learner(lexicon: lexicon, raw: raw).tables(from: training)
      let model = TaggerModel(file)
      let analyzer = FrenchAnalyzer(lexicon: lexicon, convention: .universalDependencies, model: model)
      let own = FrenchAnalyzer(lexicon: lexicon, convention: .verbatim, model: model)
      for (number, bank) in treebanks.enumerated() {
        for index in stride(from: fold, to: bank.sentences.count, by: folds) {
          output[number][index] = Listing.lines(bank.sentences[index].text, analyzer)
          ownOutput[number][index] = Listing.lines(bank.sentences[index].text, own)
        }
      }
      FileHandle.standardError.write(Data("fold \(fold): \(file.features.count) features\n".utf8))
    }
    for (kind, output) in [("sys", output), ("own", ownOutput)] {
      for (bank, lines) in zip(treebanks, output) {
        let path = "\(folder)/\(bank.name).\(kind).tsv"
        try lines.joined().write(toFile: path, atomically: true, encoding: .utf8)
      }
    }
  }
}

import Foundation
import FrenchText

/// Trains and scores the French tagger.
///
///     TrainFrench train TABLES CONLLU…          learns from treebanks, writes the tables
///     TrainFrench validate FOLDER CONLLU…       ten-fold cross-validation, writes FOLDER/NAME.sys.tsv, and with
///                                               our own lemmas FOLDER/NAME.own.tsv
/// Both take `--raw FILE`, texts a line each, to learn from them which words stand among the same neighbours and
/// what forms usually are.
///
///     TrainFrench analyze [ud]                  reads texts, a line each, prints their tokens
@main
enum Main {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let lexicon = try Lexicon()
    var raw: RawTexts?
    if let option = arguments.firstIndex(of: "--raw"), option + 1 < arguments.count {
      let text = try String(contentsOfFile: arguments[option + 1], encoding: .utf8)
      raw = RawTexts(text.split(separator: "\n").map { String($0) }, lexicon: lexicon)
      arguments.removeSubrange(option...(option + 1))
    }
    switch arguments.first {
    case "train" where arguments.count > 2:
      let sentences = try arguments.dropFirst(2).flatMap { try Treebank(path: $0).sentences }
      let bytes = Learner(lexicon: lexicon, raw: raw).tables(from: sentences).bytes()
      try Data(bytes).write(to: URL(fileURLWithPath: arguments[1]))
    case "validate" where arguments.count > 2:
      let treebanks = try arguments.dropFirst(2).map { try Treebank(path: $0) }
      try CrossValidation(lexicon: lexicon, folds: 10, raw: raw).run(treebanks, into: arguments[1])
    case "analyze":
      let convention: LemmaConvention = arguments.contains("ud") ? .universalDependencies : .verbatim
      let analyzer = FrenchAnalyzer(lexicon: lexicon, convention: convention)
      while let line = readLine() { print(Listing.lines(line, analyzer), terminator: "") }
    default:
      FileHandle.standardError.write(Data("usage: TrainFrench train|validate|analyze …\n".utf8))
      exit(64)
    }
  }
}

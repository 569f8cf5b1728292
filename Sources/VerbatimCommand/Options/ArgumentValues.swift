public import ArgumentParser
public import CodingAnalysis
public import CodingModel
public import CorpusIndex
public import Workbench

// How the values of options are written on the command line.

extension Autocoding.Extent: ExpressibleByArgument {}

extension Coding.Origin: ExpressibleByArgument {}

extension Concordance.Order: ExpressibleByArgument {}

extension ContextWidth: ExpressibleByArgument {
  /// `40` characters, `8w` words (`8m` in French).
  public init?(argument: String) {
    let isWords = argument.hasSuffix("w") || argument.hasSuffix("m")
    guard let number = Int(isWords ? argument.dropLast() : argument[...]), (0...10_000).contains(number)
    else {
      return nil
    }
    self = isWords ? .tokens(number) : .characters(number)
  }
}

extension CooccurrenceCounting: ExpressibleByArgument {}

extension CooccurrenceUnit: ExpressibleByArgument {
  /// How help names a value that is the default.
  public var defaultValueDescription: String { name }

  /// `answer`, `sentence`, `overlap`, `window:5`.
  public init?(argument: String) {
    switch argument {
    case "answer": self = .answer
    case "sentence": self = .sentence
    case "overlap": self = .overlap
    default:
      guard argument.hasPrefix("window:"), let tokens = Int(argument.dropFirst(7)),
        (0...1000).contains(tokens)
      else { return nil }
      self = .window(tokens: tokens)
    }
  }
}

extension CrossTabulating.Base: ExpressibleByArgument {}

extension CrossTabulating.Unit: ExpressibleByArgument {}

extension ExcerptSelection.Context: ExpressibleByArgument {
  /// How help names a value that is the default.
  public var defaultValueDescription: String {
    switch self {
    case .characters(let count): String(count)
    case .sentence: "sentence"
    case .answer: "answer"
    }
  }

  /// `80`, `sentence` or `answer`.
  public init?(argument: String) {
    switch argument {
    case "sentence": self = .sentence
    case "answer": self = .answer
    default:
      guard let count = Int(argument), (0...100_000).contains(count) else { return nil }
      self = .characters(count)
    }
  }
}

extension WordKey: ExpressibleByArgument {
  /// How help names the values.
  public static var allValueStrings: [String] { ["lemma", "form", "pos"] }

  /// How help names a value that is the default.
  public var defaultValueDescription: String {
    switch self {
    case .lemma: "lemma"
    case .form: "form"
    case .partOfSpeech: "pos"
    }
  }

  /// `lemma`, `form` or `pos`.
  public init?(argument: String) {
    switch argument {
    case "lemma": self = .lemma
    case "form": self = .form
    case "pos": self = .partOfSpeech
    default: return nil
    }
  }
}

public import ArgumentParser
public import CodingAnalysis
public import CodingModel
public import CorpusIndex
public import Workbench

// How the values of options are written on the command line.

extension AgreementMeasure: ExpressibleByArgument {}

extension AgreementUnit: ExpressibleByArgument {}

extension Assigning.Overlap: ExpressibleByArgument {
  /// How help names a value that is the default.
  public var defaultValueDescription: String {
    switch self {
    case .count(let count): String(count)
    case .share(let share): NumberText.write(share * 100).map { $0 + "%" } ?? ""
    }
  }

  /// `50` answers, or `20%` of them.
  public init?(argument: String) {
    if argument.hasSuffix("%") {
      guard let share = Numeral.parse(argument.dropLast().filter { $0 != " " && $0 != "\u{A0}" }),
        (0...100).contains(share)
      else { return nil }
      self = .share(share / 100)
    } else {
      guard let count = Int(argument), count >= 0 else { return nil }
      self = .count(count)
    }
  }
}

extension Autocoding.Extent: ExpressibleByArgument {}

extension Coding.Origin: ExpressibleByArgument {}

extension AssociationMeasure: ExpressibleByArgument {}

extension Collocations.Order: ExpressibleByArgument {
  /// How help names the values.
  public static var allValueStrings: [String] {
    AssociationMeasure.allCases.map(\.rawValue) + ["distance", "word"]
  }

  /// How help names a value that is the default.
  public var defaultValueDescription: String {
    switch self {
    case .measure(let measure): measure.rawValue
    case .distance: "distance"
    case .word: "word"
    }
  }

  /// A measure's name, `distance` or `word`.
  public init?(argument: String) {
    switch argument {
    case "distance": self = .distance
    case "word": self = .word
    default:
      guard let measure = AssociationMeasure(rawValue: argument) else { return nil }
      self = .measure(measure)
    }
  }
}

extension ContextWidth: ExpressibleByArgument {
  /// `8` words and marks (also `8w`, and `8m` in French), `60c` characters.
  public init?(argument: String) {
    let unit = argument.last.map { "wmc".contains($0) } ?? false ? argument.last : nil
    guard let number = Int(unit == nil ? argument[...] : argument.dropLast()), (0...10_000).contains(number)
    else {
      return nil
    }
    self = unit == "c" ? .characters(number) : .tokens(number)
  }
}

extension CooccurrenceCounting: ExpressibleByArgument {}

extension CooccurrenceUnit: ExpressibleByArgument {
  /// How help names the values.
  public static var allValueStrings: [String] { ["answer", "sentence", "overlap", "window:5"] }

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

extension Settling.Extent: ExpressibleByArgument {}

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

extension Act.Kind: ExpressibleByArgument {}
extension RuleScoring.Unit: ExpressibleByArgument {}

public import CodingModel

/// What is written of a code beside its name and place.
public enum CodebookField: String, Sendable, CaseIterable {
  case colour, definition, inclusion, exclusion, examples, rule, memo

  /// The field's text; empty where nothing is written. Examples stand one a line.
  public func text(of content: CodeContent) -> String {
    switch self {
    case .colour: content.colour?.description ?? ""
    case .definition: content.definition
    case .inclusion: content.inclusion
    case .exclusion: content.exclusion
    case .examples: content.examples.joined(separator: "\n")
    case .rule: content.rule ?? ""
    case .memo: content.memo
    }
  }
}

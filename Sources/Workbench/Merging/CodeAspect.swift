import CodingModel

/// What of a code two projects can differ in, and a merge chooses for itself.
enum CodeAspect: String, CaseIterable {
  case name, colour, definition, inclusion, exclusion, examples, rule, memo, parent

  /// What a code's content says of it; nil of what is told by codes rather than by text: the rule and the parent.
  func text(of content: CodeContent) -> String? {
    switch self {
    case .name: content.name
    case .colour: content.colour?.description ?? ""
    case .definition: content.definition
    case .inclusion: content.inclusion
    case .exclusion: content.exclusion
    case .examples: content.examples.joined(separator: "\u{1}")
    case .memo: content.memo
    case .rule, .parent: nil
    }
  }
}

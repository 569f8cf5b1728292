/// A theme of the codebook, that codings attach to answers.
public struct Code: Hashable, Sendable {
  /// Its identity in the project file.
  public let id: RowID<Code>
  /// The identity that survives renaming, moving and export: letters, digits and hyphens, made from its
  /// first name, unique in a project.
  public let key: String
  /// The code it stands under, or nil at the top of the tree.
  public let parent: RowID<Code>?
  /// Everything people write of it.
  public let content: CodeContent

  /// A code as stored.
  public init(id: RowID<Code>, key: String, parent: RowID<Code>?, content: CodeContent) {
    self.id = id
    self.key = key
    self.parent = parent
    self.content = content
  }

  /// Its name, unique among the codes of one parent.
  public var name: String { content.name }
}

/// What people write of a code: its name and what says when to use it.
public struct CodeContent: Hashable, Sendable {
  /// The name, unique among the codes of one parent.
  public var name: String
  /// The colour it is shown in.
  public var colour: Colour?
  /// What the theme is.
  public var definition: String
  /// When to code it.
  public var inclusion: String
  /// When not to code it, and what to code instead.
  public var exclusion: String
  /// Typical answers.
  public var examples: [String]
  /// A query whose hits `autocode` codes; nil for codes that are given by hand only.
  public var rule: String?
  /// A note of the team on it.
  public var memo: String

  /// A code's content; all but the name may be left out.
  public init(
    name: String, colour: Colour? = nil, definition: String = "", inclusion: String = "",
    exclusion: String = "", examples: [String] = [], rule: String? = nil, memo: String = ""
  ) {
    self.name = name
    self.colour = colour
    self.definition = definition
    self.inclusion = inclusion
    self.exclusion = exclusion
    self.examples = examples
    self.rule = rule
    self.memo = memo
  }
}

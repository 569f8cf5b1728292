public import CodingModel
import ProjectStore
import QueryLanguage

/// A study's codebook, with how often each code was given.
public struct CodebookListing {
  /// A code with its place in the tree and its counts.
  public struct Line: Sendable {
    /// The code.
    public let code: Code
    /// What it is called: its name, or a path where names repeat.
    public let name: String
    /// How deep it stands, 0 at the top.
    public let depth: Int
    /// The name of the code it stands under; nil at the top.
    public let parent: String?
    /// Its codings, and the answers with at least one.
    public let codings: Int, answers: Int
  }

  /// Something about a codebook that its authors will want to look at.
  public enum Remark: Sendable {
    /// A code without a definition.
    case noDefinition(String)
    /// A code whose rule is no right query, or names what is not there.
    case badRule(String, any Error & Sendable)
    /// A code whose rule names the code itself, or codes whose rules name each other in a circle: what a rule finds cannot
    /// be what it starts from.
    case circularRules([String])
    /// Two codes of the same name.
    case repeatedName(String)
    /// Two codes under one parent whose names differ only in case, blanks or what cannot be seen.
    case likeNames(String, String)
    /// Two codes of the same colour.
    case sameColour(String, String)
    /// A code given to no answer.
    case unused(String)
  }

  private let study: Study

  /// The codebook of a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Every code, parents before the codes under them.
  ///
  /// - Parameter coders: count only codings by these coders, by name; all where empty.
  public func lines(coders: [String] = []) throws -> [Line] {
    try study.project.read { reader in
      let names = CodeNames(try reader.codes())
      let ids = try coders.map { try reader.coder(called: $0).id }
      let counts = try reader.codingCounts(coders: ids.isEmpty ? nil : Set(ids))
      return names.codes.map { code in
        Line(
          code: code, name: names.name(of: code.id), depth: names.depth(of: code),
          parent: code.parent.map { names.name(of: $0) }, codings: counts[code.id]?.codings ?? 0,
          answers: counts[code.id]?.answers ?? 0)
      }
    }
  }

  /// The codebook as a value, to be written to a file.
  public func tree() throws -> CodebookTree {
    try study.project.read { reader in
      let heading = try reader.codebookHeading()
      return CodebookTree(
        title: heading.title, description: heading.description, codes: try reader.codes())
    }
  }

  /// What there is to remark on the codebook: rules that do not work, names and colours that repeat, codes
  /// without a definition. Codes that nobody gave are remarked on once there are codings.
  public func remarks() throws -> [Remark] {
    let lines = try lines()
    let parents = Set(lines.compactMap(\.code.parent))
    let hasCodings = lines.contains { $0.codings > 0 }
    var remarks: [Remark] = []
    var colours: [Colour: String] = [:]
    var spellings: [RowID<Code>?: [String: String]] = [:]
    let names = CodeNames(lines.map(\.code))
    let withRule = names.codes.filter { $0.content.rule != nil }
    for circle in RuleOrder.circles(withRule, names) {
      remarks.append(.circularRules(circle.map { names.name(of: $0.id) }))
    }
    for line in lines {
      let content = line.code.content
      let isHeading = parents.contains(line.code.id)
      if let rule = content.rule {
        do {
          _ = try study.search(rule)
        } catch let error as QueryError {
          remarks.append(.badRule(line.name, error))
        }
      }
      if line.name != content.name { remarks.append(.repeatedName(line.name)) }
      let key = CodeLikeness.key(content.name)
      if let other = spellings[line.code.parent]?[key] {
        remarks.append(.likeNames(other, line.name))
      } else {
        spellings[line.code.parent, default: [:]][key] = line.name
      }
      if content.definition.isEmpty && !isHeading { remarks.append(.noDefinition(line.name)) }
      if let colour = content.colour {
        if let other = colours[colour] {
          remarks.append(.sameColour(other, line.name))
        } else {
          colours[colour] = line.name
        }
      }
      if hasCodings && line.codings == 0 && !isHeading { remarks.append(.unused(line.name)) }
    }
    return remarks
  }
}

import CodingModel
import Interchange
import ProjectStore
import QueryLanguage

/// Bringing a codebook file into a study.
///
/// A code is recognised by its key, else by its name under the same parent. What the file says replaces what
/// the project has; codes that the file does not name stay as they are, and none is ever deleted.
public struct CodebookImport {
  /// What an import did.
  public struct Outcome: Sendable {
    /// Names of the codes added, changed and moved.
    public var added: [String] = [], changed: [String] = [], moved: [String] = []
    /// Every difference that the import made, one by one.
    public var changes: [CodebookChange] = []
    /// How many codes of the file were as the project has them.
    public var identical = 0
    /// Names of codes that the project has and the file does not name.
    public var absent: [String] = []
    /// The rules of the file that name what the project does not have, as errors in ``StudyError/inFile(path:line:underlying:)``:
    /// codes, variables and their values, questions or coders that may still come.
    public var unresolvedRules: [StudyError] = []
  }

  private let study: Study

  /// Importing into a study.
  public init(_ study: Study) {
    self.study = study
  }

  /// Stores the codebook of a file, YAML or CSV, as one act.
  ///
  /// - Parameter isDryRun: only says what would be done.
  /// - Throws: `CodebookFileError` with the position of what is wrong with the file,
  ///   ``StudyError/badRule(code:underlying:)`` in ``StudyError/inFile(path:line:underlying:)`` where a rule is
  ///   no right query and ``StudyError/hiddenInCodeName(_:)``, ``StudyError/codeLike(existing:)`` or
  ///   ``StudyError/codeLooksLike(_:existing:)`` in it where a name is new, `ActError`, `ProjectError`; nothing is stored
  ///   then.
  public func run(_ path: String, coder: String = "", isDryRun: Bool = false) throws -> Outcome {
    let file = try CodebookFileReader.read(path)
    for ((node, _, _), location) in zip(file.tree.flattened, file.locations) {
      guard let rule = node.content.rule else { continue }
      do {
        _ = try QueryParser.parse(rule)
      } catch {
        throw StudyError.inFile(
          path: path, line: (location.rule ?? location.code).line,
          underlying: StudyError.badRule(code: node.content.name, underlying: error))
      }
    }
    let name = FileName(path).last
    do {
      var outcome: Outcome
      do {
        outcome = try run(file.tree, file: name, coder: coder, isDryRun: isDryRun)
      } catch let dryRun as DryRun<Outcome> {
        outcome = dryRun.result
      }
      outcome.unresolvedRules = try unresolvedRules(of: file, path)
      return outcome
    } catch let misnamed as CodebookMerging.Misnamed {
      throw StudyError.inFile(
        path: path, line: file.locations[misnamed.index].code.line, underlying: misnamed.problem)
    }
  }

  private func unresolvedRules(of file: CodebookFile, _ path: String) throws -> [StudyError] {
    // A dry run has not stored the file's own codes.
    let names = RuleNames(
      study, besides: Set(file.tree.flattened.map { $0.node.content.name.folded }))
    return try zip(file.tree.flattened, file.locations).compactMap { item, location in
      guard let rule = item.node.content.rule, let problem = try names.problem(in: rule) else { return nil }
      return .inFile(
        path: path, line: (location.rule ?? location.code).line,
        underlying: StudyError.badRule(code: item.node.content.name, underlying: problem))
    }
  }

  /// A code and those under it with their names as they are stored.
  static func stored(_ node: CodebookTree.Node) -> CodebookTree.Node {
    var node = node
    node.content.name = node.content.name.storedName
    node.children = node.children.map(stored)
    return node
  }

  /// A code and those under it with their names as they are stored: as the project has them where it has just these, else
  /// with one space between words.
  private static func stored(_ node: CodebookTree.Node, among known: Set<String>) -> CodebookTree.Node {
    var node = node
    let name = node.content.name.storedName
    node.content.name = known.contains(name) ? name : CodeLikeness.spaced(node.content.name)
    node.children = node.children.map { stored($0, among: known) }
    return node
  }

  /// Stores a codebook whose rules are right, as one act; `file` is what the history calls its origin.
  func run(_ tree: CodebookTree, file: String, coder: String, isDryRun: Bool = false) throws -> Outcome {
    try study.project.perform(.importCodebook, coder: coder) { act in
      let known = Set(try act.reader.codes().map(\.name))
      let tree = CodebookTree(
        title: tree.title.storedName, description: tree.description,
        roots: tree.roots.map { Self.stored($0, among: known) })
      guard tree.flattened.allSatisfy({ CodeContent.isName($0.node.content.name) }) else {
        throw StudyError.badCodeName
      }
      let before = try Self.tree(act.reader)
      var merging = try CodebookMerging(tree, act)
      try merging.add(tree.roots, under: nil)
      try merging.finish()
      // A CSV has neither; what the project has then stays.
      if !tree.title.isEmpty || !tree.description.isEmpty {
        try act.setCodebookHeading(title: tree.title, description: tree.description)
      }
      var outcome = merging.outcome
      outcome.changes = CodebookDiff.changes(from: before, to: try Self.tree(act.reader))
      act.details = [
        "file": file, "added": String(outcome.added.count), "changed": String(outcome.changed.count),
        "moved": String(outcome.moved.count),
      ]
      if isDryRun { throw DryRun(result: outcome) }
      return outcome
    }.result
  }

  private static func tree(_ reader: ProjectReader) throws -> CodebookTree {
    let heading = try reader.codebookHeading()
    return CodebookTree(title: heading.title, description: heading.description, codes: try reader.codes())
  }
}

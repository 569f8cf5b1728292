public import CodingModel
import Foundation
import Interchange
import ProjectStore

/// The states of a codebook that can be compared: the present one, those that it was in, and those of files.
public struct CodebookStates {
  private let study: Study

  /// The states of a study's codebook.
  public init(_ study: Study) {
    self.study = study
  }

  /// The words that mean the present state.
  public static let now: Set = ["now", "maintenant"]

  /// The state that a text names: `now`, an act's number (the state just after it, 0 for before all acts), a date or time
  /// (the state at its end), or a codebook file.
  ///
  /// - Throws: ``StudyError/unknownState(_:)``, `ActError.noSuchAct`, `ActError.stateForgotten`, `CodebookFileError`.
  public func tree(_ state: String) throws -> CodebookTree {
    if Self.now.contains(state) { return try CodebookListing(study).tree() }
    if Self.isFile(state) { return try Self.file(state) }
    return try study.project.read { reader in
      let acts = try reader.history()
      let moment: RowID<Act>?
      if let number = Int64(state) {
        moment = number == 0 ? nil : RowID(number)
      } else if let time = HistoryTime(state) {
        moment = acts.first { time.reaches($0.date) }?.id
      } else {
        throw StudyError.unknownState(state)
      }
      guard let moment else { return CodebookTree() }
      let (title, description, codes) = try reader.codebook(at: moment)
      return CodebookTree(title: title, description: description, codes: codes)
    }
  }

  /// Whether a state is one of a file's: no project is needed for it.
  public static func isFile(_ state: String) -> Bool {
    FileManager.default.fileExists(atPath: state)
      || ["yaml", "yml", "csv", "tsv"].contains(FileName(state).ending)
  }

  /// The codebook of a file.
  ///
  /// - Throws: `CodebookFileError` and the errors of reading.
  public static func file(_ path: String) throws -> CodebookTree {
    var tree = try CodebookFileReader.read(path).tree
    tree.roots = tree.roots.map(CodebookImport.stored)
    return tree
  }
}

extension CodebookTree {
  /// A codebook of codes as stored, parents before the codes under them.
  init(title: String, description: String, codes: [Code]) {
    let children = Dictionary(grouping: codes, by: \.parent)
    func nodes(_ parent: RowID<Code>?) -> [Node] {
      (children[parent] ?? []).map { Node(key: $0.key, content: $0.content, children: nodes($0.id)) }
    }
    self.init(title: title, description: description, roots: nodes(nil))
  }
}

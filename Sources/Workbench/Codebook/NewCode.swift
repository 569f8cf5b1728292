import CodingModel
import ProjectStore

extension ActWriter {
  /// Adds a code that somebody made here, with a key that another made in a copy of the project has only where it means
  /// the same: the place in the tree is part of it, and so are the signs of a name that letters do not write.
  func addNewCode(_ content: CodeContent, under parent: RowID<Code>?) throws -> RowID<Code> {
    let codes = try reader.codes()
    let above = codes.first { $0.id == parent }?.key
    let key = CodeKey.make(from: content.name, under: above)
    return try addCode(content, key: CodeKey.unique(key, among: Set(codes.map(\.key))), under: parent)
  }
}

import CodingModel
public import Foundation
import Yams

/// Reads the codebooks that people write, in YAML.
///
///     title: Le numérique dans le travail social
///     description: …
///     codes:
///       - id: perte-de-lien
///         name: perte de lien
///         colour: "#c0392b"
///         definition: …
///         inclusion: …
///         exclusion: …
///         examples: ["…", "…"]
///         rule: 'lien AND perdre'
///         memo: …
///         codes: […]
///
/// A code may also stand at any place and name its `parent` (an id, a name or a path). A list entry that is
/// only text is a code with that name. Values are text, whatever YAML would make of `yes` or `1.0`.
public enum CodebookYAMLReader {
  /// Reads the file at `path`. Cost: linear in its size, of at most ``CodebookLimits/bytes``.
  public static func read(path: String) throws(CodebookFileError) -> CodebookFile {
    do { return try read(InputFile.read(path)) } catch let error as InputFileError {
      throw CodebookFileError(.file(error))
    } catch let error as CodebookFileError {
      throw error
    } catch {
      throw CodebookFileError(.file(.unreadable))
    }
  }

  /// Reads a file's bytes, in any encoding of ``TextEncoding``.
  public static func read(_ data: Data) throws(CodebookFileError) -> CodebookFile {
    guard data.count <= CodebookLimits.bytes else { throw CodebookFileError(.tooLarge) }
    do {
      let text = try DelimitedText(data, encoding: nil)
      guard let invalid = text.invalid else {
        return try read(String(decoding: text.utf8.dropFirst(text.start), as: UTF8.self))
      }
      let before = text.utf8.prefix(invalid)
      throw CodebookFileError(
        .text(.invalidText(text.encoding, line: before.count { $0 == 10 } + 1, column: 1)),
        at: FilePosition(line: before.count { $0 == 10 } + 1, column: 0))
    } catch let error as CodebookFileError {
      throw error
    } catch let error as DelimitedError {
      throw CodebookFileError(error == .empty ? .empty : .text(error))
    } catch {
      throw CodebookFileError(.text(.notText))
    }
  }

  /// Reads text.
  public static func read(_ text: String) throws(CodebookFileError) -> CodebookFile {
    guard text.utf8.count <= CodebookLimits.bytes else { throw CodebookFileError(.tooLarge) }
    try YAMLAliases.refuse(in: text)
    var document = YAMLCodebook(lines: text)
    guard let root = try YAMLDocument.compose(text) else { throw CodebookFileError(.empty) }
    try document.take(root)
    return try CodebookAssembler.assemble(
      document.entries, title: document.title, description: document.description)
  }
}

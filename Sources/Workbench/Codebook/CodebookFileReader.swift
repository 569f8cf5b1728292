import Foundation
import Interchange

/// Reading a codebook file of either format.
enum CodebookFileReader {
  /// The codebook in a file: CSV where the name ends so, YAML otherwise.
  static func read(_ path: String) throws -> CodebookFile {
    ["csv", "tsv"].contains(FileName(path).ending)
      ? try CodebookCSVReader.read(path: path) : try CodebookYAMLReader.read(path: path)
  }
}

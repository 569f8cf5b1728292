import Yams

/// A YAML document as a tree of nodes.
enum YAMLDocument {
  /// The root of the one document in `text`; nil where there is none.
  static func compose(_ text: String) throws(CodebookFileError) -> Node? {
    do {
      // The encoding must be given: by default the parser asks the environment, and prints.
      return try Parser(yaml: text, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw problem(error)
    } catch {
      throw CodebookFileError(.syntax(detail: ""))
    }
  }

  private static func problem(_ error: YamlError) -> CodebookFileError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return CodebookFileError(.syntax(detail: problem), at: FilePosition(mark))
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0).unicodeScalars
      let line = before.count { $0 == "\n" } + 1
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      return CodebookFileError(.syntax(detail: problem), at: FilePosition(line: line, column: column))
    case .duplicatedKeysInMapping(let keys, let context):
      return CodebookFileError(.repeatedKey(keys.first ?? ""), at: FilePosition(context.mark))
    default:
      return CodebookFileError(.syntax(detail: ""))
    }
  }
}

extension FilePosition {
  /// A place as the YAML parser gives it.
  init(_ mark: Mark?) {
    self.init(line: mark?.line ?? 0, column: mark?.column ?? 0)
  }
}

public import FrenchText

/// Which parts of speech words are counted of.
public enum TagSelection: Hashable, Sendable {
  /// All but punctuation and symbols. Of tags of a corpus's own set nothing is known: there, what is made of marks is
  /// punctuation.
  case words
  /// Those that a ``TagName`` of one of these texts finds.
  case tags(Set<String>)
}

extension TagSelection: ExpressibleByArrayLiteral {
  /// These of the 17 parts of speech.
  public init(arrayLiteral elements: PartOfSpeech...) {
    self = .tags(Set(elements.map(\.tag)))
  }
}

/// What `pos:` and `--pos` find tags by: the tag, or the first part of one such as `DET:ART` or `ADP+DET`, in either
/// case.
public struct TagName: Hashable, Sendable {
  private let name: String

  /// The name as it was typed.
  public init(_ typed: String) {
    name = typed.lowercased()
  }

  /// Whether it finds a tag.
  public func finds(_ tag: String) -> Bool {
    let tag = tag.lowercased()
    return tag == name || tag.split { $0 == "+" || $0 == ":" }.first.map { $0 == name } ?? false
  }
}

extension TypeTableReader {
  /// For each type whether it is selected.
  func isSelected(by selection: TagSelection) throws -> [Bool] {
    switch selection {
    case .words:
      return try (0..<UInt32(count)).map { type in
        switch try partOfSpeech(of: type) {
        case .punctuation, .symbol: false
        case .other: try !hasForeignTag(type) || kind(of: type) != .punctuation
        default: true
        }
      }
    case .tags(let texts):
      let names = texts.map { TagName($0) }
      let usual = PartOfSpeech.allCases.map { part in names.contains { $0.finds(part.tag) } }
      var foreign: [String: Bool] = [:]
      return try (0..<UInt32(count)).map { type in
        guard let tag = try foreignTag(of: type) else {
          return try usual[Int(partOfSpeech(of: type).rawValue)]
        }
        if let known = foreign[tag] { return known }
        let isFound = names.contains { $0.finds(tag) }
        foreign[tag] = isFound
        return isFound
      }
    }
  }
}

import CodingModel
import Foundation
import ProjectStore
import QueryLanguage

/// The codes that rules refer to by name, which must go on meaning the same codes when the codebook changes.
enum RuleReferences {
  /// Rewrites the names of codes in rules where they would no longer lead to the code that they led to.
  ///
  /// - Parameters:
  ///   - before: the codebook when the rules were right.
  ///   - replaced: codes that are to stand where others stood.
  /// - Returns: the names of the codes whose rules were rewritten.
  static func follow(
    _ before: CodeNames, replaced: [RowID<Code>: RowID<Code>] = [:], in act: ActWriter
  ) throws -> [String] {
    let after = CodeNames(try act.reader.codes())
    var rewritten: [String] = []
    for code in after.codes {
      guard let rule = code.content.rule, let new = renamed(rule, before, after, replaced) else { continue }
      var content = code.content
      content.rule = new
      if try act.setContent(content, of: code) { rewritten.append(after.name(of: code.id)) }
    }
    return rewritten
  }

  /// A rule with the names that lead elsewhere now; nil where none does.
  static func renamed(
    _ rule: String, _ before: CodeNames, _ after: CodeNames, _ replaced: [RowID<Code>: RowID<Code>]
  ) -> String? {
    guard let query = try? QueryParser.parse(rule) else { return nil }
    var scalars = Array(rule.unicodeScalars)
    var isChanged = false
    let filters = query.codeFilters.sorted { $0.filter.valueRange > $1.filter.valueRange }
    for (filter, name) in filters where filter.valueRange.end <= scalars.count {
      guard let old = try? before.code(called: name) else { continue }
      let wanted = replaced[old.id] ?? old.id
      guard let new = after[wanted] else { continue }
      let hasMoved = wanted != old.id || before.path(of: old) != after.path(of: new)
      let leadsThere = (try? after.code(called: name))?.id == wanted
      if leadsThere, !hasMoved || name == new.key { continue }
      let written = after.name(of: wanted)
      if leadsThere, written.precomposed == name.precomposed { continue }
      scalars.replaceSubrange(filter.valueRange.start..<filter.valueRange.end, with: quoted(written))
      isChanged = true
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return isChanged ? String(text) : nil
  }

  /// A rule with every code named by a key: what it says, whatever codes are called.
  static func keyed(_ rule: String, _ names: CodeNames, _ key: (RowID<Code>) -> String?) -> String {
    guard let query = try? QueryParser.parse(rule) else { return rule }
    var scalars = Array(rule.unicodeScalars)
    let filters = query.codeFilters.sorted { $0.filter.valueRange > $1.filter.valueRange }
    for (filter, name) in filters where filter.valueRange.end <= scalars.count {
      guard let key = (try? names.code(called: name)).flatMap({ key($0.id) }) else { continue }
      scalars.replaceSubrange(filter.valueRange.start..<filter.valueRange.end, with: quoted(key))
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// The names of the codes whose rules refer to one of these codes, those codes themselves left out.
  static func referring(to codes: Set<RowID<Code>>, _ names: CodeNames) -> [String] {
    names.codes.filter { code in
      guard !codes.contains(code.id), let rule = code.content.rule, let query = try? QueryParser.parse(rule)
      else {
        return false
      }
      return query.codeFilters.contains { filter in
        (try? names.code(called: filter.name)).map { codes.contains($0.id) } ?? false
      }
    }.map { names.name(of: $0.id) }
  }

  private static func quoted(_ name: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = ["\""]
    for scalar in name.unicodeScalars {
      if ["\"", "“", "”", "„", "\\"].contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return result + ["\""]
  }
}

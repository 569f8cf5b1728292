/// The suffix rules, by the ending they give a form and by flag.
struct SuffixTable: Sendable {
  /// The rules that give one ending and take off the same one, by key.
  struct Group: Sendable {
    let strip: [UInt8]
    var rules: [UInt16]
  }

  let rules: [SuffixRule]
  /// By the key of what is appended.
  private let groups: [[UInt8]: [Group]]
  private let byFlag: [UInt16: [UInt16]]
  let longestAppend: Int

  /// Reads the rules of an `.aff` file.
  init(_ bytes: [UInt8]) {
    var rules: [SuffixRule] = []
    for line in bytes.split(separator: 0x0A) where line.starts(with: [0x53, 0x46, 0x58, 0x20]) {
      // Forms with a pronoun hung on (`vas-y`) are the tokeniser's.
      if let rule = SuffixRule(line: line), !rule.append.contains(0x2D) { rules.append(rule) }
    }
    var groups: [[UInt8]: [Group]] = [:]
    var byFlag: [UInt16: [UInt16]] = [:]
    for (index, rule) in rules.enumerated() {
      let number = UInt16(truncatingIfNeeded: index)
      byFlag[rule.flag, default: []].append(number)
      let strip = FoldedBytes.key(String(decoding: rule.strip, as: UTF8.self))
      let append = FoldedBytes.key(String(decoding: rule.append, as: UTF8.self))
      var list = groups[append] ?? []
      if let place = list.firstIndex(where: { $0.strip == strip }) {
        list[place].rules.append(number)
      } else {
        list.append(Group(strip: strip, rules: [number]))
      }
      groups[append] = list
    }
    self.rules = rules
    self.groups = groups
    self.byFlag = byFlag
    longestAppend = groups.keys.map(\.count).max() ?? 0
  }

  /// The groups of rules that append this, by key.
  func groups(appending ending: ArraySlice<UInt8>) -> [Group] { groups[Array(ending)] ?? [] }

  /// The rules of a flag.
  func rules(of flag: UInt16) -> [UInt16] { byFlag[flag] ?? [] }
}

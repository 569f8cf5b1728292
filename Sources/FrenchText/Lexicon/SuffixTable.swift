/// The suffix rules, by the ending they give a form and by flag.
struct SuffixTable: Sendable {
  /// The rules that give one ending and take off the same one, by key.
  struct Group: Sendable {
    let strip: [UInt8]
    var rules: [UInt16]
  }

  let rules: [SuffixRule]
  /// By the hash of what is appended, read backwards.
  private let groups: [UInt64: [Group]]
  private let byFlag: [UInt16: [UInt16]]
  let longestAppend: Int

  /// Reads the rules of an `.aff` file.
  init(_ bytes: [UInt8]) {
    var rules: [SuffixRule] = []
    for line in bytes.split(separator: 0x0A) where line.starts(with: [0x53, 0x46, 0x58, 0x20]) {
      // Forms with a pronoun hung on (`vas-y`) are the tokeniser's.
      if let rule = SuffixRule(line: line), !rule.append.contains(0x2D) { rules.append(rule) }
    }
    var groups: [UInt64: [Group]] = [:]
    var longest = 0
    var (strip, append): ([UInt8], [UInt8]) = ([], [])
    var byFlag: [UInt16: [UInt16]] = [:]
    for (index, rule) in rules.enumerated() {
      let number = UInt16(truncatingIfNeeded: index)
      byFlag[rule.flag, default: []].append(number)
      strip.removeAll(keepingCapacity: true)
      append.removeAll(keepingCapacity: true)
      unsafe rule.strip.withUnsafeBufferPointer { unsafe FoldedBytes.append($0, to: &strip) }
      unsafe rule.append.withUnsafeBufferPointer { unsafe FoldedBytes.append($0, to: &append) }
      var hash = KeyHash()
      for byte in append.reversed() { hash.add(byte) }
      longest = max(longest, append.count)
      Self.add(number, strip, to: &groups[hash.value, default: []])
    }
    self.rules = rules
    self.groups = groups
    self.byFlag = byFlag
    longestAppend = longest
  }

  private static func add(_ rule: UInt16, _ strip: [UInt8], to groups: inout [Group]) {
    if let place = groups.firstIndex(where: { $0.strip == strip }) {
      groups[place].rules.append(rule)
    } else {
      groups.append(Group(strip: strip, rules: [rule]))
    }
  }

  /// The groups of rules that append what has this hash, read backwards.
  func groups(appending hash: UInt64) -> [Group]? { groups[hash] }

  /// The rules of a flag.
  func rules(of flag: UInt16) -> [UInt16] { byFlag[flag] ?? [] }
}

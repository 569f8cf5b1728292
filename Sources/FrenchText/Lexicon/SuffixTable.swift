/// The suffix rules, by the ending they give a form and by flag; built in one pass over the file.
struct SuffixTable: Sendable {
  /// The rules that give one ending and take off the same one, by key.
  struct Group: Sendable {
    /// What is taken off, by its key: where it stands among ``strips``.
    let strip: Range<Int32>
    let firstRule: Int32
    var lastRule: Int32
    /// The next group that gives the same ending; -1 after the last.
    var next: Int32
  }

  private(set) var rules: [SuffixRule] = []
  private(set) var groups: [Group] = []
  private(set) var strips: [UInt8] = []
  /// For each rule, the next one of its group; -1 after the last.
  private(set) var nextInGroup: [Int32] = []
  private(set) var conditions: [SuffixCondition] = []
  private(set) var longestAppend = 0
  private let bytes: [UInt8]
  /// The first group of what is appended, by its hash read backwards; open addressing, a number of -1 is free.
  private var endings: [(hash: UInt64, group: Int32)]
  private static let endingBits = 13
  /// For each flag, its first rule; for each rule, the next one of its flag.
  private var firstOfFlag = [Int32](repeating: -1, count: 1 << 16)
  private var nextOfFlag: [Int32] = []

  /// Reads the rules of an `.aff` file. Cost: some 2 ms for 6,000 rules.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    endings = Array(repeating: (0, -1), count: 1 << Self.endingBits)
    var builder = Builder()
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        var end = index
        while end < buffer.count, unsafe buffer[end] != 0x0A { end += 1 }
        if unsafe end - index > 4 && buffer[index] == 0x53 && buffer[index + 1] == 0x46
          && buffer[index + 2] == 0x58 && buffer[index + 3] <= 0x20
        {
          unsafe read(buffer, index..<end, &builder)
        }
        index = end + 1
      }
    }
  }

  /// What is needed while reading alone.
  private struct Builder {
    var conditions: [UInt64: UInt16] = [:]
    var lastOfFlag = [Int32](repeating: -1, count: 1 << 16)
    var strip: [UInt8] = []
    var append: [UInt8] = []
  }

  /// Reads a line `SFX flag strip append[/flags] condition morphology…`; passes over what is none.
  private mutating func read(
    _ buffer: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ builder: inout Builder
  ) {
    var place = line.lowerBound + 3
    func field() -> Range<Int> {
      while place < line.upperBound, unsafe buffer[place] <= 0x20 { place += 1 }
      let start = place
      while place < line.upperBound, unsafe buffer[place] > 0x20 { place += 1 }
      return start..<place
    }
    let (flagField, stripField, appendField, pattern) = (field(), field(), field(), field())
    guard flagField.count == 2, !pattern.isEmpty, rules.count < 1 << 15 else { return }
    let flag = unsafe UInt16(buffer[flagField.lowerBound]) << 8 | UInt16(buffer[flagField.lowerBound + 1])
    let strip = unsafe Self.text(buffer, stripField)
    var appendEnd = appendField.lowerBound
    while appendEnd < appendField.upperBound, unsafe buffer[appendEnd] != 0x2F { appendEnd += 1 }
    let append = unsafe Self.text(buffer, appendField.lowerBound..<appendEnd)
    // Forms with a pronoun hung on (`vas-y`) are the tokeniser's.
    if unsafe buffer[append].contains(0x2D) { return }
    let number = Int32(rules.count)
    rules.append(
      SuffixRule(
        flag: flag, strip: UInt32(strip.lowerBound)..<UInt32(strip.upperBound),
        append: UInt32(append.lowerBound)..<UInt32(append.upperBound),
        condition: unsafe condition(UnsafeBufferPointer(rebasing: buffer[pattern]), &builder),
        morphology: unsafe Morphology(
          fields: UnsafeBufferPointer(rebasing: buffer[place..<line.upperBound]))))
    nextInGroup.append(-1)
    nextOfFlag.append(-1)
    let before = builder.lastOfFlag[Int(flag)]
    if before < 0 { firstOfFlag[Int(flag)] = number } else { nextOfFlag[Int(before)] = number }
    builder.lastOfFlag[Int(flag)] = number
    builder.strip.removeAll(keepingCapacity: true)
    builder.append.removeAll(keepingCapacity: true)
    unsafe FoldedBytes.append(UnsafeBufferPointer(rebasing: buffer[strip]), to: &builder.strip)
    unsafe FoldedBytes.append(UnsafeBufferPointer(rebasing: buffer[append]), to: &builder.append)
    addToGroup(number, builder)
  }

  private mutating func addToGroup(_ rule: Int32, _ builder: Builder) {
    var hash = KeyHash()
    for byte in builder.append.reversed() { hash.add(byte) }
    longestAppend = max(longestAppend, builder.append.count)
    let slot = slot(of: hash.value)
    var last: Int32 = -1
    var group = endings[slot].group
    while group >= 0 {
      let strip = groups[Int(group)].strip
      if strips[Int(strip.lowerBound)..<Int(strip.upperBound)].elementsEqual(builder.strip) {
        nextInGroup[Int(groups[Int(group)].lastRule)] = rule
        groups[Int(group)].lastRule = rule
        return
      }
      last = group
      group = groups[Int(group)].next
    }
    let start = Int32(strips.count)
    strips.append(contentsOf: builder.strip)
    groups.append(Group(strip: start..<Int32(strips.count), firstRule: rule, lastRule: rule, next: -1))
    if last >= 0 {
      groups[Int(last)].next = Int32(groups.count - 1)
    } else if groups.count < 1 << (Self.endingBits - 1) {
      endings[slot] = (hash.value, Int32(groups.count - 1))
    }
  }

  private mutating func condition(_ pattern: UnsafeBufferPointer<UInt8>, _ builder: inout Builder) -> UInt16 {
    var hash = KeyHash()
    for index in 0..<pattern.count { unsafe hash.add(pattern[index]) }
    if let known = builder.conditions[hash.value] { return known }
    let number = UInt16(truncatingIfNeeded: conditions.count)
    unsafe conditions.append(SuffixCondition(pattern))
    builder.conditions[hash.value] = number
    return number
  }

  private static func text(_ buffer: UnsafeBufferPointer<UInt8>, _ field: Range<Int>) -> Range<Int> {
    unsafe field.count == 1 && buffer[field.lowerBound] == 0x30
      ? field.lowerBound..<field.lowerBound : field
  }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & (1 << Self.endingBits - 1)
    while endings[slot].group >= 0, endings[slot].hash != hash {
      slot = (slot + 1) & (1 << Self.endingBits - 1)
    }
    return slot
  }

  /// The first group of rules that append what has this hash, read backwards; -1 where there is none.
  @inline(__always)
  func firstGroup(appending hash: UInt64) -> Int { Int(endings[slot(of: hash)].group) }

  /// Calls `body` with each rule of a flag, in the file's order.
  func forEachRule(of flag: UInt16, _ body: (SuffixRule) -> Void) {
    var rule = firstOfFlag[Int(flag)]
    while rule >= 0 {
      body(rules[Int(rule)])
      rule = nextOfFlag[Int(rule)]
    }
  }

  /// The form that a rule makes of a stem, in UTF-8; nil where the rule is not for it.
  func form(_ rule: SuffixRule, of stem: UnsafeBufferPointer<UInt8>) -> String? {
    let strip = rule.strip.count
    let append = Int(rule.append.lowerBound)..<Int(rule.append.upperBound)
    guard stem.count >= strip else { return nil }
    let kept = stem.count - strip
    for index in 0..<strip
    where unsafe stem[kept + index] != bytes[Int(rule.strip.lowerBound) + index] { return nil }
    guard unsafe conditions[Int(rule.condition)].matches(stem) else { return nil }
    return unsafe String(unsafeUninitializedCapacity: kept + append.count) { buffer in
      for index in 0..<kept { unsafe buffer[index] = stem[index] }
      for index in 0..<append.count { unsafe buffer[kept + index] = bytes[append.lowerBound + index] }
      return kept + append.count
    }
  }
}

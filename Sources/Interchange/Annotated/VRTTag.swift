/// A line of a VRT that is a tag.
struct VRTTag {
  /// The name, lower case; empty for a comment or a declaration.
  let name: String
  let isEnd: Bool
  /// Whether it ends with `/>`.
  let isEmpty: Bool
  let attributes: [(name: String, value: String)]

  /// Whether a line is a tag and not a token.
  static func isTag(_ line: some Collection<UInt8>) -> Bool {
    guard line.count > 2, line.first == UInt8(ascii: "<"), !line.contains(9) else { return false }
    let second = line[line.index(after: line.startIndex)]
    let opens = second == 0x2F || second == 0x21 || second == 0x3F || second >= 0x80 || isLetter(second)
    return opens && line.reversed().first { $0 != 32 } == UInt8(ascii: ">")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// The name that a tag begins with, `/` included.
  static func name(_ line: some Collection<UInt8>) -> String {
    guard isTag(line) else { return "" }
    let name = line.dropFirst().prefix { byte in byte != 32 && byte != UInt8(ascii: ">") }
    return String(decoding: name, as: UTF8.self)
  }

  /// Reads a line for which ``isTag(_:)`` is true.
  init(_ line: [UInt8], number: Int) throws(AnnotatedFileError) {
    let scalars = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
    var index = 1
    isEnd = scalars[1] == "/"
    if scalars[1] == "!" || scalars[1] == "?" {
      (name, isEmpty, attributes) = ("", true, [])
      return
    }
    if isEnd { index += 1 }
    let name = Self.word(scalars, &index)
    guard !name.isEmpty, name.count < 100 else {
      throw AnnotatedFileError(.badTag, line: number, column: index + 1)
    }
    var attributes: [(name: String, value: String)] = []
    while true {
      Self.skipSpaces(scalars, &index)
      guard index < scalars.count else { throw AnnotatedFileError(.badTag, line: number, column: index) }
      if scalars[index] == ">" || scalars[index] == "/" { break }
      let place = index
      let attribute = Self.word(scalars, &index)
      Self.skipSpaces(scalars, &index)
      guard !attribute.isEmpty, index < scalars.count, scalars[index] == "=" else {
        throw AnnotatedFileError(.badTag, line: number, column: place + 1)
      }
      index += 1
      Self.skipSpaces(scalars, &index)
      guard index < scalars.count, scalars[index] == "\"" || scalars[index] == "'",
        let end = scalars[(index + 1)...].firstIndex(of: scalars[index])
      else { throw AnnotatedFileError(.badTag, line: number, column: index + 1) }
      var value = String.UnicodeScalarView()
      value.append(contentsOf: scalars[(index + 1)..<end])
      attributes.append((attribute, Self.resolved(String(value))))
      index = end + 1
    }
    isEmpty = scalars[index] == "/"
    self.name = name.lowercased()
    self.attributes = attributes
  }

  private static func word(_ scalars: [Unicode.Scalar], _ index: inout Int) -> String {
    var name = String.UnicodeScalarView()
    while index < scalars.count, ![" ", "=", ">", "/", "\"", "'"].contains(scalars[index]) {
      name.append(scalars[index])
      index += 1
    }
    return String(name)
  }

  private static func skipSpaces(_ scalars: [Unicode.Scalar], _ index: inout Int) {
    while index < scalars.count, scalars[index] == " " { index += 1 }
  }

  /// A text with the five entities of XML resolved.
  static func resolved(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&apos;", with: "'").replacing("&amp;", with: "&")
  }
}

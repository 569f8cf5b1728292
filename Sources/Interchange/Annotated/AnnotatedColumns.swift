/// Which column of a corpus holds what.
public struct AnnotatedColumns: Hashable, Sendable {
  /// How many columns there are.
  public let count: Int
  /// The columns of the lemma and the part of speech, from 0; nil where there is none. The first is the word.
  public let lemma: Int?, tag: Int?
  /// The column of the word.
  public let word: Int

  /// The columns of CoNLL-U.
  static let conllu = AnnotatedColumns(count: 10, word: 1, lemma: 2, tag: 3)

  init(count: Int, word: Int = 0, lemma: Int?, tag: Int?) {
    self.count = count
    self.word = word
    self.lemma = lemma
    self.tag = tag
  }

  /// The columns' names, in order; `_` for those that are not read.
  public var names: [String] {
    (0..<count).map { $0 == word ? "word" : $0 == lemma ? "lemma" : $0 == tag ? "pos" : "_" }
  }

  /// Finds out what the columns of a VRT are: by `names`; else by a comment in the file, `<!-- #vrt
  /// positional-attributes: word lemma pos -->`; else by what they hold.
  ///
  /// The part of speech is the column whose values begin with a capital most often, and of such the one with
  /// the fewest values; the lemma is the first other one.
  init(vrt lines: LineScanner, _ names: [String]?) throws(AnnotatedFileError) {
    var lines = lines
    var rows: [[String]] = []
    var named = names
    while rows.count < 3000, let line = try lines.next(limit: AnnotatedReader.lineLimit) {
      if line.isEmpty { continue }
      if VRTTag.isTag(line) {
        if named == nil { named = Self.names(in: String(decoding: line, as: UTF8.self)) }
        continue
      }
      rows.append(
        line.split(separator: 9, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
      )
    }
    guard let count = rows.first?.count else { throw AnnotatedFileError(.noTokens) }
    if let named {
      guard named.count == count else {
        throw AnnotatedFileError(.badColumns(expected: count, found: named.count))
      }
      let lower = named.map { $0.lowercased() }
      self.init(
        count: count, word: lower.firstIndex { ["word", "mot", "form", "forme"].contains($0) } ?? 0,
        lemma: lower.firstIndex { ["lemma", "lemme"].contains($0) },
        tag: lower.firstIndex { ["pos", "upos", "tag", "cat"].contains($0) })
      return
    }
    let whole = rows.filter { $0.count == count }
    func share(_ column: Int) -> Double {
      let capitals = whole.count { $0[column].unicodeScalars.first.map { ("A"..."Z").contains($0) } ?? false }
      return Double(capitals) / Double(max(1, whole.count))
    }
    func distinct(_ column: Int) -> Int { Set(whole.map { $0[column] }).count }
    let others = Array(1..<max(1, count))
    let best = others.map(share).max() ?? 0
    let tag = others.filter { share($0) >= best - 0.05 }.min { distinct($0) < distinct($1) }
    self.init(count: count, lemma: others.first { $0 != tag }, tag: tag)
  }

  private static func names(in comment: String) -> [String]? {
    guard comment.hasPrefix("<!--"), let range = comment.firstRange(of: "positional-attributes:") else {
      return nil
    }
    let names = comment[range.upperBound...].split { $0 == " " || $0 == "\t" }.map(String.init)
    return names.prefix { $0 != "-->" }.map { String($0.prefix { $0 != "/" }) }
  }
}

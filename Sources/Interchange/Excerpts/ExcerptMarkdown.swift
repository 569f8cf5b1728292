public import CodingModel

/// Writes excerpts as Markdown: a heading a code, a quotation an excerpt with the coded segment in bold, and
/// under it whose words they are.
public struct ExcerptMarkdown: ExcerptDocument {
  private let variables: [ExcerptVariable]
  private let labels: ExcerptLabels

  /// A document whose excerpts carry the values of these variables.
  public init(variables: [ExcerptVariable] = [], labels: ExcerptLabels) {
    self.variables = variables
    self.labels = labels
  }

  /// Writes the document. Codes come in the order of their first excerpts, excerpts in the order given.
  ///
  /// - Parameter totals: how many excerpts each code has where not all are given, by the code as excerpts name it.
  public static func write(
    _ excerpts: [Excerpt], variables: [ExcerptVariable] = [], totals: [String: Int] = [:],
    labels: ExcerptLabels,
    to output: inout some TextOutputStream
  ) {
    ExcerptMarkdown(variables: variables, labels: labels).write(excerpts, totals: totals, to: &output)
  }

  /// Writes the document's title.
  public func begin(_ headings: [ExcerptHeading], to output: inout some TextOutputStream) {
    output.write("# \(MarkdownText.escape(labels.title, atStart: false))\n")
  }

  /// Writes a code's heading.
  public func beginCode(_ number: Int, _ heading: ExcerptHeading, to output: inout some TextOutputStream) {
    let name = MarkdownText.escape(heading.code, atStart: false)
    output.write("\n## \(name) (\(labels.count(heading.count, of: heading.total)))\n")
  }

  /// Writes an excerpt as a quotation, and whose words they are.
  public func write(_ excerpt: Excerpt, to output: inout some TextOutputStream) {
    output.write("\n" + quotation(excerpt) + "\n" + source(excerpt) + "\n")
  }

  /// The excerpt's lines as a block quotation.
  private func quotation(_ excerpt: Excerpt) -> String {
    var lines = [""]
    var lastScalar: Unicode.Scalar? = nil
    func add(_ text: String, isStrong: Bool, next: Unicode.Scalar?) {
      let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 {
          lines.append("")
          lastScalar = nil
        }
        guard !part.isEmpty else { continue }
        let after = index == parts.count - 1 ? next : nil
        lines[lines.count - 1] +=
          isStrong
          ? MarkdownText.strong(part, after: lastScalar, before: after)
          : MarkdownText.escape(part, atStart: lastScalar == nil)
        lastScalar = part.unicodeScalars.last
      }
    }
    let (before, after) = (excerpt.isCutBefore ? "…" : "", excerpt.isCutAfter ? "…" : "")
    let rest = excerpt.after + after
    add(before + excerpt.before, isStrong: false, next: nil)
    add(excerpt.segment, isStrong: true, next: rest.unicodeScalars.first)
    add(rest, isStrong: false, next: nil)
    var text = ""
    for (index, line) in lines.enumerated() {
      // A backslash keeps the line end; an empty line is a new paragraph by itself.
      let breaks = !line.isEmpty && index + 1 < lines.count && !lines[index + 1].isEmpty
      text += (line.isEmpty ? ">" : "> " + line) + (breaks ? "\\\n" : "\n")
    }
    return text
  }

  /// Whose words they are.
  private func source(_ excerpt: Excerpt) -> String {
    var parts = [excerpt.respondent, excerpt.question]
    parts += zip(variables, excerpt.values).filter { !$1.isEmpty }.map { $0.name + labels.colon + $1 }
    parts.append(excerpt.coder)
    if !excerpt.memo.isEmpty { parts.append(labels.memo + labels.colon + excerpt.memo) }
    let line = parts.map { part in
      MarkdownText.escape(part.split(whereSeparator: \.isNewline).joined(separator: " "), atStart: false)
    }
    return "— " + line.joined(separator: " · ")
  }
}

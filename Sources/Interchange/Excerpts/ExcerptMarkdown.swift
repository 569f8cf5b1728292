public import CodingModel

/// Writes excerpts as Markdown: a heading a code, a quotation an excerpt with the coded segment in bold, and
/// under it whose words they are.
public enum ExcerptMarkdown {
  /// Writes the document. Codes come in the order of their first excerpts, excerpts in the order given.
  ///
  /// - Parameter totals: how many excerpts each code has where not all are given, by the code as excerpts name it.
  public static func write(
    _ excerpts: [Excerpt], variables: [ExcerptVariable] = [], totals: [String: Int] = [:],
    labels: ExcerptLabels,
    to output: inout some TextOutputStream
  ) {
    output.write("# \(MarkdownText.escape(labels.title, atStart: false))\n")
    for group in ExcerptGroup.groups(of: excerpts) {
      let name = MarkdownText.escape(group.code, atStart: false)
      output.write("\n## \(name) (\(labels.count(group.excerpts.count, of: totals[group.code])))\n")
      for excerpt in group.excerpts {
        output.write("\n" + quotation(excerpt) + "\n" + source(excerpt, variables, labels) + "\n")
      }
    }
  }

  /// The excerpt's lines as a block quotation.
  private static func quotation(_ excerpt: Excerpt) -> String {
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
  private static func source(
    _ excerpt: Excerpt, _ variables: [ExcerptVariable], _ labels: ExcerptLabels
  ) -> String {
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

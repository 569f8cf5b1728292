public import CodingModel

/// Writes excerpts as one HTML file that needs nothing else: no script, no font, no image; for light and dark
/// screens and for paper.
public enum ExcerptHTML {
  /// Writes the document. Codes come in the order of their first excerpts, excerpts in the order given.
  ///
  /// - Parameter totals: how many excerpts each code has where not all are given, by the code as excerpts name it.
  public static func write(
    _ excerpts: [Excerpt], variables: [ExcerptVariable] = [], totals: [String: Int] = [:],
    labels: ExcerptLabels,
    to output: inout some TextOutputStream
  ) {
    let groups = ExcerptGroup.groups(of: excerpts)
    let title = HTMLText.escape(labels.title)
    output.write(
      """
      <!DOCTYPE html>
      <html lang="\(HTMLText.escape(labels.language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(style)

      """)
    for (index, group) in groups.enumerated() { output.write(colours(group, index)) }
    output.write("</style>\n</head>\n<body>\n<h1>\(title)</h1>\n")
    if groups.count > 1 { output.write(contents(groups, totals, labels)) }
    for (index, group) in groups.enumerated() {
      let count = HTMLText.escape(labels.count(group.excerpts.count, of: totals[group.code]))
      output.write(
        "<section id=\"c\(index + 1)\">\n<h2><b>\(HTMLText.escape(group.code))</b> \(count)</h2>\n")
      for excerpt in group.excerpts { output.write(figure(excerpt, variables, labels)) }
      output.write("</section>\n")
    }
    output.write("</body>\n</html>\n")
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem;
      color: #1a1a1a; background: #ffffff; }
    h2 { font-size: 1rem; font-weight: normal; margin: 2.5rem 0 1rem; }
    h2 b { background: var(--code); color: var(--ink); padding: .2rem .6rem; border-radius: .3rem; }
    nav ul { list-style: none; padding: 0; }
    nav a, figcaption { color: inherit; }
    figure { margin: 1rem 0; padding-left: 1rem; border-left: .25rem solid var(--code); break-inside: avoid; }
    blockquote { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; }
    figcaption { font-size: .85rem; margin-top: .3rem; }
    mark { background: var(--tint); color: #1a1a1a; }
    @media (prefers-color-scheme: dark) {
      body { color: #eeeeee; background: #161616; }
      mark { background: var(--shade); color: #ffffff; }
    }
    """

  private static func colours(_ group: ExcerptGroup, _ index: Int) -> String {
    let colour = group.colour ?? Shades.neutral
    let (ink, tint, shade) = (Shades.ink(on: colour), Shades.tint(colour), Shades.shade(colour))
    return "#c\(index + 1) { --code: \(colour); --ink: \(ink); --tint: \(tint); --shade: \(shade); }\n"
  }

  private static func contents(
    _ groups: [ExcerptGroup], _ totals: [String: Int], _ labels: ExcerptLabels
  ) -> String {
    let items = groups.enumerated().map { index, group in
      let count = HTMLText.escape(labels.count(group.excerpts.count, of: totals[group.code]))
      return "<li><a href=\"#c\(index + 1)\">\(HTMLText.escape(group.code))</a> \(count)</li>\n"
    }
    return "<nav>\n<ul>\n" + items.joined() + "</ul>\n</nav>\n"
  }

  private static func figure(
    _ excerpt: Excerpt, _ variables: [ExcerptVariable], _ labels: ExcerptLabels
  ) -> String {
    let before = (excerpt.isCutBefore ? "…" : "") + HTMLText.escape(excerpt.before)
    let after = HTMLText.escape(excerpt.after) + (excerpt.isCutAfter ? "…" : "")
    var parts = ["<b>\(HTMLText.escape(excerpt.respondent))</b>", HTMLText.escape(excerpt.question)]
    parts += zip(variables, excerpt.values).filter { !$1.isEmpty }
      .map { HTMLText.escape($0.name + labels.colon + $1) }
    parts.append(HTMLText.escape(excerpt.coder))
    if !excerpt.memo.isEmpty { parts.append(HTMLText.escape(labels.memo + labels.colon + excerpt.memo)) }
    return """
      <figure>
      <blockquote>\(before)<mark>\(HTMLText.escape(excerpt.segment))</mark>\(after)</blockquote>
      <figcaption>\(parts.joined(separator: " · "))</figcaption>
      </figure>

      """
  }
}

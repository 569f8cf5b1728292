public import CodingModel

/// Writes excerpts as one HTML file that needs nothing else: no script, no font, no image; for light and dark
/// screens and for paper.
public struct ExcerptHTML: ExcerptDocument {
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
    ExcerptHTML(variables: variables, labels: labels).write(excerpts, totals: totals, to: &output)
  }

  /// Writes the document's head, with the codes' colours, and the list of the codes.
  public func begin(_ headings: [ExcerptHeading], to output: inout some TextOutputStream) {
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
      \(Self.style)

      """)
    for (index, heading) in headings.enumerated() { output.write(colours(heading, index)) }
    output.write("</style>\n</head>\n<body>\n<h1>\(title)</h1>\n")
    if headings.count > 1 { output.write(contents(headings)) }
  }

  /// Begins a code's section.
  public func beginCode(_ number: Int, _ heading: ExcerptHeading, to output: inout some TextOutputStream) {
    output.write(
      "<section id=\"c\(number + 1)\">\n<h2><b>\(HTMLText.escape(heading.code))</b> \(count(heading))</h2>\n")
  }

  /// Writes an excerpt as a figure.
  public func write(_ excerpt: Excerpt, to output: inout some TextOutputStream) {
    output.write(figure(excerpt))
  }

  /// Ends a code's section.
  public func endCode(to output: inout some TextOutputStream) { output.write("</section>\n") }

  /// Ends the document.
  public func end(to output: inout some TextOutputStream) { output.write("</body>\n</html>\n") }

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

  private func colours(_ heading: ExcerptHeading, _ index: Int) -> String {
    let colour = heading.colour ?? Shades.neutral
    let (ink, tint, shade) = (Shades.ink(on: colour), Shades.tint(colour), Shades.shade(colour))
    return "#c\(index + 1) { --code: \(colour); --ink: \(ink); --tint: \(tint); --shade: \(shade); }\n"
  }

  private func count(_ heading: ExcerptHeading) -> String {
    HTMLText.escape(labels.count(heading.count, of: heading.total))
  }

  private func contents(_ headings: [ExcerptHeading]) -> String {
    let items = headings.enumerated().map { index, heading in
      "<li><a href=\"#c\(index + 1)\">\(HTMLText.escape(heading.code))</a> \(count(heading))</li>\n"
    }
    return "<nav>\n<ul>\n" + items.joined() + "</ul>\n</nav>\n"
  }

  private func figure(_ excerpt: Excerpt) -> String {
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

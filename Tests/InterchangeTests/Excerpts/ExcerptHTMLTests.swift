import CodingModel
import Foundation
import Interchange
import Testing

@Suite("Excerpts in HTML")
struct ExcerptHTMLTests {
  @Test("One file with everything in it")
  func whole() throws {
    var output = ""
    ExcerptHTML.write(Sample.excerpts, variables: Sample.variables, labels: Sample.labels, to: &output)
    let style = try #require(output.firstRange(of: "<style>\n:root"))
    let colours = try #require(output.firstRange(of: "#c1 {"))
    #expect(
      output[..<style.lowerBound] == """
        <!DOCTYPE html>
        <html lang="fr">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Extraits &lt;codés&gt;</title>

        """)
    #expect(
      output[colours.lowerBound...]
        == """
        #c1 { --code: #c0392b; --ink: #ffffff; --tint: #efcdca; --shade: #40130e; }
        #c2 { --code: #767676; --ink: #000000; --tint: #dcdcdc; --shade: #272727; }
        </style>
        </head>
        <body>
        <h1>Extraits &lt;codés&gt;</h1>
        <nav>
        <ul>
        <li><a href="#c1">perte de lien</a> 2 extraits</li>
        <li><a href="#c2">a_b</a> 1 extrait</li>
        </ul>
        </nav>
        <section id="c1">
        <h2><b>perte de lien</b> 2 extraits</h2>
        <figure>
        <blockquote>…j&#39;ai <mark>perdu le lien humain</mark>, dit-elle</blockquote>
        <figcaption><b>R1</b> · q1 · groupe_: Travail social · ancienneté_: 12,5 · anna · mémo_: à
        revoir</figcaption>
        </figure>
        <figure>
        <blockquote>lien<mark>(perdu)</mark>e
          fin…</blockquote>
        <figcaption><b>R3</b> · q1 · groupe_: A|B · anna</figcaption>
        </figure>
        </section>
        <section id="c2">
        <h2><b>a_b</b> 1 extrait</h2>
        <figure>
        <blockquote><mark># Tout &amp; &lt;rien&gt;

        - &quot;1. *tout*&quot; </mark>(sic)</blockquote>
        <figcaption><b>R2</b> · q1 · ancienneté_: ? · code_: 3 · anna</figcaption>
        </figure>
        </section>
        </body>
        </html>

        """.replacing("_:", with: "\u{A0}:"))
    #expect(!output.contains("<script") && !output.contains("http"))
  }

  @Test("No text leaves its place, whatever it holds")
  func hostile() {
    let nasty = "</mark><script>alert('1')</script>\"'&amp;\u{0}\u{1B}\u{85}"
    let excerpt = Excerpt(
      respondent: nasty, question: nasty, code: nasty, colour: nil, coder: nasty, origin: .rule,
      range: TextRange(0, 1), before: nasty, segment: nasty, after: nasty, isCutBefore: false,
      isCutAfter: false,
      values: [nasty], memo: nasty)
    var output = ""
    ExcerptHTML.write(
      [excerpt], variables: [ExcerptVariable(name: nasty, kind: .numeric)],
      labels: ExcerptLabels(
        language: nasty, title: nasty, excerpt: nasty, excerpts: nasty, outOf: nasty, memo: nasty,
        colon: nasty),
      to: &output)
    #expect(!output.contains("<script"))
    #expect(output.count { $0 == "<" } == output.count { $0 == ">" })
    #expect(output.split(separator: "</mark>").count == 2)
    #expect(!output.unicodeScalars.contains("\0") && !output.unicodeScalars.contains("\u{1B}"))
    #expect(
      output.contains(
        "&lt;/mark&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&#39;&amp;amp;\u{FFFD}"))
  }
}

import CodingModel
import Interchange
import Testing

@Suite("Excerpts in Markdown")
struct ExcerptMarkdownTests {
  @Test("Headings by code, quotations with the segment in bold, whose words they are")
  func whole() {
    var output = ""
    ExcerptMarkdown.write(Sample.excerpts, variables: Sample.variables, labels: Sample.labels, to: &output)
    #expect(
      output
        == ##"""
        # Extraits \<codés\>

        ## perte de lien (2 extraits)

        > …j'ai **perdu le lien humain**, dit-elle

        — R1 · q1 · groupe : Travail social · ancienneté : 12,5 · anna · mémo : à revoir

        > lien<strong>(perdu)</strong>e\
        > &nbsp;&nbsp;fin…

        — R3 · q1 · groupe : A\|B · anna

        ## a\_b (1 extrait)

        > **\# Tout \& \<rien\>**
        >
        > **- "1. \*tout\*"** (sic)

        — R2 · q1 · ancienneté : ? · code : 3 · anna

        """##.replacing(" : ", with: "\u{A0}: "))
  }
}

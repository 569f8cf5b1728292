import Testing

@testable import Interchange

@Suite("Text in Markdown")
struct MarkdownTextTests {
  @Test(
    "Signs are escaped, at a line's start more of them",
    arguments: [
      ("- a - b", #"\- a - b"#), ("+ a", #"\+ a"#), ("12. a 3. b", #"12\. a 3. b"#), ("1) a", #"1\) a"#),
      ("12", "12"),
      (".5", ".5"), ("# a # b", ##"\# a \# b"##), ("> a", #"\> a"#), ("===", #"\==="#), ("---", #"\---"#),
      ("    a", "&nbsp;&nbsp;&nbsp;&nbsp;a"),
      ("\ta", "&nbsp;&nbsp;&nbsp;&nbsp;a"), (#"\a`b*c_d[e](f)<g>"#, #"\\a\`b\*c\_d\[e\](f)\<g\>"#),
      ("a|b~c&d", #"a\|b\~c\&d"#),
      ("prix $5", #"prix \$5"#), ("Bravo !", "Bravo !"),
    ])
  func signs(text: String, escaped: String) {
    #expect(MarkdownText.escape(text, atStart: true) == escaped)
  }

  @Test("Inside a line fewer signs matter")
  func inside() {
    #expect(MarkdownText.escape("- 1. a", atStart: false) == "- 1. a")
  }

  @Test("Bold keeps spaces outside, and uses tags where asterisks would show")
  func strong() {
    #expect(MarkdownText.strong("lien", after: " ", before: ".") == "**lien**")
    #expect(MarkdownText.strong(" lien ", after: "a", before: "b") == " **lien** ")
    #expect(MarkdownText.strong("ien", after: "l", before: "s") == "**ien**")
    #expect(MarkdownText.strong("« lien »", after: "l", before: " ") == "<strong>« lien »</strong>")
    #expect(MarkdownText.strong("lien.", after: " ", before: "s") == "<strong>lien.</strong>")
    #expect(MarkdownText.strong("lien.", after: nil, before: nil) == "**lien.**")
    #expect(MarkdownText.strong("  ", after: "a", before: "b") == "  ")
  }
}

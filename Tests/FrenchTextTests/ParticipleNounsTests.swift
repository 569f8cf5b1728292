import Testing

@testable import FrenchText

struct ParticipleNounsTests {
  @Test("names of people in either number; other participles are none")
  func members() {
    for form in ["délégué", "salariés", "élu", "élus"] { #expect(ParticipleNouns.contains(form)) }
    for form in ["perdu", "perdus", "concerné", "s", ""] { #expect(!ParticipleNouns.contains(form)) }
  }
}

import FrenchText
import Testing

@Suite("Texts that look alike")
struct LookAlikesTests {
  @Test(
    "Letters of other alphabets, in small letters and capitals",
    arguments: [
      ("claire", "\u{441}laire"), ("claire", "\u{441}l\u{430}ir\u{435}"), ("Claire", "\u{421}laire"),
      ("CLAIRE", "\u{441}laire"), ("BERNARD", "\u{412}ERNARD"), ("Bernard", "\u{412}ernard"),
      ("Héloïse", "\u{41D}éloïse"), ("Oscar", "\u{39F}scar"), ("Zo\u{EB}", "\u{396}oë"),
      ("anna", "\u{FF41}nna"), ("perte de lien", "perte de li\u{435}n"),
    ])
  func alike(one: String, other: String) {
    #expect(!Set(LookAlikes.keys(of: one)).isDisjoint(with: LookAlikes.keys(of: other)))
    #expect(LookAlikes.areAlike(one, other))
    #expect(LookAlikes.areAlike(other, one))
  }

  @Test(
    "Names that anybody tells apart, or that the keyboard does",
    arguments: [
      ("claire", "clara"), ("P1", "Pl"), ("coder0", "codero"), ("marnie", "mamie"), ("анна", "anna"),
      ("Γιώργος", "Giorgos"), ("", "a"), ("雪", "雲"), ("😀", "😁"),
    ])
  func apart(one: String, other: String) {
    #expect(!LookAlikes.areAlike(one, other))
  }

  @Test("Any text is like itself, in any case and with any accents")
  func same() {
    for text in ["", "claire", "\u{441}laire", "雪", "😀", "e\u{301}\u{301}", "\0"] {
      #expect(LookAlikes.areAlike(text, text))
    }
    #expect(LookAlikes.areAlike("Zoé", "ZOE"))
  }
}

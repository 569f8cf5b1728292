import Testing

@testable import VerbatimCommand

@Suite("Notes of merges") struct MergeNoteWordingTests {
  @Test("Their heads are read in one's language, and all else stays")
  func shown() {
    let memo =
      "À revoir : oui.\n\n[fusion] definition : On se voit : peu.\n\n[fusion] ville : Nice\n\n[fusion] sans rien"
    Language.$ofTask.withValue(.en) {
      #expect(
        MergeNoteWording.shown(memo)
          == "À revoir : oui.\n\n[merge] definition: On se voit : peu.\n\n[merge] ville: Nice\n\n[fusion] sans rien"
      )
    }
    Language.$ofTask.withValue(.fr) {
      #expect(
        MergeNoteWording.shown(memo)
          == "À revoir : oui.\n\n[fusion] définition : On se voit : peu.\n\n[fusion] ville : Nice\n\n[fusion] sans rien"
      )
      #expect(MergeNoteWording.shown("") == "" && MergeNoteWording.shown("mémo") == "mémo")
      #expect(MergeNoteWording.shown("[fusion] name : Lien") == "[fusion] nom : Lien")
    }
  }
}

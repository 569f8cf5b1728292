import Foundation
import Testing

@testable import VerbatimCommand

@Suite struct DraftFileTests {
  private func target(_ folder: TemporaryFolder) -> URL { URL(fileURLWithPath: folder("f.txt")) }

  @Test("Nothing is there until it is whole; then it stands in its place, and in that of what was there")
  func whole() throws {
    let folder = try TemporaryFolder()
    for text in ["un", "deux"] {
      let before = try folder.names
      let draft = try #require(DraftFile(for: target(folder)))
      try draft.handle.write(contentsOf: Data(text.utf8))
      // Where the folder's file system has files without names, as the usual ones do.
      #expect(try folder.names == before)
      #expect(draft.publish())
      #expect(try folder.read("f.txt") == text && folder.names == ["f.txt"])
    }
  }

  @Test("What is not put in its place, discarded or not, is gone")
  func gone() throws {
    let folder = try TemporaryFolder()
    for discards in [true, false] {
      let draft = try #require(DraftFile(for: target(folder)))
      try draft.handle.write(contentsOf: Data("x".utf8))
      if discards { draft.discard() }
      #expect(try folder.names == [])
    }
  }

  @Test("Files get the rights that the system gives to new ones")
  func rights() throws {
    let folder = try TemporaryFolder()
    let draft = try #require(DraftFile(for: target(folder)))
    #expect(draft.publish())
    #expect(FileManager.default.createFile(atPath: folder("g.txt"), contents: nil))
    let rights = try ["f.txt", "g.txt"].map {
      try FileManager.default.attributesOfItem(atPath: folder($0))[.posixPermissions] as? Int
    }
    #expect(rights[0] != nil && rights[0] == rights[1])
  }

  @Test("Nowhere, none")
  func nowhere() throws {
    let folder = try TemporaryFolder()
    #expect(DraftFile(for: URL(fileURLWithPath: folder("absent/f.txt"))) == nil)
  }
}

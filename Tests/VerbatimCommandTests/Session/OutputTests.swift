import Foundation
import Testing

@testable import VerbatimCommand

@Suite struct OutputTests {
  private struct Stopped: Error {}

  @Test("A file is written whole, in place of what was there")
  func whole() throws {
    let folder = try TemporaryFolder()
    try folder.write("ancien", to: "f.txt")
    try Output.writeFile(folder("f.txt")) { write in
      try write("un ")
      try write("é")
    }
    #expect(try folder.read("f.txt") == "un é")
    #expect(try folder.names == ["f.txt"])
  }

  @Test("Larger than the buffer, too")
  func large() throws {
    let folder = try TemporaryFolder()
    let block = String(repeating: "é", count: 400_000)
    try Output.writeFile(folder("f.txt")) { write in for _ in 0..<5 { try write(block) } }
    #expect(try folder.bytes("f.txt") == Data(String(repeating: block, count: 5).utf8))
  }

  @Test("Interrupted half-way, what was there is there, and nothing else")
  func interrupted() throws {
    let folder = try TemporaryFolder()
    try folder.write("ancien", to: "f.txt")
    #expect(throws: Stopped.self) {
      try Output.writeFile(folder("f.txt")) { write in
        try write(String(repeating: "x", count: 2_000_000))
        throw Stopped()
      }
    }
    #expect(try folder.read("f.txt") == "ancien")
    #expect(try folder.names == ["f.txt"])
  }

  @Test("Where no file can be, that is said", arguments: ["dossier", "absent/f.txt"])
  func cannotWrite(name: String) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder("dossier"), withIntermediateDirectories: false)
    #expect(throws: CommandError.cannotWrite(path: folder(name))) {
      try Output.writeFile(folder(name)) { try $0("x") }
    }
    #expect(try folder.names == ["dossier"])
  }

  @Test("Nothing is written over a project, or any SQLite file, under any name")
  func project() throws {
    let folder = try TemporaryFolder()
    let bytes = Data("SQLite format 3\0".utf8) + Data(count: 100)
    try folder.write(bytes, to: "e.verbatim")
    try folder.link("lien.csv", to: folder("e.verbatim"))
    for name in ["e.verbatim", "lien.csv"] {
      #expect(throws: CommandError.wouldReplaceProject(path: folder(name))) {
        try Output.writeFile(folder(name)) { try $0("x") }
      }
    }
    #expect(try folder.bytes("e.verbatim") == bytes)
    #expect(try folder.names == ["e.verbatim", "lien.csv"])
  }

  @Test("Through a symbolic link the file it leads to is written; a device stays one")
  func links() throws {
    let folder = try TemporaryFolder()
    try folder.write("ancien", to: "f.txt")
    try folder.link("lien.txt", to: folder("f.txt"))
    try Output.writeFile(folder("lien.txt")) { try $0("neuf") }
    #expect(try folder.read("f.txt") == "neuf")
    let type =
      try FileManager.default.attributesOfItem(atPath: folder("lien.txt"))[.type] as? FileAttributeType
    #expect(type == .typeSymbolicLink)
    try folder.link("vers.txt", to: "lien2.txt")
    try folder.link("lien2.txt", to: folder("pas-encore.txt"))
    try Output.writeFile(folder("vers.txt")) { try $0("neuf") }
    #expect(try folder.read("pas-encore.txt") == "neuf")
    try folder.link("rond.txt", to: "rond.txt")
    #expect(throws: CommandError.cannotWrite(path: folder("rond.txt"))) {
      try Output.writeFile(folder("rond.txt")) { try $0("x") }
    }
    try Output.writeFile("/dev/null") { try $0("x") }
    let device = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
    #expect(device == .typeCharacterSpecial)
  }
}

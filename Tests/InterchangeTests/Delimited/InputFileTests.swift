import Foundation
import Interchange
import Testing

@Suite("Opening files")
struct InputFileTests {
  @Test("A file's bytes are read")
  func reads() throws {
    let bytes = try withFile(Data([1, 2, 3])) { try InputFile.read($0) }
    #expect(bytes == Data([1, 2, 3]))
  }

  @Test("A missing file and a folder are told apart")
  func errors() throws {
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: InputFileError.missing) { try InputFile.read(folder + "/nulle-part-\(UUID()).csv") }
    #expect(throws: InputFileError.isDirectory) { try InputFile.read(folder) }
    #expect(throws: DelimitedError.file(.isDirectory)) { try DelimitedReader(path: folder) }
  }

  @Test("A link is followed")
  func links() throws {
    try withFile(Data("a;b\n1;2\n".utf8)) { path in
      try FileManager.default.createSymbolicLink(atPath: path + ".lien", withDestinationPath: path)
      #expect(try DelimitedReader(path: path + ".lien").header == ["a", "b"])
    }
  }

  @Test("What is no ordinary file is read to its end")
  func devices() throws {
    #expect(try InputFile.read("/dev/null").isEmpty)
    #expect(throws: DelimitedError.empty) { try DelimitedReader(path: "/dev/null") }
  }
}

import Foundation

/// A new folder, removed with everything in it when its owner lets go of it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("verbatim-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in the folder.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws {
    try data.write(to: URL(fileURLWithPath: self(name)))
  }

  /// Makes `name` stand for what is elsewhere.
  func link(_ name: String, to path: String) throws {
    try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: path)
  }

  func read(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: self(name)))
  }

  /// The names of what the folder holds, hidden files too, sorted.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  /// Every file's name and bytes.
  var contents: [String: Data] {
    get throws {
      var contents: [String: Data] = [:]
      for name in try names {
        var isFolder: ObjCBool = false
        _ = unsafe FileManager.default.fileExists(atPath: self(name), isDirectory: &isFolder)
        contents[name] = isFolder.boolValue ? Data() : try bytes(name)
      }
      return contents
    }
  }
}

import Foundation

/// What the first bytes and the file system say of a file, before SQLite is asked to open it.
enum ProjectHeader {
  /// SQLite's application id of a Verbatim project: the letters `VRBT`.
  static let applicationID: Int32 = 0x5652_4254

  /// Checks that `path` leads to a project file that can be opened.
  ///
  /// - Returns: whether the file may be written. A file without any write permission bit counts as
  ///   read-only for everybody, the administrator included: whoever protected it meant it.
  static func check(_ path: String) throws(ProjectError) -> Bool {
    guard !path.isEmpty, let attributes = try? FileManager.default.attributesOfItem(atPath: resolved(path))
    else {
      throw .noSuchFile(path: path)
    }
    let type = attributes[.type] as? FileAttributeType
    guard type == .typeRegular else {
      throw type == .typeDirectory ? .isDirectory(path: path) : .notAFile(path: path)
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .readOrWriteFailed(path: path, code: 14)
    }
    defer { try? handle.close() }
    guard let head = try? handle.read(upToCount: 100), head.count == 100,
      head.starts(with: Array("SQLite format 3\0".utf8))
    else { throw .notSQLite(path: path) }
    let id = head[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) }
    guard id == applicationID else { throw .notProject(path: path) }
    let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    return mode & 0o222 != 0 && FileManager.default.isWritableFile(atPath: path)
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }
}

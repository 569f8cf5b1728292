import Foundation

/// What the first bytes and the file system say of a file, before SQLite is asked to open it.
enum ProjectHeader {
  /// SQLite's application id of a Verbatim project: the letters `VRBT`.
  static let applicationID: Int32 = 0x5652_4254

  private static let magic = Array("SQLite format 3\0".utf8)

  /// Checks that `path` leads to a project file that can be opened.
  ///
  /// The system is asked itself: every command starts here, and Foundation's ways take longer than all of SQLite's
  /// opening.
  ///
  /// - Returns: whether the file may be written. A file without any write permission bit counts as
  ///   read-only for everybody, the administrator included: whoever protected it meant it.
  static func check(_ path: String) throws(ProjectError) -> Bool {
    var status = stat()
    guard !path.isEmpty, !path.utf8.contains(0), unsafe stat(path, &status) == 0 else {
      throw .noSuchFile(path: path)
    }
    let type = status.st_mode & S_IFMT
    guard type == S_IFREG else { throw type == S_IFDIR ? .isDirectory(path: path) : .notAFile(path: path) }
    let head = try firstBytes(of: path, 100)
    guard head.count == 100, head.starts(with: magic) else { throw .notSQLite(path: path) }
    let id = head[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) }
    guard id == applicationID else { throw .notProject(path: path) }
    guard status.st_mode & 0o222 != 0 else { return false }
    return unsafe access(path, W_OK) == 0
  }

  /// As many bytes as there are, up to `count`.
  private static func firstBytes(of path: String, _ count: Int) throws(ProjectError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .readOrWriteFailed(path: path, code: 14) }
    defer { close(descriptor) }
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      filled = unsafe max(0, read(descriptor, bytes.baseAddress, count))
    }
  }
}

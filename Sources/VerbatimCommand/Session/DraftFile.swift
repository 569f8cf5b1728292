import Foundation

/// A file that has no name until it is whole, so that nothing is left of it however the program ends before. Where the
/// system has no such files it stands beside its place, under another name.
struct DraftFile {
  /// Where to write.
  let handle: FileHandle
  private let target: URL
  /// Its name until it is whole; nil while it has none.
  private let name: String?

  /// Begins a file that is to stand at `target`; nil where none can be made there.
  init?(for target: URL) {
    self.target = target
    if let handle = Self.unnamed(in: target.deletingLastPathComponent().path) {
      (self.handle, name) = (handle, nil)
      return
    }
    let path = Self.path(beside: target)
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { return nil }
    (self.handle, name) = (handle, path)
  }

  private static func path(beside target: URL) -> String {
    target.deletingLastPathComponent().appendingPathComponent(
      ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)"
    ).path
  }

  private static func unnamed(in folder: String) -> FileHandle? {
    // The C headers' O_TMPFILE is an expression that Swift does not see.
    let flags = 0o20_000_000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC
    let descriptor = unsafe open(folder, flags, 0o666)
    guard descriptor >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    // It gets its name by this path.
    return unsafe access(link(to: handle), F_OK) == 0 ? handle : nil
  }

  private static func link(to handle: FileHandle) -> String { "/proc/self/fd/\(handle.fileDescriptor)" }

  /// Puts the file, which is whole, in its place, and away what was there.
  ///
  /// - Returns: whether that could be done.
  func publish() -> Bool {
    if let name { return unsafe rename(name, target.path) == 0 }
    if give(target.path) { return true }
    let path = Self.path(beside: target)
    unsafe unlink(path)
    return unsafe give(path) && rename(path, target.path) == 0
  }

  private func give(_ path: String) -> Bool {
    unsafe linkat(AT_FDCWD, Self.link(to: handle), AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
  }

  /// Takes away what has been written.
  func discard() {
    if let name { unsafe unlink(name) }
  }
}

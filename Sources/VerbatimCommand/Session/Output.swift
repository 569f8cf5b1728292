import Foundation

/// Where a command writes: standard output, or a file that appears only when it is whole.
final class Output {
  private var pending: [UInt8] = []

  /// Output of standard output.
  init() {
    pending.reserveCapacity(1 << 16)
  }

  /// Writes text to standard output, buffered.
  func write(_ text: String) throws(CommandError) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= 1 << 16 { try flush() }
  }

  /// Hands everything written so far to the system.
  func flush() throws(CommandError) {
    var start = 0
    while start < pending.count {
      let written = unsafe pending[start...].withUnsafeBytes {
        unsafe Foundation.write(1, $0.baseAddress, $0.count)
      }
      if written < 0 {
        if errno == EINTR { continue }
        pending.removeAll()
        throw .cannotWrite(path: nil)
      }
      start += written
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Writes a file that takes its place when it is whole, so that an interruption leaves no half file, and what was there
  /// before. Through a symbolic link the file it leads to is written; a device or a pipe is written to as it is.
  ///
  /// - Throws: ``CommandError/wouldReplaceProject(path:)`` where a project, or any SQLite file, stands there:
  ///   nobody means to write a table over it.
  static func writeFile(_ path: String, _ body: (_ write: (String) throws -> Void) throws -> Void) throws {
    let target = resolved(URL(fileURLWithPath: path))
    let type = (try? FileManager.default.attributesOfItem(atPath: target.path))?[.type] as? FileAttributeType
    if type == .typeDirectory { throw CommandError.cannotWrite(path: path) }
    if let type, type != .typeRegular {
      guard let handle = try? FileHandle(forWritingTo: target) else {
        throw CommandError.cannotWrite(path: path)
      }
      defer { try? handle.close() }
      return try stream(to: handle, path, body)
    }
    if type == .typeRegular, isDatabase(target) { throw CommandError.wouldReplaceProject(path: path) }
    guard let draft = DraftFile(for: target) else { throw CommandError.cannotWrite(path: path) }
    defer { try? draft.handle.close() }
    do {
      try stream(to: draft.handle, path, body)
      guard draft.publish() else { throw CommandError.cannotWrite(path: path) }
    } catch {
      draft.discard()
      throw error
    }
  }

  /// Where a path leads to through symbolic links, also where nothing stands there yet; the last link where there are too
  /// many.
  private static func resolved(_ file: URL) -> URL {
    var file = file.resolvingSymlinksInPath()
    for _ in 0..<40 {
      guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: file.path) else { break }
      file = URL(fileURLWithPath: next, relativeTo: file.deletingLastPathComponent())
        .resolvingSymlinksInPath()
    }
    return file
  }

  private static func isDatabase(_ file: URL) -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return false }
    defer { try? handle.close() }
    return (try? handle.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }

  private static func stream(
    to handle: FileHandle, _ path: String, _ body: (_ write: (String) throws -> Void) throws -> Void
  ) throws {
    do {
      var pending = Data()
      try body { text in
        pending.append(contentsOf: text.utf8)
        if pending.count >= 1 << 20 {
          try handle.write(contentsOf: pending)
          pending.removeAll(keepingCapacity: true)
        }
      }
      try handle.write(contentsOf: pending)
    } catch is CocoaError {
      throw CommandError.cannotWrite(path: path)
    }
  }
}

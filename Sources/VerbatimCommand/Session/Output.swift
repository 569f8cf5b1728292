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
      let written = unsafe pending[start...].withUnsafeBytes { unsafe Foundation.write(1, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        pending.removeAll()
        throw .cannotWrite(path: nil)
      }
      start += written
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// Writes a file: beside it first, then under its name, so that an interruption leaves no half file and
  /// what was there before.
  static func writeFile(_ path: String, _ body: (_ write: (String) throws -> Void) throws -> Void) throws {
    let target = URL(fileURLWithPath: path)
    var isDirectory: ObjCBool = false
    if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
      throw CommandError.cannotWrite(path: path)
    }
    let draft = target.deletingLastPathComponent().appendingPathComponent(
      ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
    guard FileManager.default.createFile(atPath: draft.path, contents: nil),
      let handle = try? FileHandle(forWritingTo: draft)
    else { throw CommandError.cannotWrite(path: path) }
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
      try handle.close()
      guard unsafe rename(draft.path, target.path) == 0 else { throw CommandError.cannotWrite(path: path) }
    } catch {
      try? FileManager.default.removeItem(at: draft)
      if error is CocoaError { throw CommandError.cannotWrite(path: path) }
      throw error
    }
  }
}

import Foundation

/// A disk of a few kilobytes in memory; making one takes the administrator's rights.
struct SmallDisk {
  struct NotPermitted: Error {}

  let path: String

  static let isPermitted: Bool = {
    guard let disk = try? SmallDisk(kilobytes: 16) else { return false }
    disk.unmount()
    return true
  }()

  init(kilobytes: Int) throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("verbatim-disk-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let status = Self.run("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path])
    guard status == 0 else {
      try? FileManager.default.removeItem(atPath: path)
      throw NotPermitted()
    }
  }

  func unmount() {
    if Self.run("umount", [path]) == 0 { try? FileManager.default.removeItem(atPath: path) }
  }

  private static func run(_ command: String, _ arguments: [String]) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [command] + arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}

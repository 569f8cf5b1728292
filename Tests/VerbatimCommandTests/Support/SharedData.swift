import Foundation

/// Data that stands beside the project where it is developed, and nowhere else.
enum SharedData {
  static let folder = URL(fileURLWithPath: Binary.package).deletingLastPathComponent().path + "/shared/data"

  static let isThere = FileManager.default.fileExists(atPath: folder + "/tamis")
}

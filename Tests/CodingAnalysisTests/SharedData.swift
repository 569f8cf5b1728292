import Foundation

/// Reference values kept beside the project, not in it; tests that need them are skipped where they are not.
enum SharedData {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")

  static func has(_ path: String) -> Bool {
    FileManager.default.isReadableFile(atPath: folder.appending(path: path).path)
  }

  /// The cells of a small CSV file without newlines or commas in its cells, line by line.
  static func table(_ path: String) throws -> [[String]] {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      .split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map { $0.filter { $0 != "\"" } } }
  }
}

/// Whether two numbers agree to that relative precision, or both are as good as 0.
func agree(_ left: Double?, _ right: Double, within tolerance: Double = 1e-9) -> Bool {
  guard let left else { return false }
  return abs(left - right) <= tolerance * max(abs(left), abs(right)) || max(abs(left), abs(right)) < 1e-12
}

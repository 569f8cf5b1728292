import Foundation

/// A temporary file with these bytes, for the time of `body`.
func withFile<Result>(_ data: Data, name: String = "fichier.csv", _ body: (String) throws -> Result) throws
  -> Result
{
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appendingPathComponent(name)
  try data.write(to: file)
  return try body(file.path)
}

extension Data {
  /// `text` as UTF-16, without a byte order mark.
  static func utf16(_ text: String, bigEndian: Bool = false) -> Data {
    var data = Data()
    for unit in text.utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
      data.append(contentsOf: bigEndian ? [high, low] : [low, high])
    }
    return data
  }
}

/// What a file is called, from the path that a user gave.
public struct FileName {
  /// The name without the folders it is in.
  public let last: String

  /// The name that a path ends with.
  public init(_ path: String) {
    last = path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What stands after the last point of the name, in small letters; nil where there is no point, or nothing after it.
  public var ending: String? {
    guard let point = last.lastIndex(of: ".") else { return nil }
    let ending = last[last.index(after: point)...].lowercased()
    return ending.isEmpty ? nil : ending
  }
}

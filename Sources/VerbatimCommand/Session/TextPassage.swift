/// Text on its way to where it is written, in pieces of some size.
struct TextPassage: TextOutputStream {
  /// What is to be passed on.
  var pending = ""
  private let write: (String) throws -> Void
  private static let size = 1 << 16

  /// Text that `write` is given.
  init(_ write: @escaping (String) throws -> Void) {
    self.write = write
  }

  /// Adds text.
  mutating func write(_ text: String) { pending += text }

  /// Passes on what is pending once it is much.
  mutating func pass() throws {
    if pending.utf8.count >= Self.size { try passRest() }
  }

  /// Passes on what is pending.
  mutating func passRest() throws {
    try write(pending)
    pending.removeAll(keepingCapacity: true)
  }
}

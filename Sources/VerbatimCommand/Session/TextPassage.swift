/// Text on its way to where it is written, in pieces of some size.
struct TextPassage: TextOutputStream {
  /// What is to be passed on.
  var pending = ""
  private let write: (String) throws -> Void
  private let size: Int

  /// Text that `write` is given.
  ///
  /// - Parameter size: how many bytes are much; so many that what people read is passed on at once, since nobody can write to
  ///   the project as long as text from it is on its way.
  init(size: Int = 8 << 20, _ write: @escaping (String) throws -> Void) {
    self.size = size
    self.write = write
  }

  /// Adds text.
  mutating func write(_ text: String) { pending += text }

  /// Passes on what is pending once it is much.
  mutating func pass() throws {
    if pending.utf8.count >= size { try passRest() }
  }

  /// Passes on what is pending.
  mutating func passRest() throws {
    try write(pending)
    pending.removeAll(keepingCapacity: true)
  }
}

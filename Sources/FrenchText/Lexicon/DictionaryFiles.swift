internal import Glibc

/// The two files of a hunspell dictionary, found where systems put them.
struct DictionaryFiles {
  let affixes: [UInt8]
  let words: [UInt8]
  /// The path they share, without its ending.
  let path: String

  /// Reads the French dictionary: in the folders of `$DICPATH`, then where Debian and others install it.
  static func find() throws(LexiconError) -> DictionaryFiles {
    let paths = candidates()
    for path in paths {
      guard let affixes = read(path + ".aff"), let words = read(path + ".dic") else { continue }
      return DictionaryFiles(affixes: affixes, words: words, path: path)
    }
    throw .missing(paths: paths)
  }

  private static func candidates() -> [String] {
    var folders: [String] = []
    if let value = unsafe getenv("DICPATH") {
      folders += unsafe String(cString: value).split(separator: ":").map(String.init)
    }
    folders += ["/usr/share/hunspell", "/usr/local/share/hunspell", "/usr/share/myspell/dicts"]
    return folders.flatMap { folder in ["fr", "fr_FR"].map { "\(folder)/\($0)" } }
  }

  /// The whole of a file, or nil where it cannot be read.
  private static func read(_ path: String) -> [UInt8]? {
    let file = unsafe open(path, O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_size > 0 else { return nil }
    let size = Int(status.st_size)
    var done = true
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let base = buffer.baseAddress {
        let got = unsafe Glibc.read(file, base + count, size - count)
        if got < 0 && errno == EINTR { continue }
        guard got > 0 else {
          done = false
          break
        }
        count += got
      }
    }
    return done ? bytes : nil
  }
}

import Foundation

/// A file's bytes as memory that the system fills when it is looked at, and may be told to let go.
///
/// What was looked at counts as this process's memory until then: of a survey of 300 MB, 300 MB.
struct FileMapping: Sendable {
  private let addresses: Range<UInt>

  /// Maps a file; nil where that cannot be done.
  static func map(_ path: String) -> (bytes: Data, mapping: FileMapping)? {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard unsafe fstat(file, &status) == 0, status.st_size > 0 else { return nil }
    let count = Int(status.st_size)
    guard let base = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), unsafe base != MAP_FAILED
    else {
      return nil
    }
    let start = UInt(bitPattern: base)
    let bytes = unsafe Data(bytesNoCopy: base, count: count, deallocator: .unmap)
    return (bytes, FileMapping(addresses: start..<start + UInt(count)))
  }

  /// Lets the memory of `bytes` go where it is this mapping's, whole pages of it. Looked at again, they are read again.
  func release(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    let page = UInt(sysconf(Int32(_SC_PAGESIZE)))
    let start = max(addresses.lowerBound, UInt(bitPattern: base))
    let end = min(addresses.upperBound, UInt(bitPattern: base) + UInt(bytes.count))
    let (first, last) = ((start + page - 1) / page * page, end / page * page)
    guard first < last else { return }
    _ = unsafe madvise(UnsafeMutableRawPointer(bitPattern: first), Int(last - first), MADV_DONTNEED)
  }
}

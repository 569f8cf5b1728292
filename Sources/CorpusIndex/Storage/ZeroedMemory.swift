import Glibc

/// Memory of zeros, for large sets that are written to here and there.
///
/// Large blocks come from the system as they are: they are not written over to be zero, what is never looked at takes no
/// memory, and the system may give them in large pages, which it fetches two megabytes at a time instead of four kilobytes.
enum ZeroedMemory {
  /// Blocks of fewer bytes are ordinary ones.
  private static let leastMapped = 1 << 20
  private static let largePage = 2 << 20

  /// A block of so many zeros, to be given back by ``release(_:byteCount:)``.
  static func take(byteCount: Int) -> UnsafeMutableRawPointer {
    guard byteCount >= leastMapped else {
      let block = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 16)
      unsafe block.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
      return unsafe block
    }
    let size = mappedSize(byteCount)
    // Large pages begin at multiples of their size: what is before the first such place and after the block goes back.
    let whole = unsafe mmap(
      nil, size + largePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let whole = unsafe whole, unsafe whole != MAP_FAILED else { fatalError("out of memory") }
    let before = (largePage - Int(bitPattern: whole) % largePage) % largePage
    let block = unsafe whole + before
    if before > 0 { unsafe munmap(whole, before) }
    unsafe munmap(block + size, largePage - before)
    // Where the system has no large pages, small ones do.
    unsafe madvise(block, size, MADV_HUGEPAGE)
    return unsafe block
  }

  /// Gives a block back.
  static func release(_ block: UnsafeMutableRawPointer, byteCount: Int) {
    if byteCount >= leastMapped {
      unsafe munmap(block, mappedSize(byteCount))
    } else {
      unsafe block.deallocate()
    }
  }

  /// Gives the system back the pages that are wholly inside a place, whatever kind of memory it is part of; what stood there
  /// is lost, and the place can be written to again.
  static func letGo(_ place: UnsafeMutableRawBufferPointer) {
    guard let base = place.baseAddress else { return }
    let pageSize = Int(getpagesize())
    let before = (pageSize - Int(bitPattern: base) % pageSize) % pageSize
    let size = (place.count - before) / pageSize * pageSize
    // Where it does not take them back, they stay, which is no fault.
    if size > 0 { unsafe madvise(base + before, size, MADV_DONTNEED) }
  }

  private static func mappedSize(_ byteCount: Int) -> Int {
    (byteCount + largePage - 1) / largePage * largePage
  }
}

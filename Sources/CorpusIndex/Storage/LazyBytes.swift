/// The bytes of one part, read a page at a time when first looked at and then kept.
///
/// Not Sendable: one thread at a time.
@safe final class LazyBytes {
  /// What changes as pages are read. It stands behind a pointer so that looking at a byte that is there costs
  /// no check of exclusive access: queries do so for every token they look at.
  @safe private struct Pages {
    var base: UnsafeMutableRawPointer
    /// How many bytes of zeros there were at it; 0 where it was not taken as such.
    var zeroed = 0
    /// Which pages are read; nil before the first is.
    var isLoaded: UnsafeMutablePointer<Bool>?
    /// How many pages are read.
    var loadedCount = 0
    /// The pages before this one are forgotten.
    var firstKept = 0
  }

  let part: SegmentPart
  let count: Int
  private let storage: CheckedStorage
  /// Of the stream, where its pages are stored; none before the first is read.
  private var directory: [UInt32] = []
  /// The size of a page is 2 to the power of it.
  private let pageShift: Int
  private let pageCount: Int
  private let pages: UnsafeMutablePointer<Pages>

  /// A part that must have `count` bytes, the stream once its ``StreamPages`` are taken apart; it is looked at when the
  /// first of them is.
  init(_ part: SegmentPart, count: Int, storage: CheckedStorage) {
    self.part = part
    self.count = count
    self.storage = storage
    pageShift = (part == .stream ? StreamPages.size : LazyReading.pageSize).trailingZeroBitCount
    pageCount = (count + 1 << pageShift - 1) >> pageShift
    unsafe pages = UnsafeMutablePointer<Pages>.allocate(capacity: 1)
    unsafe pages.initialize(
      to: Pages(base: UnsafeMutableRawPointer.allocate(byteCount: 16, alignment: 16), isLoaded: nil))
  }

  deinit {
    release()
    unsafe pages.pointee.isLoaded?.deallocate()
    unsafe pages.deallocate()
  }

  private func release() {
    let (base, zeroed) = unsafe (pages.pointee.base, pages.pointee.zeroed)
    if zeroed > 0 {
      unsafe ZeroedMemory.release(base, byteCount: zeroed)
    } else {
      unsafe base.deallocate()
    }
  }

  /// Makes room for the whole part, once it is known to be there: pages never looked at cost nothing.
  private func open() throws -> UnsafeMutablePointer<Bool> {
    guard try storage.hasRightSize(part) else { throw IndexError.damaged(part) }
    let isLoaded = UnsafeMutablePointer<Bool>.allocate(capacity: max(1, pageCount))
    unsafe isLoaded.initialize(repeating: false, count: max(1, pageCount))
    release()
    if part == .answers, count > 0 {
      // Always read as a whole, so that large pages are filled.
      unsafe pages.pointee.base = ZeroedMemory.take(byteCount: count)
      unsafe pages.pointee.zeroed = count
    } else {
      unsafe pages.pointee.base = UnsafeMutableRawPointer.allocate(byteCount: max(count, 16), alignment: 16)
    }
    unsafe pages.pointee.isLoaded = isLoaded
    return unsafe isLoaded
  }

  /// Reads those of some pages that have not been read, as many at once as follow each other.
  @inline(never)
  private func load(_ wanted: ClosedRange<Int>) throws {
    let isLoaded = unsafe try pages.pointee.isLoaded ?? open()
    var page = wanted.lowerBound
    while page <= wanted.upperBound {
      var end = page + 1
      if unsafe !isLoaded[page] {
        while part != .stream, end <= wanted.upperBound, unsafe !isLoaded[end] { end += 1 }
        try read(page, page << pageShift..<min(end << pageShift, count))
        for read in page..<end { unsafe isLoaded[read] = true }
        unsafe pages.pointee.loadedCount += end - page
        unsafe pages.pointee.firstKept = min(pages.pointee.firstKept, page)
      }
      page = end
    }
  }

  /// Reads the bytes in `range`, of the stream those of one page.
  private func read(_ page: Int, _ range: Range<Int>) throws {
    guard part != .stream else { return try loadStream(page, range) }
    unsafe try storage.read(
      part, range,
      into: UnsafeMutableRawBufferPointer(start: pages.pointee.base + range.lowerBound, count: range.count))
  }

  /// Reads a page of the stream and takes its types apart.
  private func loadStream(_ page: Int, _ range: Range<Int>) throws {
    let base = 4 * (StreamPages.count(tokens: count / 2) + 1)
    if directory.isEmpty { directory = StreamPages.directory(try storage.read(part, 0..<base)) }
    let (start, end) = (base + Int(directory[page]), base + Int(directory[page + 1]))
    guard start <= end, end <= storage.size(of: part), end - start <= 3 * range.count else {
      throw IndexError.damaged(part)
    }
    let bytes = try storage.read(part, start..<end)
    let isRight = unsafe StreamPages.decode(
      bytes,
      into: UnsafeMutableBufferPointer(
        start: (pages.pointee.base + range.lowerBound).assumingMemoryBound(to: UInt16.self),
        count: range.count / 2))
    guard isRight else { throw IndexError.damaged(part) }
  }

  /// How many pages have not been read yet.
  var missingPages: Int { unsafe pageCount - pages.pointee.loadedCount }

  /// Forgets the whole pages before a byte, for who passes over the part once from its start; what was read of them is no
  /// longer valid. They are read again should they be looked at again.
  func forget(before end: Int) {
    let pageLimit = min(end, count) >> pageShift
    guard let isLoaded = unsafe pages.pointee.isLoaded else { return }
    let start = unsafe pages.pointee.firstKept
    guard pageLimit > start else { return }
    for page in start..<pageLimit where unsafe isLoaded[page] {
      unsafe isLoaded[page] = false
      unsafe pages.pointee.loadedCount -= 1
    }
    unsafe ZeroedMemory.letGo(
      UnsafeMutableRawBufferPointer(
        start: pages.pointee.base + start << pageShift, count: (pageLimit - start) << pageShift))
    unsafe pages.pointee.firstKept = pageLimit
  }

  @inline(__always)
  private func require(_ page: Int) throws {
    if let isLoaded = unsafe pages.pointee.isLoaded, unsafe isLoaded[page] { return }
    try load(page...page)
  }

  /// The bytes in `range`, read if need be; valid as long as this object lives.
  @inline(__always)
  func bytes(_ range: Range<Int>) throws -> UnsafeRawBufferPointer {
    guard range.lowerBound >= 0, range.upperBound <= count else { throw IndexError.damaged(part) }
    guard !range.isEmpty else { return unsafe UnsafeRawBufferPointer(start: nil, count: 0) }
    let (first, last) = (range.lowerBound >> pageShift, (range.upperBound - 1) >> pageShift)
    if first == last { try require(first) } else if missingPages > 0 { try load(first...last) }
    return unsafe UnsafeRawBufferPointer(start: pages.pointee.base + range.lowerBound, count: range.count)
  }

  /// All bytes.
  func all() throws -> UnsafeRawBufferPointer {
    unsafe try bytes(0..<count)
  }

  /// All bytes as numbers of one width.
  func all<T: FixedWidthInteger>(as type: T.Type) throws -> UnsafeBufferPointer<T> {
    unsafe try all().assumingMemoryBound(to: type)
  }

  /// The bits in `range` of a part that is made of 64 bits at a time, the first of them lowest; 0 after the last.
  func bits(_ range: Range<Int>) throws -> [UInt64] {
    guard !range.isEmpty else { return [] }
    let (first, shift) = (range.lowerBound >> 6, UInt64(range.lowerBound & 63))
    let count = (range.upperBound + 63) >> 6 - first
    let words = unsafe try bytes(first * 8..<(first + count) * 8).assumingMemoryBound(to: UInt64.self)
    var bits = [UInt64](repeating: 0, count: (range.count + 63) >> 6)
    for index in bits.indices {
      var word = unsafe UInt64(littleEndian: words[index]) >> shift
      if shift > 0, index + 1 < count {
        word |= unsafe UInt64(littleEndian: words[index + 1]) << (64 - shift)
      }
      bits[index] = word
    }
    if range.count & 63 != 0 { bits[bits.count - 1] &= 1 << UInt64(range.count & 63) - 1 }
    return bits
  }

  /// The number at a byte offset that is a multiple of its width. Numbers never cross pages.
  @inline(__always)
  func number<T: FixedWidthInteger>(at offset: Int, as type: T.Type) throws -> T {
    guard offset >= 0, offset <= count - MemoryLayout<T>.size else { throw IndexError.damaged(part) }
    try require(offset >> pageShift)
    return unsafe T(littleEndian: (pages.pointee.base + offset).load(as: T.self))
  }
}

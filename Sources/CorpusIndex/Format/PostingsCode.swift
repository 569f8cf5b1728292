/// How the positions of a type are written: what lies between one and the next in Golomb-Rice code, each as many 0 bits
/// as its high part says, a 1, and its low bits as they are, the lowest bit of a byte first.
///
/// Of words strewn at random no code of whole bits for each is shorter (R. Gallager and D. van Voorhis 1975).
enum PostingsCode {
  /// How many low bits are written as they are for a type that so many of the segment's tokens have.
  ///
  /// The power of two that suits the mean distance best: of 0.96 times the mean, rounded down (A. Kiely, Selecting the
  /// Golomb parameter in Rice coding, 2004).
  static func lowBits(frequency: Int, tokens: Int) -> Int {
    let scaled = tokens * 246 / (256 * max(1, frequency))
    return scaled < 2 ? 0 : 63 - scaled.leadingZeroBitCount
  }

  /// How many bits a distance takes, with so many low ones.
  static func width(_ distance: UInt32, lowBits: Int) -> Int {
    Int(distance >> UInt32(lowBits)) + 1 + lowBits
  }

  /// Every type's positions in the order of types, and the byte with which each type's begin.
  ///
  /// - Parameters:
  ///   - types: the type of every token, below `typeCount`.
  static func encoded(_ types: [UInt32], typeCount: Int) -> (bytes: [UInt8], offsets: [UInt32]) {
    var frequencies = [Int](repeating: 0, count: typeCount)
    for type in types { frequencies[Int(type)] += 1 }
    let lowBits = frequencies.map { self.lowBits(frequency: $0, tokens: types.count) }
    // For each type, the token after the one written last.
    var following = [UInt32](repeating: 0, count: typeCount)
    var sizes = [Int](repeating: 0, count: typeCount)
    for (index, type) in types.enumerated() {
      sizes[Int(type)] += width(UInt32(index) - following[Int(type)], lowBits: lowBits[Int(type)])
      following[Int(type)] = UInt32(index) + 1
    }
    var offsets: [UInt32] = []
    offsets.reserveCapacity(typeCount)
    var next = sizes
    var total = 0
    for type in 0..<typeCount {
      offsets.append(UInt32(total))
      next[type] = 8 * total
      total += (sizes[type] + 7) / 8
      following[type] = 0
    }
    // Numbers are written eight bytes at a time, the last of them beyond the end.
    var bytes = [UInt8](repeating: 0, count: total + 8)
    unsafe bytes.withUnsafeMutableBytes { bytes in
      for (index, type) in types.enumerated() {
        let (type, position) = (Int(type), UInt32(index))
        let (distance, low) = (position - following[type], lowBits[type])
        following[type] = position + 1
        let start = next[type] + Int(distance >> UInt32(low))
        let code = 1 | (UInt64(distance) & (1 << UInt64(low) - 1)) << 1
        let old = unsafe UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: start >> 3, as: UInt64.self))
        unsafe bytes.storeBytes(
          of: (old | code << UInt64(start & 7)).littleEndian, toByteOffset: start >> 3, as: UInt64.self)
        next[type] = start + 1 + low
      }
    }
    bytes.removeLast(8)
    return (bytes, offsets)
  }
}

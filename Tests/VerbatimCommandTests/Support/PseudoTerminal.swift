import Foundation

/// A terminal that is none: what is written to it is typed, what the program shows is kept.
final class PseudoTerminal {
  /// What can go wrong with it.
  enum Failure: Error {
    case cannotOpen
    /// What was waited for did not come; what did.
    case notShown(String, instead: String)
  }

  private let master: Int32
  /// The name of the end that the program opens.
  let name: String
  /// Everything shown so far, without the sequences that move the cursor or set colours.
  private(set) var shown = ""
  private var bytes: [UInt8] = []
  private var seen = 0

  init() throws {
    // What posix_openpt, unlockpt and ptsname do on Linux; Swift does not see them.
    master = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (isLocked, number): (Int32, UInt32) = (0, 0)
    let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    guard master >= 0, unsafe ioctl(master, unlock, &isLocked) == 0,
      unsafe ioctl(master, getNumber, &number) == 0
    else { throw Failure.cannotOpen }
    name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 40, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
    guard unsafe ioctl(master, UInt(TIOCSWINSZ), &size) == 0 else { throw Failure.cannotOpen }
    guard fcntl(master, F_SETFL, O_NONBLOCK) == 0 else { throw Failure.cannotOpen }
  }

  deinit { close(master) }

  /// Types text or keys.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(master, $0.baseAddress, $0.count) }
  }

  /// Waits until `text` is shown after what has been waited for before.
  func expect(_ text: String, timeout: Double = 60) throws {
    let end = Date().addingTimeInterval(timeout)
    while true {
      let rest = shown.unicodeScalars.dropFirst(seen)
      if let range = String(String.UnicodeScalarView(rest)).range(of: text) {
        let string = String(String.UnicodeScalarView(rest))
        seen += string.unicodeScalars.distance(from: string.startIndex, to: range.upperBound)
        return
      }
      guard Date() < end else {
        throw Failure.notShown(text, instead: String(String.UnicodeScalarView(rest)))
      }
      if !readMore() { usleep(5000) }
    }
  }

  /// Reads what has come; whether anything has.
  @discardableResult
  func readMore() -> Bool {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = unsafe chunk.withUnsafeMutableBytes { unsafe read(master, $0.baseAddress, $0.count) }
    guard count > 0 else { return false }
    bytes += chunk[..<count]
    shown = Self.plain(bytes)
    return true
  }

  /// Bytes as text without control sequences and carriage returns.
  private static func plain(_ bytes: [UInt8]) -> String {
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x1B {
        index += 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "[") {
          index += 1
          while index < bytes.count, !(0x40...0x7E).contains(bytes[index]) { index += 1 }
        }
        index += 1
      } else {
        if bytes[index] != 13 && bytes[index] != 7 { kept.append(bytes[index]) }
        index += 1
      }
    }
    return String(decoding: kept, as: UTF8.self)
  }
}

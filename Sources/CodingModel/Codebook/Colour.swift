/// A code's colour, written `#rrggbb`.
public struct Colour: Hashable, Sendable {
  /// The red, green and blue parts, 0 to 255.
  public let red: UInt8, green: UInt8, blue: UInt8

  /// A colour by its parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// The colour that `text` writes as `#rrggbb`, in either case; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6 else { return nil }
    var value: UInt32 = 0
    for digit in digits {
      switch digit {
      case 48...57: value = value << 4 | UInt32(digit - 48)
      case 65...70: value = value << 4 | UInt32(digit - 55)
      case 97...102: value = value << 4 | UInt32(digit - 87)
      default: return nil
      }
    }
    self.init(red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
  }
}

extension Colour: CustomStringConvertible {
  /// `#rrggbb`, in lower case.
  public var description: String {
    let digits = Array("0123456789abcdef")
    return "#" + [red, green, blue].map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
  }
}

import CodingModel
import Foundation

/// Writing text in HTML.
enum HTMLText {
  /// `text` with everything escaped that HTML reads as a sign; control characters, which HTML may not hold,
  /// show as U+FFFD.
  static func escape(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Colours that go with a code's colour and can be read.
enum Shades {
  /// The colour of codes that have none.
  static let neutral = Colour(red: 0x76, green: 0x76, blue: 0x76)

  /// Black or white, whichever is easier to read on `colour`: the contrast is 4.5 at least.
  static func ink(on colour: Colour) -> Colour {
    let light = luminance(colour)
    return (light + 0.05) * (light + 0.05) > 0.05 * 1.05
      ? Colour(red: 0, green: 0, blue: 0) : Colour(red: 255, green: 255, blue: 255)
  }

  /// A pale tint of `colour`, on which dark text can be read.
  static func tint(_ colour: Colour) -> Colour { mix(colour, with: 255, share: 3) }

  /// A dark shade of `colour`, on which pale text can be read.
  static func shade(_ colour: Colour) -> Colour { mix(colour, with: 0, share: 2) }

  /// One part of `colour` to `share` parts of a grey.
  private static func mix(_ colour: Colour, with grey: Int, share: Int) -> Colour {
    func part(_ value: UInt8) -> UInt8 { UInt8((Int(value) + grey * share) / (share + 1)) }
    return Colour(red: part(colour.red), green: part(colour.green), blue: part(colour.blue))
  }

  /// The relative luminance as WCAG defines it, 0 to 1.
  static func luminance(_ colour: Colour) -> Double {
    func linear(_ value: UInt8) -> Double {
      let share = Double(value) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
  }
}

import CodingModel
import Testing

@Suite("Colours of codes")
struct ColourTests {
  @Test("A colour is read in either case and written in lower case")
  func reading() {
    #expect(Colour("#1aF09b") == Colour(red: 26, green: 240, blue: 155))
    #expect(Colour("#1aF09b")?.description == "#1af09b")
    #expect(Colour("#000000")?.description == "#000000")
  }

  @Test(
    "Anything else is no colour",
    arguments: ["", "#", "#12345", "#1234567", "123456", "1234567", "#12345g", "#12 456", "rouge", "#１２３４５６"])
  func refusing(text: String) {
    #expect(Colour(text) == nil)
  }

  @Test("Every part reads as it is written", arguments: [UInt8.min...UInt8.max])
  func roundTrip(parts: ClosedRange<UInt8>) {
    for part in parts {
      let colour = Colour(red: part, green: 255 - part, blue: part ^ 0x5A)
      #expect(Colour(colour.description) == colour)
    }
  }
}

import Foundation
import Interchange
import Testing

private let text = "id;réponse\n1;Œuvre à 5 €, « déjà »\n2;l’été\n"

private func read(_ data: Data) throws(DelimitedError) -> (TextEncoding, Bool, String) {
  var reader = try DelimitedReader(data: data)
  var cells = reader.header
  while try reader.next() { cells += reader.cells }
  return (reader.format.encoding, reader.format.hasByteOrderMark, cells.joined(separator: "/"))
}

@Suite("Finding a file's encoding")
struct TextEncodingTests {
  private static let expected = "id/réponse/1/Œuvre à 5 €, « déjà »/2/l’été"

  @Test(
    "The same text is read from every encoding, with and without a byte order mark",
    arguments: [
      (Data(text.utf8), TextEncoding.utf8, false),
      (Data([0xEF, 0xBB, 0xBF]) + Data(text.utf8), .utf8, true),
      (Data.utf16(text), .utf16LittleEndian, false),
      (Data([0xFF, 0xFE]) + Data.utf16(text), .utf16LittleEndian, true),
      (Data.utf16(text, bigEndian: true), .utf16BigEndian, false),
      (Data([0xFE, 0xFF]) + Data.utf16(text, bigEndian: true), .utf16BigEndian, true),
      (text.data(using: .windowsCP1252)!, .windows1252, false),
    ])
  func encodings(data: Data, encoding: TextEncoding, hasMark: Bool) throws {
    let found = try read(data)
    #expect(found == (encoding, hasMark, Self.expected))
  }

  @Test("Emoji survive UTF-16")
  func surrogates() throws {
    #expect(try read(.utf16("id;r\n1;😀 d'accord\n")).2 == "id/r/1/😀 d'accord")
  }

  @Test("One bad byte in a UTF-8 file is an error with line and column, not another encoding")
  func badByte() throws {
    let before = Data("id;r\n1;déjà été\n2;\"à\n".utf8)
    let broken = before + Data([0xE9]) + Data("té\"\n3;là\n".utf8)
    #expect(throws: DelimitedError.invalidText(.utf8, line: 4, column: 2)) { try read(broken) }
    let marked = Data([0xEF, 0xBB, 0xBF]) + Data("id;r\n1;".utf8) + Data([0xE9, 0xE9, 0xE9, 10])
    #expect(throws: DelimitedError.invalidText(.utf8, line: 2, column: 2)) { try read(marked) }
  }

  @Test("A bad byte in the header is an error of line 1")
  func badHeader() {
    let data = Data("é;à;".utf8) + Data([0xE9]) + Data("\n1;2;3\n".utf8)
    #expect(throws: DelimitedError.invalidText(.utf8, line: 1, column: 3)) { try read(data) }
  }

  @Test("Half a surrogate pair in UTF-16 is an error with line and column")
  func badSurrogate() {
    let data = Data.utf16("id;r\n1;oui\n2;") + Data([0x3D, 0xD8]) + Data.utf16("non\n")
    #expect(throws: DelimitedError.invalidText(.utf16LittleEndian, line: 3, column: 2)) { try read(data) }
    #expect(throws: DelimitedError.invalidText(.utf16LittleEndian, line: 2, column: 2)) {
      try read(Data.utf16("id;r\n1;oui") + Data([65]))
    }
  }

  @Test("Bytes that Windows-1252 leaves undefined become control characters and are counted")
  func undefinedBytes() throws {
    let data = Data("id;r\n1;".utf8) + Data([0xE9, 0x81, 0x8D, 0x8F, 0x90, 0x9D, 10])
    var reader = try DelimitedReader(data: data)
    #expect(try reader.next())
    #expect(reader.text(1) == "é\u{81}\u{8D}\u{8F}\u{90}\u{9D}")
    #expect(
      reader.format == DelimitedFormat(encoding: .windows1252, delimiter: .semicolon, undefinedBytes: 5))
  }

  @Test("Every byte of Windows-1252 but the undefined is read as Foundation reads it")
  func windows1252() throws {
    for byte in UInt8(0x80)...0xFF where ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) {
      var reader = try DelimitedReader(data: Data("a;b\n1;".utf8) + Data([byte, 10]))
      #expect(try reader.next())
      #expect(reader.text(1) == String(data: Data([byte]), encoding: .windowsCP1252))
    }
  }

  @Test("An encoding given is not sought")
  func givenEncoding() throws {
    var reader = try DelimitedReader(data: Data("a;b\n1;é\n".utf8), encoding: .windows1252)
    #expect(try reader.next())
    #expect(reader.text(1) == "Ã©")
  }
}

import Foundation
import Interchange
import Testing

@Suite("Refusing what is no text")
struct ForeignFormatTests {
  @Test(
    "Files of other kinds are named",
    arguments: [
      ("PK\u{3}\u{4}....[Content_Types].xml", DelimitedError.foreignFormat(.xlsx)),
      ("PK\u{3}\u{4}....word/document.xml", .foreignFormat(.docx)),
      ("PK\u{3}\u{4}....mimetypeapplication/vnd.oasis.opendocument.spreadsheet", .foreignFormat(.ods)),
      ("PK\u{3}\u{4}....mimetypeapplication/vnd.oasis.opendocument.text", .foreignFormat(.odt)),
      ("PK\u{3}\u{4}....project.qde", .foreignFormat(.zip)),
      ("SQLite format 3\0\u{10}\0", .foreignFormat(.sqlite)),
      ("%PDF-1.7\n", .foreignFormat(.pdf)),
      ("a;b\n1;\0\n", .notText),
      ("\u{1}\u{2}\u{3}\u{4}abc;d\n", .notText),
    ])
  func kinds(text: String, error: DelimitedError) {
    #expect(throws: error) { try DelimitedReader(data: Data(text.utf8)) }
  }

  @Test("So are compressed files, images and old spreadsheets")
  func binaryKinds() {
    for (bytes, format) in [
      ([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0], ForeignFormat.image),
      ([0xFF, 0xD8, 0xFF, 0xE0, 0], .image),
      ([0x1F, 0x8B, 8, 0], .compressed),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0, 1], .compressed),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldOffice),
    ] as [([UInt8], ForeignFormat)] {
      #expect(throws: DelimitedError.foreignFormat(format)) { try DelimitedReader(data: Data(bytes)) }
    }
  }
}

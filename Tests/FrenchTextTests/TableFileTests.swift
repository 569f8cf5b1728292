import Testing

@testable import FrenchText

struct TableFileTests {
  private func model(_ bytes: [UInt8]) -> TaggerModel {
    unsafe bytes.withUnsafeBufferPointer { unsafe TaggerModel($0) }
  }

  @Test("what is written is what is read")
  func roundTrip() {
    var file = TableFile()
    file.features = [TableFile.Feature(key: 77, weights: [(tag: 3, weight: -5), (tag: 12, weight: 9)])]
    file.forms = [(hash: 5, tags: TagSet([.noun, .verb]))]
    file.lemmas = [TableFile.Lemma(conventions: 1, tag: 7, form: "yeux", lemma: "œil")]
    file.leanings = [(hash: 6, leaning: 0x37, cluster: 9)]
    let read = model(file.bytes())
    #expect(read.row(77)?[3] == -5 && read.row(77)?[12] == 9 && read.row(78) == nil)
    #expect(read.tags(of: 5) == TagSet([.noun, .verb]))
    #expect(read.lemma(of: "yeux", as: .noun) == "œil" && read.universalLemma(of: "yeux", as: .noun) == nil)
    #expect(read.leaning(of: 6) == 0x37 && read.cluster(of: 6) == 9)
    #expect(read.leaning(of: 8) == 255 && read.cluster(of: 8) == 0)
  }

  @Test("bytes that are no tables, or are cut off, give a model that knows less and never a crash")
  func damaged() {
    var file = TableFile()
    file.features = (1..<50).map { TableFile.Feature(key: $0, weights: [(tag: 1, weight: 1)]) }
    let bytes = file.bytes()
    #expect(model([]).row(1) == nil)
    #expect(model(Array("hello world, this is no table".utf8)).row(1) == nil)
    for count in 24..<bytes.count { #expect(model(Array(bytes.prefix(count))).tags(of: 1) == nil) }
  }
}

import Foundation
import FrenchText

/// Times French analysis on one core: FrenchSpeed FILE, a text a line. FrenchSpeed --hostile times texts made to be
/// slow. Times are of the processor, not the wall, so that other work on the machine changes them little.
@main
enum FrenchSpeed {
  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      FileHandle.standardError.write(Data("usage: FrenchSpeed FILE | --hostile\n".utf8))
      exit(64)
    }
    guard CommandLine.arguments[1] != "--hostile" else { return HostileTexts.report(try Lexicon()) }
    let data = try Data(contentsOf: URL(fileURLWithPath: CommandLine.arguments[1]))
    let bytes = [UInt8](data)
    var lexicon: Lexicon?
    let load = try measure {
      let loaded = try Lexicon()
      var tokens: [AnalyzedToken] = []
      FrenchAnalyzer(lexicon: loaded).analyze("Bonjour à toutes et tous.", into: &tokens)
      lexicon = loaded
    }
    print("load and first sentence\t\(load) ms")
    guard let lexicon else { return }
    let lines = ranges(of: bytes)
    /// Times a first and a second pass of `count`, which does its work on one text and says how many tokens it has.
    func passes(_ name: String, _ count: (UnsafeBufferPointer<UInt8>) -> Int) {
      for pass in ["cold", "warm"] {
        var total = 0
        let time = unsafe bytes.withUnsafeBufferPointer { buffer in
          measure {
            for line in lines { total += unsafe count(UnsafeBufferPointer(rebasing: buffer[line])) }
          }
        }
        report("\(name), \(pass)", bytes.count, total, time)
      }
    }
    let tokenizer = FrenchAnalyzer(lexicon: lexicon)
    var spans: [TokenSpan] = []
    unsafe passes("tokens") {
      unsafe tokenizer.tokenize(utf8: $0, into: &spans)
      return spans.count
    }
    let cutter = FrenchAnalyzer(lexicon: lexicon)
    unsafe passes("tokens and their words") { unsafe cutter.countWords(utf8: $0) }
    let analyzer = FrenchAnalyzer(lexicon: lexicon)
    var tokens: [AnalyzedToken] = []
    unsafe passes("analysis") {
      unsafe analyzer.analyze(utf8: $0, into: &tokens)
      return tokens.count
    }
    print("types\t\(analyzer.types.count)")
    // Both ways of cutting must agree, or the times mean nothing.
    let differing = unsafe bytes.withUnsafeBufferPointer { buffer in
      lines.count { line in
        unsafe analyzer.analyze(utf8: UnsafeBufferPointer(rebasing: buffer[line]), into: &tokens)
        unsafe tokenizer.tokenize(utf8: UnsafeBufferPointer(rebasing: buffer[line]), into: &spans)
        let known = tokens.map {
          TokenSpan(start: $0.start, end: $0.end, kind: analyzer.types[$0.type].kind)
        }
        return known != spans
      }
    }
    print("texts that are cut otherwise by tokens alone\t\(differing)")
  }

  private static func report(_ name: String, _ bytes: Int, _ tokens: Int, _ time: Double) {
    let seconds = time / 1000
    let rates = String(
      format: "%.1f MB/s\t%.2f million tokens/s", Double(bytes) / 1e6 / seconds,
      Double(tokens) / 1e6 / seconds)
    print("\(name)\t\(tokens) tokens\t\(rates)")
  }

  /// The milliseconds of processor time that some work takes.
  private static func measure<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) -> Double {
    let start = clock()
    try work()
    return Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC)
  }

  private static func ranges(of bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      ranges.append(start..<index)
      start = index + 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    return ranges
  }
}

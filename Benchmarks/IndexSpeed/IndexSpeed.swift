import Foundation
import Workbench

/// Times queries, concordances and counts on an open project: IndexSpeed PROJECT [--runs N] [--only TEXT] [--query QUERY]...
///
/// It prints a line of JSON for each task: the median of its wall and processor seconds after a first run that
/// warms up, the processor seconds of that first run, what was found, and the process's peak memory so far. With
/// queries given it times just these, with a text just the tasks whose name holds it.
@main
enum IndexSpeed {
  static func main() {
    do {
      try run()
    } catch {
      FileHandle.standardError.write(Data("error: \(error)\n".utf8))
      exit(65)
    }
  }

  private static func run() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    guard !arguments.isEmpty else {
      FileHandle.standardError.write(
        Data("usage: IndexSpeed PROJECT [--runs N] [--only TEXT] [--query QUERY]...\n".utf8))
      exit(64)
    }
    let path = arguments.removeFirst()
    var runs = 9
    var queries: [String] = []
    var only = ""
    while arguments.count > 1 {
      switch arguments.removeFirst() {
      case "--runs": runs = Int(arguments.removeFirst()) ?? runs
      case "--only": only = arguments.removeFirst()
      case "--query": queries.append(arguments.removeFirst())
      default: break
      }
    }
    let tasks = try Tasks(Study(opening: path), Stopwatch(runs: runs, only: only))
    if queries.isEmpty { try tasks.all() } else { for query in queries { try tasks.count(query) } }
  }
}

/// Runs something several times and says how long it took.
struct Stopwatch {
  let runs: Int
  /// What a task's name must hold to be done; empty for all.
  let only: String

  /// Whether a task of that name is to be done.
  func wants(_ task: String) -> Bool { only.isEmpty || task.contains(only) }

  /// Prints the median of several runs after one that warms up.
  func time(_ task: String, runs: Int? = nil, _ body: () throws -> [(String, Int)]) rethrows {
    guard wants(task) else { return }
    let before = clock()
    var found = try body()
    let first = Double(clock() - before) / Double(CLOCKS_PER_SEC)
    var (wall, processor): ([Double], [Double]) = ([], [])
    for _ in 0..<(runs ?? self.runs) {
      let (start, clockStart) = (DispatchTime.now().uptimeNanoseconds, clock())
      found = try body()
      wall.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9)
      processor.append(Double(clock() - clockStart) / Double(CLOCKS_PER_SEC))
    }
    let name = task.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let numbers = found.map { ", \"\($0)\": \($1)" }.joined()
    print(
      "{\"task\": \"\(name)\", \"seconds\": \(median(wall)), \"cpu\": \(median(processor)), "
        + "\"first\": \(String(format: "%.6f", first)), \"peak_mb\": \(peakMegabytes())\(numbers)}")
    fflush(nil)
  }

  private func median(_ times: [Double]) -> String {
    String(format: "%.6f", times.sorted()[times.count / 2])
  }

  /// The most memory that the process has had.
  private func peakMegabytes() -> Int {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}

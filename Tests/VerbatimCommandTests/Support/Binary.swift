import Foundation

/// The built program, run as people run it.
enum Binary {
  /// What a run left behind.
  struct Run {
    let stdout: String
    let stderr: String
    /// The exit code, or minus the signal that ended it.
    let code: Int32
  }

  /// What can go wrong with running it.
  enum Failure: Error {
    case cannotStart(Int32)
    case tookTooLong([String])
  }

  /// Beside the test bundle, in the build folder.
  static let path: String = {
    let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return bundle.deletingLastPathComponent().appendingPathComponent("verbatim").path
  }()

  /// The package's folder, which holds the sample study.
  static let package: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - folder: the current folder; `HOME` is there, too.
  ///   - input: what standard input gives.
  ///   - environment: added to the one that all tests share, or in its place; nil takes a variable away.
  ///   - closing: file descriptors that are closed when it starts.
  ///   - timeout: seconds after which it is killed and the test fails.
  static func run(
    _ arguments: [String], in folder: TemporaryFolder, input: String = "",
    environment: [String: String?] = [:],
    closing: Set<Int32> = [], timeout: Double = 300
  ) throws -> Run {
    let scratch = try TemporaryFolder()
    try scratch.write(input, to: "in")
    var process = try Process(
      arguments, in: folder.path, environment: environment,
      files: [0: scratch("in"), 1: scratch("out"), 2: scratch("err")].filter { !closing.contains($0.key) },
      closing: closing)
    guard let code = process.wait(timeout: timeout) else {
      process.kill()
      throw Failure.tookTooLong(arguments)
    }
    return Run(
      stdout: closing.contains(1) ? "" : try scratch.read("out"),
      stderr: closing.contains(2) ? "" : try scratch.read("err"), code: code)
  }

  /// The environment of every run: French, 100 columns, a fixed clock in UTC, no one's home.
  static func environment(_ changes: [String: String?], home: String) -> [String: String] {
    var environment: [String: String] = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "fr_FR.UTF-8",
      "TZ": "UTC",
      "COLUMNS": "100",
      "SOURCE_DATE_EPOCH": "1767225600", "HOME": home, "USER": "test", "TERM": "xterm",
    ]
    // A toolchain outside the system's folders needs this to find Swift's libraries.
    for name in ["LD_LIBRARY_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS", "LLVM_PROFILE_FILE"] {
      environment[name] = ProcessInfo.processInfo.environment[name]
    }
    for (name, value) in changes { environment[name] = value }
    return environment
  }
}

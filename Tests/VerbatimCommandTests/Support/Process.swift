import Foundation

extension Binary {
  /// The program while it runs: it can be waited for, or killed at any instant.
  struct Process {
    /// glibc's POSIX_SPAWN_SETSID, which its headers show to C alone.
    private static let newSession: Int16 = 0x80

    private(set) var id: pid_t = 0
    private var code: Int32?

    /// Starts it with files for the descriptors 0, 1 and 2, those that are to be written made empty.
    ///
    /// - Parameter ownsTerminal: whether it leads a session of its own, so that the terminal it opens is its.
    init(
      _ arguments: [String], in folder: String, environment: [String: String?] = [:], files: [Int32: String],
      closing: Set<Int32> = [], ownsTerminal: Bool = false
    ) throws {
      var actions = unsafe posix_spawn_file_actions_t()
      unsafe posix_spawn_file_actions_init(&actions)
      defer { unsafe posix_spawn_file_actions_destroy(&actions) }
      for (descriptor, file) in files.sorted(by: { $0.key < $1.key }) {
        let flags = ownsTerminal ? O_RDWR : descriptor == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
        unsafe posix_spawn_file_actions_addopen(&actions, descriptor, file, flags, 0o600)
      }
      var attributes = posix_spawnattr_t()
      unsafe posix_spawnattr_init(&attributes)
      defer { unsafe posix_spawnattr_destroy(&attributes) }
      // Threads of tests hold signals back, or ignore them; the program must not inherit that.
      var (none, all) = (sigset_t(), sigset_t())
      unsafe sigemptyset(&none)
      unsafe sigfillset(&all)
      unsafe posix_spawnattr_setsigmask(&attributes, &none)
      unsafe posix_spawnattr_setsigdefault(&attributes, &all)
      let signals = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
      unsafe posix_spawnattr_setflags(&attributes, signals | (ownsTerminal ? Self.newSession : 0))
      // The shell goes to the folder, then becomes the program: the process stays the same.
      let redirections = closing.sorted().map { " \($0)>&-" }.joined()
      let words = ["sh", "-c", "cd \"$0\" && exec \"$@\"" + redirections, folder, Binary.path] + arguments
      let variables = Binary.environment(environment, home: folder).map { "\($0.key)=\($0.value)" }.sorted()
      let status = unsafe Self.withCStrings(words) { argv in
        unsafe Self.withCStrings(variables) { envp in
          unsafe posix_spawn(&id, "/bin/sh", &actions, &attributes, argv, envp)
        }
      }
      guard status == 0 else { throw Failure.cannotStart(status) }
    }

    /// Waits for its end.
    ///
    /// - Returns: the exit code, or minus the signal that ended it; nil where it still runs at the timeout.
    mutating func wait(timeout: Double) -> Int32? {
      let end = Date().addingTimeInterval(timeout)
      while code == nil {
        var status: Int32 = 0
        let ended = unsafe waitpid(id, &status, WNOHANG)
        if ended == id {
          let signal = status & 0x7F
          code = signal == 0 ? status >> 8 & 0xFF : -signal
        } else if Date() > end {
          return nil
        } else {
          usleep(1000)
        }
      }
      return code
    }

    /// Kills it at once, as a power cut would, and waits until it is gone.
    mutating func kill() {
      guard code == nil else { return }
      _ = Foundation.kill(id, SIGKILL)
      _ = wait(timeout: 60)
    }

    private static func withCStrings<Result>(
      _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
      var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
      defer { unsafe pointers.forEach { unsafe free($0) } }
      return unsafe pointers.withUnsafeMutableBufferPointer { unsafe body($0.baseAddress!) }
    }
  }
}

import CLineEditor
import Foundation
import Workbench

/// Where the REPL's lines come from: a line editor on a terminal, standard input otherwise.
@safe final class LineSource {
  /// What reading a line gave.
  enum Line {
    case text(String)
    /// The interrupt key: the line is dropped.
    case interrupted
    case end
  }

  private let editor: OpaquePointer?
  private let historyPath: String?
  let isInteractive: Bool
  /// How lines are completed.
  let completer: LineCompletion
  /// Shows each line read where nobody typed it, after its prompt, as a terminal would.
  var echo: ((String) throws -> Void)?

  /// - Parameter complete: given the line up to the cursor, says how to complete it.
  init(_ completer: LineCompletion) {
    self.completer = completer
    isInteractive = isatty(0) == 1 && isatty(1) == 1
    guard isInteractive else {
      unsafe editor = nil
      historyPath = nil
      return
    }
    let context = unsafe Unmanaged.passUnretained(completer).toOpaque()
    unsafe editor = unsafe line_editor_open("verbatim", Self.callback, context)
    historyPath = Self.historyFile()
    if let historyPath, let editor = unsafe editor {
      _ = unsafe line_editor_load_history(editor, historyPath)
    }
  }

  deinit {
    guard let editor = unsafe editor else { return }
    if let historyPath {
      _ = unsafe line_editor_save_history(editor, historyPath)
      // What was typed may quote respondents: nobody else may read it.
      _ = unsafe chmod(historyPath, 0o600)
    }
    unsafe line_editor_close(editor)
  }

  func read(prompt: String) throws -> Line {
    guard let editor = unsafe editor else {
      guard let line = readLine() else { return .end }
      try echo?((prompt + line).trimmingTrailingSpaces)
      return .text(line)
    }
    var interrupted = false
    guard let line = unsafe line_editor_read(editor, prompt, &interrupted) else {
      return interrupted ? .interrupted : .end
    }
    defer { unsafe free(line) }
    let text = unsafe String(cString: line)
    if !text.allSatisfy(\.isWhitespace) { unsafe line_editor_add_history(editor, text) }
    return .text(text)
  }

  /// A file of the user's own, kept between sessions; nil where there is no place for it.
  private static func historyFile() -> String? {
    let base =
      EnvironmentVariable.value("XDG_STATE_HOME")
      ?? EnvironmentVariable.value("HOME").map { $0 + "/.local/state" }
    guard let base else { return nil }
    let folder = base + "/verbatim"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { return nil }
    return folder + "/history"
  }

  private static let callback: LineCompleter = { context, line, length in
    guard let context = unsafe context, let line = unsafe line else {
      return unsafe CLineEditor.LineCompletion()
    }
    let completer = unsafe Unmanaged<LineCompletion>.fromOpaque(context).takeUnretainedValue()
    let bytes = unsafe UnsafeRawBufferPointer(start: line, count: length)
    let completion = unsafe completer.complete(String(decoding: bytes, as: UTF8.self))
    return unsafe CLineEditor.LineCompletion(
      removed: completion.removed, inserted: strdup(completion.inserted), listing: strdup(completion.listing))
  }
}

/// How to complete a line; kept alive by who opened the ``LineSource``.
final class LineCompletion {
  var completions: (String) -> (removed: Int, inserted: String, listing: String)

  init(_ completions: @escaping (String) -> (removed: Int, inserted: String, listing: String)) {
    self.completions = completions
  }

  func complete(_ line: String) -> (removed: Int, inserted: String, listing: String) { completions(line) }
}

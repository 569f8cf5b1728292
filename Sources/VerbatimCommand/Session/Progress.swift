import Foundation
import Workbench

/// The progress bar: on standard error, and only on a terminal.
enum Progress {
  /// What to call with the stage and the share done; nil where there is no terminal to show it on.
  static func indicator(_ terminal: Terminal) -> ((Study.Stage, Double) -> Void)? {
    guard isatty(2) == 1 else { return nil }
    var shown = -1
    var stageShown: Study.Stage?
    return { stage, share in
      let percent = Int(min(max(share, 0), 1) * 100)
      guard percent != shown || stage != stageShown else { return }
      (shown, stageShown) = (percent, stage)
      let name =
        switch stage {
        case .importing: say("Importation", "Importing")
        case .indexing: say("Indexation", "Indexing")
        case .applyingRules: say("Application des règles", "Applying rules")
        }
      let bar = String(repeating: "█", count: percent / 5) + String(repeating: "░", count: 20 - percent / 5)
      let line = percent >= 100 ? "\r\u{1B}[K" : "\r\u{1B}[K\(name) \(bar) \(percent)\(say("\u{A0}%", "%"))"
      StandardStream.write(line, to: 2)
    }
  }
}

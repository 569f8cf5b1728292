import ArgumentParser
import Foundation
import Workbench

/// A command that runs the same from the shell and in the REPL.
protocol SessionCommand: ParsableCommand {
  var common: CommonOptions { get }
  /// Whether it asks one query, or for one table, and no more.
  static var asksOneQuery: Bool { get }
  func run(in session: Session) throws
}

/// A command that does something in a coder's name.
protocol CoderCommand: SessionCommand {
  var coder: CoderOption { get set }
}

extension SessionCommand {
  static var asksOneQuery: Bool { false }

  func run() throws {
    let session = Session(color: common.color)
    session.isForOneQuery = Self.asksOneQuery
    do {
      try run(in: session)
      try session.output.flush()
    } catch {
      try? session.output.flush()
      throw error
    }
  }
}

public import CodingModel
import ProjectStore

extension CodingSession {
  /// Takes back what was done here last, other than going through answers, and goes back to where that was. What was
  /// noted as gone through since is no longer so: one is back there.
  ///
  /// - Returns: the act undone.
  /// - Throws: ``CodingSessionError/nothingDone``, ``CodingSessionError/othersSince(_:)``, `ProjectError`.
  public func undo() throws -> Act {
    guard let index = done.lastIndex(where: { !$0.isPassing }) else { throw CodingSessionError.nothingDone }
    let wanted = done[index...]
    let inForce = try study.project.read { try $0.actsInForce(from: wanted[index].act) }
    let ours = Set(wanted.map(\.act))
    if let other = inForce.last(where: { !ours.contains($0) }) {
      throw CodingSessionError.othersSince(other)
    }
    guard inForce.first == wanted[index].act else {
      // Undone elsewhere meanwhile.
      done.removeSubrange(index...)
      throw CodingSessionError.nothingDone
    }
    var undoing: Act?
    for _ in inForce { undoing = try study.project.undo(coder: coder) }
    guard let act = undoing else { throw CodingSessionError.nothingDone }
    let place = done[index]
    done.removeSubrange(index...)
    undone.append(place)
    try returned(to: place.position)
    return act
  }

  /// Does again what was taken back here last, and goes to where that is.
  ///
  /// - Returns: the act done again.
  /// - Throws: ``CodingSessionError/nothingUndone``, `ProjectError`.
  public func redo() throws -> Act {
    guard let last = undone.last, try study.project.read({ try $0.nextToRedo() }) == last.act else {
      throw CodingSessionError.nothingUndone
    }
    let act = try study.project.redo(coder: coder)
    undone.removeLast()
    done.append(last)
    try returned(to: last.position)
    return act
  }

  private func returned(to place: Int) throws {
    try move(to: min(place, answers.count))
    shown = nil
    try readSeen()
  }
}

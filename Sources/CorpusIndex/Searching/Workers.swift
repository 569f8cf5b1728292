import Dispatch
import Synchronization

/// Work in parts, some of them at a time on every core.
enum Workers {
  /// What `body` makes of each part, in their order, and the states that it was done with.
  ///
  /// A state, such as counters, is used by one part at a time and there are no more of them than parts were worked on
  /// at a time. Which parts were done with which is left to chance: only what does not depend on it may be made of
  /// them, such as sums.
  static func map<State: Sendable, Result: Sendable>(
    _ count: Int, state: @autoclosure @Sendable () -> State, _ body: @Sendable (Int, inout State) -> Result
  ) -> (results: [Result], states: [State]) {
    guard count > 1 else {
      var state = state()
      return ((0..<count).map { body($0, &state) }, [state])
    }
    let idle = Mutex([State]())
    let results = Mutex([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { part in
      var state = idle.withLock { $0.popLast() } ?? state()
      let result = body(part, &state)
      results.withLock { $0[part] = result }
      idle.withLock { $0.append(state) }
    }
    return (results.withLock { $0.compactMap { $0 } }, idle.withLock { $0 })
  }

  /// What `body` makes of what is read of each part, in their order: one part after another is read here, while others
  /// work on those read before it; the last is worked on here. Nil where nothing is read.
  ///
  /// - Throws: what reading or working throws for the first part that either throws for.
  static func map<Material: Sendable, Result: Sendable>(
    _ count: Int, reading read: (Int) throws -> Material?,
    _ body: @escaping @Sendable (Material) throws -> Result
  ) throws -> [Result?] {
    let results = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: count))
    let group = DispatchGroup()
    for part in 0..<count {
      do {
        guard let material = try read(part) else { continue }
        guard part < count - 1 else {
          // Nothing is left to be read.
          let result = Swift.Result { try body(material) }
          results.withLock { $0[part] = result }
          break
        }
        DispatchQueue.global(qos: .userInitiated).async(group: group) {
          let result = Swift.Result { try body(material) }
          results.withLock { $0[part] = result }
        }
      } catch {
        results.withLock { $0[part] = .failure(error) }
        break
      }
    }
    group.wait()
    return try results.withLock { $0 }.map { try $0?.get() }
  }
}

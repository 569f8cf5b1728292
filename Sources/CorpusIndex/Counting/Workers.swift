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
}

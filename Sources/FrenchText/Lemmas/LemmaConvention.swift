/// Whose lemmas words of grammar get.
public enum LemmaConvention: Hashable, Sendable, CaseIterable {
  /// Ours, made for searching: `elle` il, `les` le, `ma` mon.
  case verbatim
  /// That of the French treebanks of Universal Dependencies, for scoring: `elle` lui, `ma` son.
  case universalDependencies
}

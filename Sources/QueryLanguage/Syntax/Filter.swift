public import CodingModel

/// A condition on answers by what is attached to them, not by their words.
public struct Filter: Sendable {
  /// What is compared and how.
  public enum Kind: Hashable, Sendable {
    /// Answers with a coding of this code: its name, or `Parent/Child` where names repeat.
    case code(String)
    /// Answers to this question.
    case question(String)
    /// Answers that this coder has coded.
    case coder(String)
    /// Answers that this coder has gone through, coding something or nothing.
    case seen(String)
    /// Answers that this coder was given to go through.
    case assigned(String)
    /// Answers with a memo, on them or their codings, that holds this text.
    case memo(String)
    /// Answers without any coding.
    case uncoded
    /// Answers of respondents whose value of a variable compares so with this one.
    case variable(name: String, comparison: Comparison, value: String)
  }

  /// How a variable's value is compared.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    /// `VARIABLE:value` or `VARIABLE=value`.
    case equal = "="
    /// `VARIABLE!=value`: another value; respondents without a value are not meant.
    case notEqual = "!="
    /// `VARIABLE<number`.
    case less = "<"
    /// `VARIABLE<=number`.
    case lessOrEqual = "<="
    /// `VARIABLE>number`.
    case greater = ">"
    /// `VARIABLE>=number`.
    case greaterOrEqual = ">="

    /// Whether the order of numbers is asked for, so that the value must be one.
    public var isOrder: Bool { self != .equal && self != .notEqual }
  }

  /// What is compared and how.
  public let kind: Kind
  /// Where the filter is written, in code points of the query text.
  public let range: TextRange
  /// Where its value is written, quotes included; the filter's range where it has no value.
  public let valueRange: TextRange

  /// A filter written in `range` of a query text, its value in `valueRange`.
  public init(
    _ kind: Kind, range: TextRange = TextRange(0, 0), valueRange: TextRange? = nil
  ) {
    self.kind = kind
    self.range = range
    self.valueRange = valueRange ?? range
  }
}

extension Filter: Hashable {
  /// Compares what is asked for, not where it is written.
  public static func == (left: Filter, right: Filter) -> Bool { left.kind == right.kind }

  /// Hashes what is asked for, not where it is written.
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

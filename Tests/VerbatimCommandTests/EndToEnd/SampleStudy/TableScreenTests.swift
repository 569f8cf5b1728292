import Testing

@Suite("The sample study: tables") struct TableScreenTests {
  @Test("Which codes go together, unit by unit")
  func codes() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("cooccurrences", "codes", "--coder", "anna", "--top", "6", "--format", "table"),
      #"""
      placeholder TableScreenTests.swift 1
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "codes", "--coder", "bastien", "--unit", "sentence", "--top", "4", "--format", "table", "--lang",
        "en"),
      #"""
      placeholder TableScreenTests.swift 2
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "codes", "--coder", "anna", "--coder", "bastien", "--unit", "overlap", "--top", "5", "--format",
        "table"),
      #"""
      placeholder TableScreenTests.swift 3
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "codes", "--coder", "anna", "--unit", "window:10", "--count", "pairs", "--top", "4", "--format",
        "table"),
      #"""
      placeholder TableScreenTests.swift 4
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "codes", "--coder", "anna", "--minimum", "4", "--where", "question:q1", "--format", "csv"),
      #"""
      placeholder TableScreenTests.swift 5
      """#)
  }

  @Test("Codes against codes as a matrix")
  func matrix() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "cooccurrences", "codes", "--coder", "anna", "--matrix", "--code", "perte de lien", "--code", "confidentialité",
        "--code", "médiation numérique subie", "--format", "table"),
      #"""
      placeholder TableScreenTests.swift 6
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "codes", "--coder", "anna", "--matrix", "--code", "perte de lien", "--code", "confidentialité",
        "--format", "csv"),
      #"""
      placeholder TableScreenTests.swift 7
      """#)
  }

  @Test("Which words go together, and with which codes")
  func words() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show("cooccurrences", "words", "--pos", "NOUN", "--top", "6", "--format", "table"),
      #"""
      placeholder TableScreenTests.swift 8
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "words", "--pos", "NOUN,VERB", "--unit", "window:5", "--top", "5", "--format", "table", "--lang",
        "en"),
      #"""
      placeholder TableScreenTests.swift 9
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "code-words", "--coder", "anna", "--code", "confidentialité", "--pos", "NOUN", "--top", "6",
        "--format", "table"),
      #"""
      placeholder TableScreenTests.swift 10
      """#)
    expectScreen(
      try study.show(
        "cooccurrences", "code-words", "--coder", "anna", "--code", "confidentialité", "--unit", "overlap", "--pos",
        "NOUN", "--top", "3", "--format", "csv"),
      #"""
      placeholder TableScreenTests.swift 11
      """#)
  }

  @Test("A code by group, plain and weighted")
  func oneCode() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "crosstab", "médiation numérique subie", "--by", "groupe", "--coder", "anna", "--format", "table"),
      #"""
      placeholder TableScreenTests.swift 12
      """#)
    expectScreen(
      try study.show(
        "crosstab", "médiation numérique subie", "--by", "groupe", "--coder", "anna", "--weighted", "--format", "table",
        "--lang", "en"),
      #"""
      placeholder TableScreenTests.swift 13
      """#)
    expectScreen(
      try study.show(
        "crosstab", "médiation numérique subie", "--by", "territoire", "--coder", "anna", "--of", "answers", "--base",
        "answered", "--format", "table"),
      #"""
      placeholder TableScreenTests.swift 14
      """#)
    expectScreen(
      try study.show(
        "crosstab", "confidentialité", "--by", "territoire", "--coder", "anna", "--weighted", "--format", "csv"),
      #"""
      placeholder TableScreenTests.swift 15
      """#)
  }

  @Test("Several codes by group")
  func severalCodes() throws {
    let study = try SampleStudy()
    expectScreen(
      try study.show(
        "crosstab", "perte de lien", "manque de ressources", "confidentialité", "--by", "groupe", "--coder", "bastien",
        "--format", "table"),
      #"""
      placeholder TableScreenTests.swift 16
      """#)
    expectScreen(
      try study.show(
        "crosstab", "relation d'aide", "moyens", "--with-children", "--by", "groupe", "--coder", "anna",
        "--leave-out-missing", "--format", "table"),
      #"""
      placeholder TableScreenTests.swift 17
      """#)
  }
}

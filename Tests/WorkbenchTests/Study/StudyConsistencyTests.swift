import Testing

@testable import Workbench

@Suite("One state of a project")
struct StudyConsistencyTests {
  private struct Stopped: Error {}

  @Test("What is read while another process writes is read again, until it is of one state")
  func again() throws {
    let test = try TestStudy()
    let other = try test.reopened()
    for writes in 0...3 {
      var runs = 0
      let found = try test.study.consistently {
        let first = try test.study.counts("lien")
        if runs < writes {
          try test.add("id;q1\nN\(writes)\(runs);Du lien.\n", name: "n.csv", into: other)
        }
        runs += 1
        return [first, try test.study.counts("lien")]
      }
      #expect(found[0] == found[1] && runs == writes + 1)
    }
    #expect(try test.count("lien") == [11, 10, 9])
  }

  @Test("An error is thrown where nothing has changed, and not where it came of a change")
  func errors() throws {
    let test = try TestStudy()
    var runs = 0
    #expect(throws: Stopped.self) {
      try test.study.consistently {
        runs += 1
        throw Stopped()
      }
    }
    #expect(runs == 1)
    let other = try test.reopened()
    let answer = try test.study.consistently {
      runs += 1
      if runs == 2 {
        try test.add("id;q1\nN;Du lien.\n", name: "n.csv", into: other)
        throw Stopped()
      }
      return 7
    }
    #expect(answer == 7 && runs == 3)
  }

  @Test("What is written out is made once, of the state in which it was found, however others write")
  func once() throws {
    let test = try TestStudy()
    let other = try test.reopened()
    for writes in 0...4 {
      var (runs, ends) = (0, 0)
      let found = try test.study.consistently {
        let count = try test.study.counts("lien")
        // The fourth time, while the project is read, nobody can.
        if runs < min(writes, 3) {
          try test.add("id;q1\nN\(writes)\(runs);Du lien.\n", name: "n.csv", into: other)
        }
        runs += 1
        return count
      } then: { count, reader in
        ends += 1
        return [count[1], try reader.answerCount(), try test.study.counts("lien")[1]]
      }
      #expect(ends == 1 && runs == min(writes, 3) + 1 && found[0] == found[2])
    }
    #expect(throws: Stopped.self) {
      try test.study.consistently {
      } then: { _, _ in
        throw Stopped()
      }
    }
  }
}

import Foundation
import Testing
import Workbench

@Suite struct EnvironmentVariableTests {
  @Test("What is set, and nothing where it is not or is set to nothing")
  func value() {
    #expect(EnvironmentVariable.value("VERBATIM_NEVER_SET") == nil)
    for (value, expected) in [("", nil), ("été", "été"), ("a=b c", "a=b c")] as [(String, String?)] {
      unsafe setenv("VERBATIM_SET_IN_A_TEST", value, 1)
      #expect(EnvironmentVariable.value("VERBATIM_SET_IN_A_TEST") == expected)
    }
    unsafe unsetenv("VERBATIM_SET_IN_A_TEST")
  }
}

import Testing

@testable import VerbatimCommand

// swift-tools-version: 6.2
import PackageDescription

/// Strict settings for every Swift target: a warning is an error, in debug and in release.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A module of Verbatim and its tests; `uses` are the modules and products it may import.
func module(_ name: String, uses dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target
{
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(of name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.target(name: name)] + dependencies, swiftSettings: strict)
}

let package = Package(
  name: "verbatim",
  products: [.executable(name: "verbatim", targets: ["VerbatimCommand"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(name: "CFrenchTables", exclude: ["french.tables", "ATTRIBUTION.md"]),
    .target(name: "CLineEditor", linkerSettings: [.linkedLibrary("edit")]),

    module("CodingModel"),
    module("FrenchText", uses: ["CICU", "CFrenchTables"]),
    module("QueryLanguage", uses: ["CodingModel"]),
    module("CorpusIndex", uses: ["CodingModel", "QueryLanguage", "FrenchText"]),
    module("CodingAnalysis", uses: ["CodingModel"]),
    module(
      "ProjectStore",
      uses: [
        "CodingModel", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    module("Interchange", uses: ["CodingModel", .product(name: "Yams", package: "Yams")]),
    module(
      "Workbench",
      uses: [
        "CodingModel", "FrenchText", "QueryLanguage", "CorpusIndex", "CodingAnalysis", "ProjectStore",
        "Interchange",
      ]),
    .executableTarget(
      name: "VerbatimCommand",
      dependencies: [
        "Workbench", "CLineEditor", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Trains the tables of CFrenchTables from treebanks; no part of the program.
    .executableTarget(name: "TrainFrench", dependencies: ["FrenchText"], swiftSettings: strict),

    // Times the analysis of French; see Documentation/benchmarks.md.
    .executableTarget(
      name: "FrenchSpeed", dependencies: ["FrenchText"], path: "Benchmarks/FrenchSpeed", swiftSettings: strict
    ),

    // Times the index and the counting on an open project; see Documentation/benchmarks.md.
    .executableTarget(
      name: "IndexSpeed", dependencies: ["Workbench"], path: "Benchmarks/IndexSpeed", swiftSettings: strict),

    tests(of: "CodingModel"),
    tests(of: "FrenchText"),
    tests(of: "QueryLanguage"),
    tests(of: "CorpusIndex"),
    tests(of: "CodingAnalysis"),
    tests(of: "ProjectStore", uses: [.product(name: "GRDB", package: "GRDB.swift")]),
    tests(of: "Interchange", uses: ["CodingModel"]),
    tests(of: "Workbench"),
    tests(of: "VerbatimCommand"),
  ]
)

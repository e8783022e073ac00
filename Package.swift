// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let scrypt = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "matrona",
    products: [.executable(name: "matrona", targets: ["matrona"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .target(name: "TOMLReading", swiftSettings: strict),
        .target(name: "EscapeSequences", swiftSettings: strict),
        .target(
            name: "WardDomain", dependencies: ["SeededNumbers", "EscapeSequences"], resources: [.embedInCode("Data")],
            swiftSettings: strict),
        .target(
            name: "ClinicalLibrary", dependencies: ["WardDomain", "TOMLReading", toml],
            resources: [.embedInCode("Data")], swiftSettings: strict),
        .target(name: "WardLedger", dependencies: ["WardDomain", grdb, crypto], swiftSettings: strict),
        .target(
            name: "ScreenGrid", dependencies: ["TOMLReading", "EscapeSequences", toml],
            resources: [.embedInCode("Themes")], swiftSettings: strict),
        .target(name: "WardLabels", dependencies: ["WardDomain", "ScreenGrid"], swiftSettings: strict),
        .target(
            name: "WardPanes", dependencies: ["WardDomain", "ClinicalLibrary", "ScreenGrid", "WardLabels"],
            swiftSettings: strict),
        .systemLibrary(name: "CNcurses"),
        .target(name: "NcursesTerminal", dependencies: ["ScreenGrid", "CNcurses"], swiftSettings: strict),
        .executableTarget(
            name: "matrona",
            dependencies: [
                "TOMLReading", "WardDomain", "ClinicalLibrary", "WardLedger", "ScreenGrid", "WardLabels", "WardPanes",
                "NcursesTerminal", crypto, scrypt, arguments, toml,
            ],
            resources: [.embedInCode("Demo/evening.jsonl")], swiftSettings: strict),
        .executableTarget(
            name: "matrona-bench",
            dependencies: [
                "WardDomain", "ClinicalLibrary", "WardLedger", "ScreenGrid", "WardPanes", "SeededNumbers", grdb, crypto,
            ],
            swiftSettings: strict),
        .target(name: "SeededNumbers", swiftSettings: strict),
        .testTarget(name: "TOMLReadingTests", dependencies: ["TOMLReading"], swiftSettings: strict),
        .testTarget(name: "WardDomainTests", dependencies: ["WardDomain", "SeededNumbers"], swiftSettings: strict),
        .testTarget(
            name: "ClinicalLibraryTests", dependencies: ["ClinicalLibrary", "WardDomain"], swiftSettings: strict),
        .testTarget(
            name: "WardLedgerTests", dependencies: ["WardLedger", "WardDomain", "SeededNumbers"],
            resources: [.copy("Fixtures")],
            swiftSettings: strict),
        .testTarget(name: "ScreenGridTests", dependencies: ["ScreenGrid", "SeededNumbers"], swiftSettings: strict),
        .testTarget(
            name: "WardLabelsTests", dependencies: ["WardLabels", "WardDomain"], swiftSettings: strict),
        .testTarget(
            name: "NcursesTerminalTests", dependencies: ["NcursesTerminal", "ScreenGrid", "SeededNumbers"],
            swiftSettings: strict),
        .testTarget(
            name: "WardPanesTests",
            dependencies: ["WardPanes", "WardDomain", "ClinicalLibrary", "ScreenGrid"], swiftSettings: strict),
        .testTarget(
            name: "StormTests", dependencies: ["matrona-bench", "WardDomain"], swiftSettings: strict),
        .testTarget(
            name: "JourneyTests", dependencies: ["matrona", "WardDomain", "ClinicalLibrary"], swiftSettings: strict),
        .testTarget(
            name: "MatronaTests",
            dependencies: [
                "matrona", "WardDomain", "WardLedger", "WardPanes", "ClinicalLibrary", "ScreenGrid", "SeededNumbers",
            ],
            swiftSettings: strict),
    ]
)

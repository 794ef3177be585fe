// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "apus",
  products: [
    .executable(name: "apus", targets: ["apus"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
  ],
  targets: [
    // C libraries, one tiny module each.
    .systemLibrary(
      name: "CCompression",
      providers: [.apt(["zlib1g-dev", "libzstd-dev", "liblz4-dev"])]
    ),
    .systemLibrary(name: "CMaxMindDB", providers: [.apt(["libmaxminddb-dev"])]),
    // The pages that Web/build bundles.
    .target(name: "CWebAssets"),
    // The allocator of the programs.
    .target(
      name: "CAllocator",
      linkerSettings: [.linkedLibrary("jemalloc", .when(platforms: [.linux]))]
    ),

    // Formats: bytes -> values.
    .target(name: "Packets", swiftSettings: strict),
    .target(name: "CaptureFiles", dependencies: ["CCompression"], swiftSettings: strict),

    .target(
      name: "Dissection",
      dependencies: [
        "Packets",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
      ],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]
    ),

    // What happened: flows, TCP, timing (no I/O, no clock).
    .target(name: "Flows", dependencies: ["Packets"], swiftSettings: strict),

    // What it means.
    .target(
      name: "Analysis",
      dependencies: ["Dissection", "Flows", "Packets", "CaptureFiles"],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]
    ),

    // An analysis for people and programs.
    .target(
      name: "Reports",
      dependencies: [
        "CWebAssets", "CCompression", "Analysis", "Dissection", "Flows", "Packets", "CaptureFiles",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict
    ),

    // Names of hosts from files that others keep.
    .target(
      name: "Names",
      dependencies: ["CMaxMindDB", "Analysis", "Dissection", "Packets"],
      swiftSettings: strict
    ),

    // Programs.
    .executableTarget(
      name: "apus",
      dependencies: [
        "CAllocator", "Reports", "Names", "Analysis", "Dissection", "Flows", "Packets",
        "CaptureFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // Captures with known contents, for the bench, the tests and a first look.
    .target(name: "SampleCaptures", swiftSettings: strict),
    .executableTarget(
      name: "apus-generate",
      dependencies: [
        "SampleCaptures",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),

    // Tests mirror the sources.
    .target(
      name: "TestSupport",
      dependencies: ["Packets", "CaptureFiles"],
      swiftSettings: strict
    ),
    // What the fuzzer of Fuzz/ tries inputs on; here so that tests can replay its findings.
    .target(
      name: "FuzzTargets",
      dependencies: ["Reports", "Analysis", "Flows", "Dissection", "Packets", "CaptureFiles"],
      swiftSettings: strict
    ),
    .testTarget(name: "FuzzTests", dependencies: ["FuzzTargets", "TestSupport"]),
    .testTarget(name: "PacketsTests", dependencies: ["Packets", "CaptureFiles", "TestSupport"]),
    .testTarget(
      name: "DissectionTests",
      dependencies: ["Dissection", "Packets", "CaptureFiles", "TestSupport"]
    ),
    .testTarget(
      name: "CaptureFilesTests",
      dependencies: ["CaptureFiles", "CCompression", "TestSupport"]
    ),
    .testTarget(
      name: "FlowsTests",
      dependencies: ["Flows", "Packets", "CaptureFiles", "TestSupport"]
    ),
    .testTarget(
      name: "AnalysisTests",
      dependencies: [
        "Analysis", "Dissection", "Flows", "Packets", "CaptureFiles", "SampleCaptures",
        "TestSupport",
      ]
    ),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "Analysis", "Dissection", "Flows", "Packets", "CaptureFiles", "TestSupport",
        .product(name: "Crypto", package: "swift-crypto"),
      ]
    ),
    .testTarget(
      name: "NamesTests",
      dependencies: ["Names", "Analysis", "Dissection", "Packets", "TestSupport"]
    ),
    .testTarget(name: "SampleCapturesTests", dependencies: ["SampleCaptures", "TestSupport"]),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["apus", "CaptureFiles", "Packets", "TestSupport"]
    ),
  ]
)

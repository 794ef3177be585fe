// swift-tools-version: 6.2
import PackageDescription

// The sources are those of the product, by symbolic links: so they are instrumented, and `package`
// access reaches from the fuzz targets into them. `Crypto` is a stand-in (see there).
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "fuzz",
  products: [.executable(name: "apus-fuzz", targets: ["Fuzzer"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0")
  ],
  targets: [
    .systemLibrary(name: "CCompression"),
    .target(name: "CWebAssets"),
    .target(name: "Packets", swiftSettings: strict),
    .target(name: "CaptureFiles", dependencies: ["CCompression"], swiftSettings: strict),
    .target(name: "Crypto", swiftSettings: strict),
    .target(name: "CryptoExtras", dependencies: ["Crypto"], swiftSettings: strict),
    .target(
      name: "Dissection",
      dependencies: [
        "Packets", "Crypto", "CryptoExtras", .product(name: "SwiftASN1", package: "swift-asn1"),
      ],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]
    ),
    .target(name: "Flows", dependencies: ["Packets"], swiftSettings: strict),
    .target(
      name: "Analysis",
      dependencies: ["Dissection", "Flows", "Packets", "CaptureFiles"],
      swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]
    ),
    .target(
      name: "Reports",
      dependencies: [
        "CWebAssets", "CCompression", "Analysis", "Dissection", "Flows", "Packets", "CaptureFiles",
        "Crypto",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "FuzzTargets",
      dependencies: ["Reports", "Analysis", "Flows", "Dissection", "Packets", "CaptureFiles"],
      swiftSettings: strict
    ),
    .executableTarget(name: "Fuzzer", dependencies: ["FuzzTargets"], swiftSettings: strict),
  ]
)

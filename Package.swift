// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "modeldex",
  products: [
    .executable(name: "modeldex", targets: ["modeldex"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.20.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    .target(name: "ModelCatalog", swiftSettings: strict),
    .target(
      name: "ModelRegistry",
      dependencies: [
        "ModelCatalog",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "CTerminal",
      cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]
    ),
    .target(
      name: "ModelBrowser",
      dependencies: ["ModelCatalog", "ModelRegistry", "CTerminal"],
      swiftSettings: strict
    ),
    .target(
      name: "ModelCommands",
      dependencies: [
        "ModelCatalog", "ModelRegistry",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "modeldex",
      dependencies: ["ModelBrowser", "ModelCommands", "ModelRegistry"],
      swiftSettings: strict
    ),
    .target(
      name: "Support",
      dependencies: [
        "ModelCatalog", "ModelRegistry",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      path: "Tests/Support",
      swiftSettings: strict
    ),
    .testTarget(
      name: "ModelCatalogTests", dependencies: ["ModelCatalog", "Support"], swiftSettings: strict),
    .testTarget(
      name: "ModelRegistryTests",
      dependencies: ["ModelCatalog", "ModelRegistry", "Support"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ModelBrowserTests",
      dependencies: ["ModelCatalog", "ModelRegistry", "ModelBrowser", "Support"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["modeldex", "ModelRegistry", "Support"],
      swiftSettings: strict
    ),
  ]
)

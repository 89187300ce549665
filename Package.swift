// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
  import Glibc
#endif

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Otherwise the runtime makes a generic type from its mangled name, and for that searches all
  // conformances of the program: a twentieth of the time to the first character.
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
    .when(configuration: .release)),
]

// Packed, the 138,000 relocations that a start has to read are 27 kB instead of 3.3 MB. The C library
// knows this form since 2.36, and the toolchain's own linker makes it.
//
// Nothing looks up symbols in the program: to export them, as the static runtime asks for, makes
// 42,000 names that the search for every other symbol begins with.
#if canImport(Glibc)
  var name = [CChar](repeating: 0, count: 64)
  _ = confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count)
  // Such as "glibc 2.36".
  let version = String(decoding: name.lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
    .split { " .\0".contains($0) }.compactMap { Int($0) }
  let packsRelocations = !version.lexicographicallyPrecedes([2, 36])
#else
  let packsRelocations = false
#endif
let linking: [LinkerSetting] =
  packsRelocations
  ? [
    .unsafeFlags([
      "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs", "-Xlinker",
      "--no-export-dynamic",
    ])
  ] : []

let package = Package(
  name: "modeldex",
  products: [
    .executable(name: "modeldex", targets: ["modeldex"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.20.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(name: "ModelCatalog", swiftSettings: strict),
    .target(name: "ModelText", dependencies: ["ModelCatalog"], swiftSettings: strict),
    .target(
      name: "ModelRegistry",
      dependencies: [
        "ModelCatalog", "CClock", "CZlib",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
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
      dependencies: [
        "ModelCatalog", "ModelRegistry", "ModelText", "CTerminal",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
      ],
      swiftSettings: strict
    ),
    .target(
      name: "ModelCommands",
      dependencies: [
        "ModelCatalog", "ModelRegistry", "ModelText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict
    ),
    .target(name: "CClock", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]),
    .target(
      name: "CZlib",
      cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
      linkerSettings: [.linkedLibrary("z")]
    ),
    .target(
      name: "ModelServer",
      dependencies: [
        "ModelCatalog", "ModelRegistry", "ModelText", "CZlib",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "modeldex",
      dependencies: [
        "ModelBrowser", "ModelCatalog", "ModelCommands", "ModelRegistry", "ModelServer",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      linkerSettings: linking
    ),
    .target(
      name: "Support",
      dependencies: [
        "CZlib", "ModelCatalog", "ModelRegistry",
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      path: "Tests/Support",
      swiftSettings: strict
    ),
    .target(
      name: "Captures", dependencies: ["ModelCatalog"], path: "Tests/Captures",
      swiftSettings: strict),
    .target(
      name: "FuzzChecks",
      dependencies: ["ModelBrowser", "ModelCatalog", "ModelRegistry", "ModelText", "Support"],
      path: "Tests/Fuzzing/Checks",
      swiftSettings: strict
    ),
    .testTarget(
      name: "ModelCatalogTests", dependencies: ["ModelCatalog", "Captures", "Support"],
      exclude: ["Cost/Tokens"], swiftSettings: strict),
    .testTarget(
      name: "ModelTextTests", dependencies: ["ModelCatalog", "ModelText", "Support"],
      exclude: ["Plot/Pictures"], swiftSettings: strict),
    .testTarget(
      name: "ModelRegistryTests",
      dependencies: [
        "ModelCatalog", "ModelRegistry", "ModelText", "Support",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
      ],
      exclude: ["Core/Facts", "Faults/FaultTable.txt", "History/Version1"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ModelCommandsTests",
      dependencies: [
        "ModelCatalog", "ModelCommands", "ModelRegistry", "ModelText", "Support", "modeldex",
      ],
      exclude: ["Plots"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ModelServerTests",
      dependencies: [
        "ModelCatalog", "ModelRegistry", "ModelServer", "Support", "modeldex",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ModelBrowserTests",
      dependencies: [
        "FuzzChecks", "ModelCatalog", "ModelRegistry", "ModelText", "ModelBrowser", "Support",
      ],
      exclude: ["Screens"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["modeldex", "ModelCatalog", "ModelRegistry", "Support"],
      exclude: ["keeper.py", "Valgrind"],
      swiftSettings: strict
    ),
  ]
)

// Ordinary builds neither fetch nor build the benchmarks' dependencies.
if Context.environment["MODELDEX_BENCHMARKS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []))
  package.targets += [
    .executableTarget(
      name: "SearchBenchmarks",
      dependencies: [
        "ModelCatalog", "Captures",
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Tests/Benchmarks/Search",
      swiftSettings: strict,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
    .executableTarget(
      name: "HistoryBenchmarks", dependencies: ["ModelCatalog", "ModelRegistry", "Support"],
      path: "Tests/Benchmarks/History", swiftSettings: strict),
    .executableTarget(
      name: "FilterLines", dependencies: ["ModelCatalog", "Captures"],
      path: "Tests/Benchmarks/FilterLines", swiftSettings: strict),
  ]
}

// Ordinary builds do not fetch the documentation plugin.
if Context.environment["MODELDEX_DOCS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}

// Fuzzing needs coverage instrumentation of the parsers.
if Context.environment["MODELDEX_FUZZ"] != nil {
  let counted = ["ModelCatalog", "ModelRegistry", "ModelText", "ModelBrowser", "FuzzChecks"]
  for target in package.targets where counted.contains(target.name) {
    target.swiftSettings = strict + [.unsafeFlags(["-sanitize=fuzzer,address", "-O"])]
  }
  package.targets += [
    .target(name: "CFuzzDriver", path: "Tests/Fuzzing/Driver"),
    .executableTarget(
      name: "Fuzz", dependencies: ["CFuzzDriver", "FuzzChecks"], path: "Tests/Fuzzing/Fuzz",
      swiftSettings: strict,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]),
  ]
}

import Foundation
import ModelCatalog
import Support
import Testing

@testable import ModelRegistry

struct ListingImageTests {
  private static let received = Date(timeIntervalSince1970: 1_787_000_000)

  private static func read(
    _ image: [UInt8], of body: [UInt8], received: Date = Self.received,
    reader: ReaderVersion = .current
  ) -> ProviderListing? {
    ListingImage.listing(
      in: image, of: body, digest: BodyDigest(body), received: received, reader: reader)
  }

  private static func expectEqual(_ image: [UInt8], _ listing: ProviderListing) throws {
    let found = try #require(read(image, of: listing.body))
    #expect(found.models == listing.models)
    #expect(found.body == listing.body)
    #expect(found.skipped == listing.skipped)
    #expect(found.fetched == listing.fetched)
    #expect(found.omissions == listing.omissions)
  }

  @Test(.enabled(if: !Captures.listings.isEmpty, "../shared/captures is not present"))
  func `the image of every capture is read as its body is`() throws {
    for name in Captures.listings {
      let listing = try OpenRouterPayload.listing(from: Captures.body(name))
      try Self.expectEqual(ListingImage.bytes(of: listing, received: Self.received), listing)
    }
  }

  /// With texts, conditions and numbers that are read in a way of their own.
  private static let complete: Model = {
    var model = Model.full
    model.name = "B – “naïve”"
    model.description = "Several\n\nlines."
    model.pricing = Pricing(
      [
        .input: .fixed(Decimal(sign: .plus, exponent: -9, significand: 123_456)),
        .output: .variable,
        // More digits than a Double or an Int has.
        .image: .fixed(Decimal(exactly: "0.18446744073709551615") ?? 0),
      ],
      other: ["mystery": .fixed(2)],
      overrides: [
        PriceOverride(
          conditions: [
            .promptTokens(above: 272_000), .utcMinutes(from: 990, until: 30),
            .utcDays([.monday, .sunday]), .unknown("min_moons"),
          ], prices: [.cacheRead: .fixed(0)], other: ["x": .variable])
      ])
    model.inputModalities = [.text, Modality("smell")]
    model.reasoning = .init(
      isMandatory: true, efforts: ["low", "high"], defaultEffort: "low", isDefault: false)
    model.defaultParameters = ["temperature": 0.7, "top_p": -1]
    model.benchmarks = .init(
      intelligence: 51.5, coding: nil, agentic: 0.25,
      arenas: [.init(arena: "models", category: "3d", elo: 1205.5, rank: nil)])
    return model
  }()

  private static let small: ProviderListing = {
    var listing = ProviderListing(
      models: [complete, Model(id: "a/c", source: .openRouter, name: "C", author: "a")],
      body: Array("a body".utf8),
      skipped: [.init(row: 3, id: "a/x", reason: "no"), .init(row: 4, id: nil, reason: "none")])
    listing.fetched = Date(timeIntervalSince1970: 1_786_000_000.25)
    listing.omissions.unreadableRows = 2
    listing.omissions.unreadablePrices = 3
    listing.omissions.rowsOverLimit = 5
    listing.omissions.valuesOverLimit = 7
    return listing
  }()

  private static let image = ListingImage.bytes(of: small, received: received)

  /// The facts that no row has; every other one has to be in the image.
  @Test func `every fact of a model is in it`() throws {
    let blank = Mirror(reflecting: Model(id: "", source: .openRouter, name: "", author: ""))
    let same = zip(blank.children, Mirror(reflecting: Self.complete).children)
      .filter { "\($0.value)" == "\($1.value)" }.compactMap(\.0.label)
    #expect(same == ["source", "openRouterID", "isRetired", "lastListed"])
    try Self.expectEqual(Self.image, Self.small)
  }

  @Test func `with any byte changed it is none`() {
    for index in Self.image.indices {
      for change in [0x01, 0x80, 0xFF] as [UInt8] {
        var image = Self.image
        image[index] ^= change
        #expect(Self.read(image, of: Self.small.body) == nil, "byte \(index)")
      }
    }
  }

  @Test func `with bytes missing or added it is none`() {
    for length in Self.image.indices {
      #expect(Self.read(Array(Self.image[..<length]), of: Self.small.body) == nil)
    }
    #expect(Self.read(Self.image + [0], of: Self.small.body) == nil)
    #expect(Self.read(Self.image + Self.image, of: Self.small.body) == nil)
  }

  /// A crash would end the tests: what is read may be anything else.
  @Test func `damaged bytes with a digest that fits do not crash the reader`() {
    for index in 0..<(Self.image.count - 8) {
      for value in [0x00, 0x01, 0x7F, 0xFF] as [UInt8] {
        var content = Array(Self.image.dropLast(8))
        content[index] = value
        var writer = ImageWriter()
        var digest = BodyDigest(content).bits
        writer.code(&digest)
        _ = Self.read(content + writer.bytes, of: Self.small.body)
      }
    }
  }

  @Test func `of another body, date or reader it is none`() {
    #expect(Self.read(Self.image, of: Array("b body".utf8)) == nil)
    let later = Self.received + 1
    #expect(Self.read(Self.image, of: Self.small.body, received: later) == nil)
    #expect(Self.read(Self.image, of: Self.small.body, reader: .first) == nil)
    #expect(Self.read(Self.image, of: Self.small.body) != nil)
  }
}

/// The image beside the saved body.
struct SavedImageTests {
  private let directory: TemporaryDirectory
  private let cache: CatalogCache
  private let fetched = Date(timeIntervalSince1970: 1_787_000_000.25)

  init() throws {
    directory = try TemporaryDirectory()
    cache = CatalogCache(directory: directory.path)
  }

  private var image: URL { directory.url("openrouter_models.image") }
  private var body: URL { directory.url("openrouter_models.json") }

  private func save(_ ids: [String], named name: String? = nil) throws {
    var listing = try OpenRouterPayload.listing(from: ListingBody.of(ids))
    if let name { listing.models[0].name = name }
    try cache.save(listing, fetched: fetched, lastChanged: nil)
  }

  @Test func `it is what is loaded`() throws {
    try save(["a/b"], named: "Only in the image")
    let saved = try #require(cache.load())
    #expect(saved.listing.models.map(\.name) == ["Only in the image"])
    #expect(saved.listing.body == [UInt8](ListingBody.of(["a/b"])))
    #expect(!saved.lacksImage)
  }

  enum Damage: CaseIterable { case missing, empty, text, body, directory }

  private func apply(_ damage: Damage) throws {
    switch damage {
    case .missing: try FileManager.default.removeItem(at: image)
    case .empty: try Data().write(to: image)
    case .text: try Data("no image".utf8).write(to: image)
    case .body: try ListingBody.of(["a/c"]).write(to: image)
    case .directory:
      try FileManager.default.removeItem(at: image)
      try FileManager.default.createDirectory(at: image, withIntermediateDirectories: false)
    }
  }

  @Test(arguments: Damage.allCases)
  func `without a usable image the body is read`(damage: Damage) throws {
    try save(["a/b"], named: "Only in the image")
    try apply(damage)
    let saved = try #require(cache.load())
    #expect(saved.listing.models.map(\.name) == ["Name of a/b"])
    #expect(saved.lacksImage)
  }

  @Test func `another program's body is read although there is an image`() throws {
    try save(["a/b"])
    try ListingBody.of(["a/c"]).write(to: body)
    #expect(cache.load()?.listing.models.map(\.id) == ["a/c"])
  }

  @Test func `an image without its body is nothing`() throws {
    try save(["a/b"])
    try FileManager.default.removeItem(at: body)
    #expect(cache.load() == nil)
  }

  @Test func `a long run saves a missing one, a mere load does not`() async throws {
    try ListingBody.of(["a/b"]).write(to: body)
    let registry = ModelRegistry(core: [], provider: nil, cache: cache)
    await registry.load()
    #expect(!FileManager.default.fileExists(atPath: image.path))
    let run = Task { await registry.run() }
    run.cancel()
    await run.value
    #expect(cache.load()?.lacksImage == false)
  }
}

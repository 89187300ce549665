import Foundation
import ModelCatalog
import ModelRegistry
import Support

/// The files that describe the cached list: the note of its date, and the note of the last failure.
struct NoteCheck {
  private let bytes: Data

  init(_ input: [UInt8]) { bytes = Data(input) }

  private static let now = Date(timeIntervalSince1970: 1_787_400_000)

  func run() throws(Fault) {
    guard let directory = try? TemporaryDirectory() else { throw Fault("no directory") }
    do {
      try ListingBody.of(["a/one"]).write(to: directory.url("openrouter_models.json"))
      for name in ["meta", "failure"] {
        try bytes.write(to: directory.url("openrouter_\(name).json"))
      }
    } catch {
      throw Fault("the notes cannot be written: \(error)")
    }
    let cache = CatalogCache(directory: directory.path, now: { Self.now })
    let failure = cache.failure()
    if let failure {
      let fault = ShownText.fault(in: failure.summary)
      try require(fault == nil, "a reason has \(fault ?? "")")
      try require((1...1000).contains(failure.attempts), "\(failure.attempts) attempts")
      if let next = failure.nextTry(after: Self.now) {
        try require(next > Self.now, "a next try in the past")
      }
    }
    // A body without a usable note has the date of the file.
    let saved = cache.load()
    var snapshot = Snapshot(catalog: Catalog(saved?.listing.models ?? []), published: Self.now)
    if let saved { snapshot.freshness = .cached(saved.fetched) }
    snapshot.received = saved?.fetched
    let status = snapshot.statusJSON(interval: .seconds(3600), noted: failure, now: Self.now)
    let json = status.encoded()
    try require(
      (try? JSONSerialization.jsonObject(with: json)) != nil,
      "the status is no JSON: \(String(decoding: json, as: UTF8.self))")
  }
}

package import Foundation

/// The last usable body of one upstream, kept across runs.
///
/// `openrouter_models.json` is the body as received, `openrouter_models.image` what was read from
/// it (``ListingImage``), `openrouter_meta.json` what is known of it, `openrouter_failure.json` the
/// last failure since. The holder of `openrouter.lock` fetches.
///
/// All calls read or write files, so they are not for the thread that draws.
package struct CatalogCache: Sendable {
  private let directory: String
  private let upstream: String
  private let limit: Int
  private let now: @Sendable () -> Date

  /// What was saved.
  package struct Saved: Sendable {
    package var listing: ProviderListing
    /// When it was fetched.
    package var fetched: Date
    /// When its content last differed from what was known before, if that is known.
    package var lastChanged: Date?
    /// Whether it was read from the body, because there is no image of it.
    var lacksImage = false
  }

  /// Why nothing was saved, as a sentence without a full stop.
  package struct Unwritable: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// `directory` is made when something is saved; `limit` in bytes.
  package init(
    directory: String, upstream: Upstream = .openRouter, limit: Int = 64 * 1_048_576,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    self.directory = directory
    self.upstream = upstream.description
    self.limit = limit
    self.now = now
  }

  /// The listing saved last; nil if there is none, it is unreadable, or from another upstream.
  ///
  /// A body without its note (the process was killed between two renames, or the file was copied
  /// there) has the date of the file.
  package func load() -> Saved? {
    guard let file = try? RegularFile.read(bodyFile.path, limit: limit) else { return nil }
    let note = note()
    if let note, let origin = note.upstream, origin != upstream { return nil }
    let digest = BodyDigest(file.bytes)
    let isNoted = note.map { digest.matches($0.digest, file.bytes) } ?? false
    let fetched = isNoted ? note?.fetched ?? file.modified : file.modified
    let image = (try? RegularFile.read(imageFile.path, limit: limit)).flatMap {
      ListingImage.listing(in: $0.bytes, of: file.bytes, digest: digest, received: fetched)
    }
    // Earlier versions accepted one page as a whole list: it is better than nothing.
    guard let listing = image ?? (try? OpenRouterPage(file.bytes, received: fetched).listing),
      !listing.models.isEmpty
    else { return nil }
    return Saved(
      listing: listing, fetched: fetched, lastChanged: isNoted ? note?.lastChanged : nil,
      lacksImage: image == nil)
  }

  /// Why ``load()`` returned nothing, as a sentence without a full stop; nil if nothing was saved.
  package var problem: String? {
    accessProblem
      ?? (FileManager.default.fileExists(atPath: bodyFile.path)
        ? "the cache cannot be read, or is another upstream's" : nil)
  }

  /// Why the system refuses to read the cache, as a sentence without a full stop; nil if it does not.
  package var accessProblem: String? {
    do throws(RegularFile.Fault) {
      // One byte is as good as all: only whether it can be opened counts.
      _ = try RegularFile.read(bodyFile.path, limit: 1)
      return nil
    } catch {
      guard case .unreadable(let reason) = error, !error.isMissing else { return nil }
      return "the cache \(ErrorBody.shown(directory)) cannot be read: \(reason)"
    }
  }

  /// Saves an accepted body and its note; a body equal to the saved one is not written again.
  package func save(
    _ listing: ProviderListing, fetched: Date, lastChanged: Date?
  ) throws(Unwritable) {
    let digest = BodyDigest(listing.body).description
    do throws(AtomicFile.Fault) {
      try PrivateDirectory.make(directory)
      for file in [bodyFile, imageFile, noteFile, failureFile] { file.removeLeftovers(now: now()) }
      if !holds(listing.body) { try bodyFile.write(Data(listing.body)) }
      let note = CacheNote(
        fetched: fetched, lastChanged: lastChanged, modelCount: listing.models.count,
        digest: digest, upstream: upstream)
      try noteFile.write(note.json)
      failureFile.remove()
      saveImage(of: listing, received: fetched)
    } catch {
      throw Unwritable(
        description: "the cache \(ErrorBody.shown(directory)) cannot be written: \(error.reason)")
    }
  }

  /// Saves what was read from the saved body; an error is ignored, because the body is enough.
  func saveImage(of listing: ProviderListing, received: Date) {
    try? imageFile.write(
      Data(ListingImage.bytes(of: listing, received: received)), waitsForDisk: false)
  }

  /// The last failure since a listing was saved; nil if there was none.
  package func failure() -> FailureNote? {
    (try? RegularFile.read(failureFile.path, limit: 65_536)).flatMap { FailureNote(json: $0.data) }
  }

  /// Writes the failure for all processes that share the cache; errors are ignored.
  package func note(_ failure: FailureNote) {
    try? PrivateDirectory.make(directory)
    try? failureFile.write(failure.json)
  }

  /// When the saved listing was fetched, by its note; nil without a note of this upstream.
  func fetched() -> Date? {
    guard let note = note(), note.upstream ?? upstream == upstream else { return nil }
    return note.fetched
  }

  /// Tries to acquire the lease to fetch from upstream.
  func lock() -> CacheLock.Attempt { CacheLock.attempt(in: directory, now: now()) }

  /// Whether another process fetches the list now.
  package var isFetchedElsewhere: Bool {
    CacheLock.isTakenByAnother(in: directory, now: now())
  }

  /// Watches for files written by other processes that share the cache.
  func watch() -> DescriptorWatch { DescriptorWatch.directory(directory) }

  private var failureFile: AtomicFile {
    AtomicFile(directory: directory, name: "openrouter_failure.json")
  }

  private var bodyFile: AtomicFile {
    AtomicFile(directory: directory, name: "openrouter_models.json")
  }

  private var imageFile: AtomicFile {
    AtomicFile(directory: directory, name: "openrouter_models.image")
  }

  private var noteFile: AtomicFile {
    AtomicFile(directory: directory, name: "openrouter_meta.json")
  }

  private func note() -> CacheNote? {
    (try? RegularFile.read(noteFile.path, limit: 65_536)).flatMap { CacheNote(json: $0.data) }
  }

  /// Whether the saved body is this one, byte for byte.
  private func holds(_ body: [UInt8]) -> Bool {
    (try? RegularFile.read(bodyFile.path, limit: body.count))?.bytes == body
  }
}

package import Foundation

/// The last usable body of one upstream, kept across runs.
///
/// `openrouter_models.json` is the body as received, `openrouter_meta.json` what is known of it,
/// `openrouter_failure.json` what has failed since; whoever holds `openrouter.lock` asks upstream.
/// All calls read or write files: not for the thread that draws.
package struct CatalogCache: Sendable {
  private let directory: String
  private let upstream: String
  private let limit: Int
  private let now: @Sendable () -> Date

  /// What was saved.
  package struct Saved: Sendable {
    package var listing: ProviderListing
    /// When upstream answered with it.
    package var fetched: Date
    /// When its content last differed from what was known before, if that is known.
    package var lastChanged: Date?
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

  /// What was saved last; nil if there is nothing, nothing readable, or another upstream's.
  ///
  /// A body without its note (a kill between two renames, or a person's own copy) is dated by the
  /// file.
  package func load() -> Saved? {
    guard let file = try? RegularFile.read(bodyFile.path, limit: limit) else { return nil }
    let note = note()
    if let note, let origin = note.upstream, origin != upstream { return nil }
    let isNoted = note?.digest == Digest(file.data).description
    let fetched = isNoted ? note?.fetched ?? file.modified : file.modified
    // A page was accepted as a list once: it is better than nothing.
    guard let listing = try? OpenRouterPage(file.data, received: fetched).listing,
      !listing.models.isEmpty
    else { return nil }
    return Saved(
      listing: listing, fetched: fetched, lastChanged: isNoted ? note?.lastChanged : nil)
  }

  /// Whether there is a body, readable or not.
  package var isThere: Bool { FileManager.default.fileExists(atPath: bodyFile.path) }

  /// Saves a body that was accepted; of an equal one only the note is written anew.
  package func save(
    _ listing: ProviderListing, fetched: Date, lastChanged: Date?
  ) throws(Unwritable) {
    let digest = Digest(listing.body).description
    do throws(AtomicFile.Fault) {
      try PrivateDirectory.make(directory)
      for file in [bodyFile, noteFile, failureFile] { file.removeLeftovers(now: now()) }
      if !holds(listing.body) { try bodyFile.write(listing.body) }
      let note = CacheNote(
        fetched: fetched, lastChanged: lastChanged, modelCount: listing.models.count,
        digest: digest, upstream: upstream)
      try noteFile.write(note.json)
      failureFile.remove()
    } catch {
      throw Unwritable(
        description: "the cache \(ErrorBody.shown(directory)) cannot be written: \(error.reason)")
    }
  }

  /// What failed since the last time that something was saved; nil if nothing did.
  package func failure() -> FailureNote? {
    (try? RegularFile.read(failureFile.path, limit: 65_536)).flatMap { FailureNote(json: $0.data) }
  }

  /// Tells all who share the cache; that it cannot be told is no further failure.
  package func note(_ failure: FailureNote) {
    try? PrivateDirectory.make(directory)
    try? failureFile.write(failure.json)
  }

  /// When upstream answered with what is saved, as its note says; nil without one of this upstream.
  func fetched() -> Date? {
    guard let note = note(), note.upstream ?? upstream == upstream else { return nil }
    return note.fetched
  }

  /// The turn to ask upstream, if nobody who shares the cache has it.
  func lock() -> CacheLock.Attempt { CacheLock.attempt(in: directory) }

  /// Tells of what others who share the cache write.
  func watch() -> DescriptorWatch { DescriptorWatch.directory(directory) }

  private var failureFile: AtomicFile {
    AtomicFile(directory: directory, name: "openrouter_failure.json")
  }

  private var bodyFile: AtomicFile {
    AtomicFile(directory: directory, name: "openrouter_models.json")
  }

  private var noteFile: AtomicFile {
    AtomicFile(directory: directory, name: "openrouter_meta.json")
  }

  private func note() -> CacheNote? {
    (try? RegularFile.read(noteFile.path, limit: 65_536)).flatMap { CacheNote(json: $0.data) }
  }

  /// Whether the saved body is this one, byte for byte.
  private func holds(_ body: Data) -> Bool {
    (try? RegularFile.read(bodyFile.path, limit: body.count))?.data == body
  }
}

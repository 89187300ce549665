import Foundation
import ModelCatalog
import ModelRegistry

/// Imports saved responses into a history: reads and decodes on all cores, writes one at a time.
struct BodyImport: Sendable {
  let history: CatalogHistory
  let now: Date
  /// The date given by the user; otherwise the date in the file name, or the file's modification
  /// time.
  var date: Date?
  var limit = 64 * 1_048_576

  enum Outcome: Hashable, Sendable {
    case imported
    /// The same response with the same date had been imported before.
    case known
    /// The reason, in a few words.
    case failed(String)
  }

  /// Reports each file's outcome, in no particular order.
  ///
  /// Throws if the history itself fails.
  func run(
    _ files: [String], _ report: (String, Outcome) async -> Void
  ) async throws(HistoryFault) {
    let result = await withTaskGroup(of: (String, Result<Outcome, HistoryFault>).self) { group in
      // Oldest first by file name: appending is the fastest write.
      var waiting = files.sorted { name(of: $0) < name(of: $1) }[...]
      func start() {
        guard let file = waiting.popFirst() else { return }
        group.addTask { (file, await importBody(file)) }
      }
      for _ in 0...ProcessInfo.processInfo.activeProcessorCount { start() }
      for await (file, result) in group {
        switch result {
        case .success(let outcome): await report(file, outcome)
        case .failure(let fault):
          group.cancelAll()
          return Result<Void, HistoryFault>.failure(fault)
        }
        start()
      }
      return .success(())
    }
    try result.get()
  }

  private func name(of file: String) -> Substring { file.split(separator: "/").last ?? "" }

  private func importBody(_ file: String) async -> Result<Outcome, HistoryFault> {
    let listing: ProviderListing
    let received: Date
    do {
      let content = try RegularFile.read(file, limit: limit)
      received = date ?? BodyDate.read(String(name(of: file)), now: now) ?? content.modified
      listing = try OpenRouterPayload.listing(from: content.bytes, received: received)
    } catch {
      return .success(.failed(Self.words(error, limit: limit)))
    }
    guard received <= now else { return .success(.failed("its date is in the future")) }
    guard received >= BodyDate.earliest else {
      return .success(
        .failed("its date \(CalendarDay(received)) is before 2015; set the right one with --date"))
    }
    guard !listing.models.isEmpty else { return .success(.failed("it lists no models")) }
    do throws(HistoryFault) {
      return .success(try await history.insert(listing, at: received) ? .imported : .known)
    } catch {
      return .failure(error)
    }
  }

  private static func words(_ error: any Error, limit: Int) -> String {
    switch error {
    case RegularFile.Fault.unreadable(let reason): reason
    case RegularFile.Fault.tooLarge: "larger than \(limit / 1_048_576) MiB"
    case ProviderError.malformed(let reason): "not a model list: \(reason)"
    case ProviderError.refused(.incomplete(let reason)): "only a part of a list: \(reason)"
    case ProviderError.rejected(let status, let message, _):
      "an error instead of a list: \(status)" + (message.map { ": \($0)" } ?? "")
    case let error as ProviderError: error.summary
    default: "it cannot be read"
    }
  }
}

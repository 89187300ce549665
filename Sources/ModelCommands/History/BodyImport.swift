import Foundation
import ModelCatalog
import ModelRegistry

/// Takes saved bodies into a history: read and decoded on all cores, written one after the other.
struct BodyImport: Sendable {
  let history: CatalogHistory
  let now: Date
  /// For one body of which it is known; otherwise its name says, or the file's own time.
  var date: Date?
  var limit = 64 * 1_048_576

  enum Outcome: Hashable, Sendable {
    case imported
    /// The very same body of the same time had been taken in before.
    case known
    /// In a few words.
    case failed(String)
  }

  /// Each file's outcome, in no order; throws what is wrong with the history itself.
  func run(
    _ files: [String], _ report: (String, Outcome) async -> Void
  ) async throws(HistoryFault) {
    let result = await withTaskGroup(of: (String, Result<Outcome, HistoryFault>).self) { group in
      // Oldest first, as far as names tell: then each write is one at the end.
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
      listing = try OpenRouterPayload.listing(from: content.data, received: received)
    } catch {
      return .success(.failed(Self.words(error, limit: limit)))
    }
    guard received <= now else { return .success(.failed("its time is still to come")) }
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
    case ProviderError.malformed(let reason): "no model list: \(reason)"
    case ProviderError.refused(.incomplete(let reason)): "only a part of a list: \(reason)"
    case ProviderError.rejected(let status, let message, _):
      "an error in place of a list: \(status)" + (message.map { ": \($0)" } ?? "")
    default: "\(error)"
    }
  }
}

package import ArgumentParser
package import Foundation
package import ModelCatalog
package import ModelRegistry

/// The `--as-of` option of commands that only read.
package struct PastOption: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "Answer from the history, as of a time or the end of a day (UTC): 2026-08-01.",
      valueName: "date"))
  package var asOf: String?

  package init() {}

  /// The date given; nil for now.
  package func moment() throws(CommandFailure) -> Date? {
    try asOf.map { text throws(CommandFailure) in try Self.read(text, of: "--as-of") }
  }

  /// Parses a date; `flag` is named in the error.
  static func read(
    _ text: String, of flag: String, day part: Moment.DayPart = .end
  ) throws(CommandFailure) -> Date {
    do throws(Moment.Invalid) {
      return try Moment.parse(text, day: part)
    } catch {
      throw .usage("\(flag): \(error)")
    }
  }
}

extension ModelSource {
  /// The registry's own.
  ///
  /// A second one would drop the first one's file locks when it closes the file.
  func history() throws(CommandFailure) -> CatalogHistory {
    try settings.required(registry.history)
  }

  /// The models to answer from: the current ones, or those of a past date, without the network.
  func catalog(at moment: Date?) async throws -> Catalog {
    guard let moment else { return await snapshot().catalog }
    let history = try history()
    do throws(HistoryFault) {
      let observed = try await history.observation(notAfter: moment)
      console.note("OpenRouter's models as of \(MomentText.of(observed))")
    } catch {
      throw CommandFailure(error)
    }
    return try await settings.catalog(asOf: moment, in: registry)
  }

  /// Ids of the models that had changed recently at that time.
  func changedOfLate(asOf moment: Date) async throws -> Set<Model.ID> {
    let history = try history()
    do throws(HistoryFault) {
      return try await history.changedOfLate(asOf: moment)
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension Settings {
  /// The history of the selected upstream, for a command without a registry.
  func history() throws(CommandFailure) -> CatalogHistory { try required(registry.makeHistory()) }

  fileprivate func required(
    _ history: CatalogHistory?
  ) throws(CommandFailure) -> CatalogHistory {
    guard let history else { throw noHistory }
    // The history is in the cache's directory: one reason for both.
    if let problem = registry.cache?.accessProblem { throw .unable(problem) }
    return history
  }

  /// The models as of a past date, from the registry's history.
  package func catalog(
    asOf moment: Date, in registry: ModelRegistry
  ) async throws(CommandFailure) -> Catalog {
    do throws(HistoryFault) {
      if let catalog = try await registry.catalog(asOf: moment) { return catalog }
    } catch {
      throw CommandFailure(error)
    }
    throw noHistory
  }

  private var noHistory: CommandFailure {
    .unable(
      "no history is kept of \(registry.upstream.shown): it is a file; name the server whose history "
        + "is meant, as with --upstream \(Upstream.defaultText)")
  }
}

extension CommandFailure {
  /// Status 2 for a history that cannot be read, 1 if it does not cover the date.
  init(_ fault: HistoryFault) {
    switch fault {
    case .empty, .tooEarly, .future: self = .nothing(fault.summary)
    case .foreign, .broken, .newer, .locked, .unusable: self = .unable(fault.summary)
    }
  }
}

/// Dates as text.
enum MomentText {
  /// `2026-08-01 12:30 UTC`; without the time at midnight.
  static func of(_ date: Date) -> String {
    let day = CalendarDay(date)
    let minutes = Int(date.timeIntervalSince(day.start) / 60)
    guard minutes > 0 else { return "\(day)" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day) \(two(minutes / 60)):\(two(minutes % 60)) UTC"
  }
}

package import ArgumentParser
package import Foundation
package import ModelCatalog
import ModelRegistry

/// The flag of every command that only reads: answer as of a moment of the past.
package struct PastOption: ParsableArguments, Sendable {
  @Option(
    help: ArgumentHelp(
      "Answer as of that day's end or that time (UTC), from the history: 2026-08-01.",
      valueName: "date"))
  package var asOf: String?

  package init() {}

  /// The moment that was asked for; nil for now.
  package func moment() throws(CommandFailure) -> Date? {
    try asOf.map { text throws(CommandFailure) in try Self.read(text, of: "--as-of") }
  }

  /// A moment as people write it; `flag` is named where it is none.
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
  /// The registry's own: one opened besides would, when it closes the file, drop the locks of that.
  func history() throws(CommandFailure) -> CatalogHistory {
    try settings.required(registry.history)
  }

  /// The models to answer from: those of now, or those of a moment, without the network then.
  func catalog(at moment: Date?) async throws -> Catalog {
    guard let moment else { return await snapshot().catalog }
    let history = try history()
    do throws(HistoryFault) {
      let observed = try await history.observation(notAfter: moment)
      console.note("these are the models as OpenRouter listed them on \(MomentText.of(observed))")
    } catch {
      throw CommandFailure(error)
    }
    return try await settings.catalog(asOf: moment)
  }

  /// Ids of the models that had changed of late at that moment.
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
  /// The history of the upstream that is asked for, for a command without a registry.
  func history() throws(CommandFailure) -> CatalogHistory { try required(registry.history) }

  fileprivate func required(
    _ history: CatalogHistory?
  ) throws(CommandFailure) -> CatalogHistory {
    guard let history else {
      throw .unable("no history is kept of \(registry.upstream): it is a file")
    }
    return history
  }

  /// The models as they were at a moment of the past.
  package func catalog(asOf moment: Date) async throws(CommandFailure) -> Catalog {
    let history = try history()
    do throws(HistoryFault) {
      return try await history.catalog(asOf: moment, core: CoreModels.models)
    } catch {
      throw CommandFailure(error)
    }
  }
}

extension CommandFailure {
  /// A history that cannot be read is 2, one that knows nothing of the time asked for is 1.
  init(_ fault: HistoryFault) {
    switch fault {
    case .empty, .tooEarly, .future: self = .nothing(fault.summary)
    case .foreign, .broken, .newer, .locked, .unusable: self = .unable(fault.summary)
    }
  }
}

/// Moments as people read them.
enum MomentText {
  /// `2026-08-01 12:30 UTC`, and without the time of day at its beginning.
  static func of(_ date: Date) -> String {
    let day = CalendarDay(date)
    let minutes = Int(date.timeIntervalSince(day.start) / 60)
    guard minutes > 0 else { return "\(day)" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(day) \(two(minutes / 60)):\(two(minutes % 60)) UTC"
  }
}

import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// Who serves the models: what is known of it, and what has been asked for the query of the list.
struct Serving: Equatable, Sendable {
  /// All that is known.
  private(set) var table = EndpointTable()
  /// Why the endpoints of a model are not known, or no newer, by the id that was asked for.
  private(set) var failures: [Model.ID: EndpointFailure] = [:]
  /// Ids whose page waits for an answer.
  private(set) var asking: Set<Model.ID> = []
  /// What the query of the list needs; nil while it needs nothing.
  private(set) var wish: EndpointWish?
  /// When upstream is asked for it; nil while nothing is due.
  private(set) var due: Date?
  /// How far the models of the query are known; nil while nothing is asked.
  private(set) var progress: Progress?
  /// Whether the first row stays selected while rows come: until a key.
  private(set) var keepsFirstRow = false
  /// The reason that was shown last.
  private var shownFailure: ProviderError?

  struct Progress: Equatable, Sendable {
    var known: Int
    var of: Int
    var isDone: Bool
  }

  /// How long a query that is being typed rests before upstream is asked, in seconds.
  static let rest = 0.5

  // MARK: - The page of one model

  /// The page of a model has been opened.
  mutating func ask(for id: Model.ID) -> [Effect] {
    asking.insert(id)
    return [.loadEndpoints(id)]
  }

  mutating func receive(_ answer: EndpointAnswer, of id: Model.ID, isFinal: Bool) {
    if let known = answer.known { table[id] = known }
    guard isFinal else { return }
    asking.remove(id)
    failures[id] = answer.failure
  }

  // MARK: - The query of the list

  /// Notes what the query needs now; it is due after a rest, or at once.
  mutating func want(_ new: EndpointWish?, now: Date, atOnce: Bool) {
    if new != wish {
      wish = new
      due = new == nil ? nil : now.addingTimeInterval(Self.rest)
      if new == nil { progress = nil }
    }
    if atOnce, due != nil { due = now }
  }

  /// Whether it is time to ask; once.
  mutating func isDue(now: Date) -> Bool {
    guard let due, due <= now else { return false }
    self.due = nil
    return true
  }

  mutating func beginGathering(of count: Int) {
    progress = Progress(known: 0, of: count, isDone: count == 0)
    keepsFirstRow = true
  }

  /// Returns what a person should know: what is not known for a reason that is another than before.
  mutating func receive(_ new: EndpointProgress) -> String? {
    table = new.table
    guard progress != nil else { return nil }
    progress = Progress(known: new.known, of: new.of, isDone: new.isDone)
    guard new.isDone, let failure = new.zeroRetentionFailure ?? new.missing?.failure,
      failure.error != shownFailure
    else { return nil }
    shownFailure = failure.error
    let what =
      new.zeroRetentionFailure == nil
      ? "the endpoints of \(CountText.of(new.missing?.count ?? 0, "model")) are not known"
      : "which endpoints keep no data is not known"
    return "\(what): \(failure.summary)"
  }

  /// The person has done something.
  mutating func touched() { keepsFirstRow = false }

  /// When the clock was set back.
  mutating func clockWasSetBack(by seconds: TimeInterval) { due?.addTimeInterval(-seconds) }
}

/// What the query of the list needs to know of endpoints.
struct EndpointWish: Equatable, Sendable {
  let query: Query
  let need: EndpointNeed
  let hiding: Model.Source?
  /// When the list of models was received, since another one has other models.
  let received: Date?
}

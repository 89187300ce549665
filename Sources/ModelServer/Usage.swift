import ModelCatalog
import NIOConcurrencyHelpers
import Synchronization

/// Counts requests since the start.
final class Usage: Sendable {
  private let requests = NIOLockedValueBox<[APIEndpoint: Int]>([:])
  /// Requests for unknown paths.
  private let others = Atomic<Int>(0)

  /// Nil for an unknown path.
  func count(_ endpoint: APIEndpoint?) {
    guard let endpoint else {
      others.add(1, ordering: .relaxed)
      return
    }
    requests.withLockedValue { $0[endpoint, default: 0] += 1 }
  }

  /// `requests` by path, `searches`, and the given `refreshes`.
  func json(refreshes: JSONValue) -> JSONValue {
    let counts = requests.withLockedValue { $0 }
    let byRoute = APIEndpoint.allCases.map {
      JSONValue.Member($0.path, .integer(counts[$0] ?? 0))
    }
    let other = JSONValue.Member("other", .integer(others.load(ordering: .relaxed)))
    return [
      "requests": .object(byRoute + [other]),
      "searches": .integer(counts[.search] ?? 0),
      "refreshes": refreshes,
    ]
  }
}

package import Foundation
package import ModelCatalog

/// Who serves one model, as far as it is known.
package struct EndpointAnswer: Hashable, Sendable {
  /// Nil if nothing is known.
  package var known: ModelEndpoints?
  /// Why it is not known, or no newer; nil if all is well.
  package var failure: EndpointFailure?

  package init(known: ModelEndpoints? = nil, failure: EndpointFailure? = nil) {
    self.known = known
    self.failure = failure
  }
}

/// Why upstream gave no answer about endpoints.
package struct EndpointFailure: Hashable, Sendable {
  package var error: ProviderError
  package var date: Date

  /// One sentence, without a full stop.
  package var summary: String { error.endpointSummary }

  package init(error: ProviderError, date: Date) {
    self.error = error
    self.date = date
  }
}

/// How far the endpoints of many models are known.
package struct EndpointProgress: Hashable, Sendable {
  /// All that is known now.
  package var table: EndpointTable
  /// Models whose endpoints are known, of those that were asked for.
  package var known: Int
  package var of: Int
  /// Whether nothing more will come.
  package var isDone: Bool
  /// Why some are not known, or no newer; nil while nothing failed.
  package var failure: EndpointFailure?
  /// Why it is not known which endpoints keep no data; nil if it is, or was not asked.
  package var zeroRetentionFailure: EndpointFailure?

  package init(
    table: EndpointTable, known: Int, of: Int, isDone: Bool, failure: EndpointFailure? = nil,
    zeroRetentionFailure: EndpointFailure? = nil
  ) {
    self.table = table
    self.known = known
    self.of = of
    self.isDone = isDone
    self.failure = failure
    self.zeroRetentionFailure = zeroRetentionFailure
  }

  /// How many are not known, and why.
  package var missing: (count: Int, failure: EndpointFailure)? {
    guard known < of, let failure else { return nil }
    return (of - known, failure)
  }
}

/// How old an answer about endpoints may be.
package enum EndpointNeed: Hashable, Sendable {
  /// Prices and limits, which change little in an hour.
  case prices
  /// Uptime, latency and throughput as well.
  case health

  /// In seconds.
  package var maxAge: TimeInterval {
    switch self {
    case .prices: 3600
    case .health: 300
    }
  }
}

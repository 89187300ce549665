package import Foundation
package import ModelCatalog

/// What is said about the endpoints of a model, in sentences without a full stop.
package enum EndpointWords {
  /// What an endpoint lacks of what the list promises: `structured tools 1.05M`; empty if nothing.
  package static func missing(in endpoint: Endpoint, of model: Model) -> String {
    ListPromise(of: model).missing(in: endpoint).map { name in
      switch name {
      case ListPromise.contextName: model.contextLength.map(CountText.short) ?? "context"
      case "structured_outputs": "structured"
      default: name
      }
    }.joined(separator: " ")
  }

  /// `32 endpoints · input 0.336–2.31, output 1.056–7.26 $/M · the list says 0.966 and 3.036`.
  package static func prices(_ known: ModelEndpoints, of model: Model) -> String {
    var parts = [CountText.of(known.endpoints.count, "endpoint")]
    let ranges = [PriceKind.input, .output].compactMap { kind in
      known.range(of: kind).map { "\(kind.words) \(range($0, kind))" }
    }
    if !ranges.isEmpty { parts.append("\(ranges.joined(separator: ", ")) $/M") }
    let listed = [PriceKind.input, .output].compactMap { kind in
      model.pricing[kind].map { PriceText.short($0, kind) }
    }
    if !ranges.isEmpty, !listed.isEmpty {
      parts.append("the list says \(listed.joined(separator: " and "))")
    }
    return parts.joined(separator: " · ")
  }

  /// `19 of 32 have everything that the list promises (tools, 128,000 tokens)`; nil where the list
  /// promises nothing.
  package static func completeness(_ known: ModelEndpoints, of model: Model) -> String? {
    let promise = ListPromise(of: model)
    let names =
      promise.parameters + (promise.contextLength.map { ["\(CountText.grouped($0)) tokens"] } ?? [])
    guard !names.isEmpty, !known.endpoints.isEmpty else { return nil }
    return "\(count(known, of: model)) everything that the list promises "
      + "(\(names.joined(separator: ", ")))"
  }

  /// `13 endpoints, 0.34–1.44 $/M in, the list says 0.97; none has everything that the list promises`,
  /// for one line.
  package static func summary(_ known: ModelEndpoints, of model: Model) -> String {
    guard !known.endpoints.isEmpty else { return "OpenRouter names no endpoints" }
    var text = CountText.of(known.endpoints.count, "endpoint")
    if let prices = known.range(of: .input) {
      text += ", \(range(prices, .input)) $/M in"
      if known.endpoints.count > 1, let listed = model.pricing[.input] {
        text += ", the list says \(PriceText.short(listed, .input))"
      }
    }
    let promise = ListPromise(of: model)
    guard !promise.parameters.isEmpty || promise.contextLength != nil else { return text }
    return text + "; \(count(known, of: model)) everything that the list promises"
  }

  /// `prices and health 4 min old`; health, which changes by the minute, is named apart from five
  /// minutes on.
  package static func age(of known: ModelEndpoints, now: Date) -> String {
    let seconds = now.timeIntervalSince(known.fetched)
    let age = AgeText.span(seconds)
    return seconds < 300
      ? "prices and health \(age) old" : "prices \(age) old · health \(age) old, may differ now"
  }

  /// What is said once where no endpoint has a latency or a throughput.
  package static let needsKey = "LATENCY and TOK/S need OPENROUTER_API_KEY"

  package static func lacksMedians(_ known: ModelEndpoints) -> Bool {
    known.endpoints.allSatisfy { $0.health.latency == nil && $0.health.throughput == nil }
  }

  private static func count(_ known: ModelEndpoints, of model: Model) -> String {
    let (complete, all) = (known.complete(for: model), known.endpoints.count)
    if all == 1 { return complete == 1 ? "it has" : "it does not have" }
    return switch complete {
    case 0: "none of \(all) has"
    case all: "all of them have"
    case 1: "1 of \(all) has"
    default: "\(complete) of \(all) have"
    }
  }

  /// `0.336–2.31`; one amount where both ends are the same.
  private static func range(_ range: ClosedRange<Decimal>, _ kind: PriceKind) -> String {
    func text(_ amount: Decimal) -> String {
      PriceText.short(.fixed(amount.movingPoint(by: -kind.unit.shownPlaces)), kind)
    }
    let (low, high) = (text(range.lowerBound), text(range.upperBound))
    return low == high ? low : "\(low)–\(high)"
  }
}

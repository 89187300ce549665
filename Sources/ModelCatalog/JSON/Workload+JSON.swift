import Foundation

extension Workload {
  /// What it costs with a model, for programs: `cost` and its parts are null where there is none,
  /// and `reason` says why.
  package func costJSON(of model: Model) -> JSONValue {
    let cost: Result<CallCost, NoCost>
    do throws(NoCost) {
      cost = .success(try self.cost(of: model))
    } catch {
      cost = .failure(error)
    }
    let found = try? cost.get()
    let sameText = try? monthlyCostOfSameText(with: model)
    return [
      "id": .text(model.id), "workload": .text(description),
      "perCall": JSONValue(found?.perCall), "perMonth": JSONValue(found?.perMonth),
      "callsPerMonth": .decimal(calls.perMonth), "isEstimate": .flag(isEstimate(for: model)),
      "parts": found.map { .list($0.parts.map(\.json)) } ?? .null,
      "sameText": sameText.map {
        [
          "tokenizer": .text(TokenizerFamily(of: model).rawValue),
          "low": .decimal($0.lowerBound), "high": .decimal($0.upperBound),
        ]
      } ?? .null,
      "notes": JSONValue(found?.notes.map(\.name) ?? []),
      "reason": cost.failure.map { .text($0.name) } ?? .null,
    ]
  }
}

extension CallCost.Part {
  /// `usd` is of one call, `price` is USD per unit as prices are shown.
  fileprivate var json: JSONValue {
    [
      "item": .text(item.name), "units": .decimal(units), "unit": .text(unit.words),
      "price": .decimal(price.movingPoint(by: unit.shownPlaces)), "usd": .decimal(amount),
    ]
  }
}

extension CallCost.Item {
  /// For programs.
  package var name: String {
    switch self {
    case .prompt: "prompt"
    case .cacheRead: "cacheRead"
    case .cacheWrite: "cacheWrite"
    case .answer: "answer"
    case .request: "request"
    case .search: "search"
    }
  }
}

extension CallCost.Note {
  /// For programs.
  fileprivate var name: String {
    switch self {
    case .noCacheReadPrice: "noCacheReadPrice"
    case .noCacheWritePrice: "noCacheWritePrice"
    case .noSearchPrice: "noSearchPrice"
    case .longPrompt(let limit): "longPrompt>\(limit)"
    case .scheduled: "scheduled"
    case .unknownCondition(let key): "unknownCondition:\(key)"
    case .batch: "batch"
    case .freeVariant: "freeVariant"
    }
  }
}

extension NoCost {
  /// For programs.
  fileprivate var name: String {
    switch self {
    case .notText: "notText"
    case .notPerToken: "notPerToken"
    case .unknownPrice: "unknownPrice"
    case .variablePrice: "variablePrice"
    }
  }
}

extension Result {
  fileprivate var failure: Failure? {
    switch self {
    case .success: nil
    case .failure(let failure): failure
    }
  }
}

extension FactTable {
  /// What it costs for somebody's work.
  static let costs: [Fact] = [
    .monthlyCost,
    Fact(
      "callcost", "Cost of a call", short: "$/CALL", json: "cost.perCall", kind: .cost,
      order: .smallestFirst, needsWorkload: true
    ) { context in
      guard let workload = context.workload, let cost = try? workload.cost(of: context.model)
      else { return .unknown }
      return .cost(cost.perCall, isEstimate: workload.isEstimate(for: context.model))
    },
  ]
}

extension Fact {
  package static let monthlyCost = Fact(
    "cost", "Cost a month", short: "$/MONTH", words: "cost a month", json: "cost.perMonth",
    kind: .cost, order: .smallestFirst, query: ["cost"], needsWorkload: true
  ) { context in
    guard let workload = context.workload, let cost = workload.monthlyCost(of: context.model)
    else { return .unknown }
    return .cost(cost, isEstimate: workload.isEstimate(for: context.model))
  }
}

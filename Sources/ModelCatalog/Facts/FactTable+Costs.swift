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
    // Where models have different tokenizers, the same text is not the same number of tokens.
    Fact(
      "texttokens", "Same text, tokens", short: "SAME TEXT", kind: .tokens, width: 15,
      needsWorkload: true
    ) { context in
      guard let workload = context.workload, workload.monthlyCost(of: context.model) != nil
      else { return .unknown }
      return .tokenRange(workload.tokensOfSameText(with: context.model))
    },
    Fact(
      "textcost", "Same text a month", short: "$ SAME TEXT", words: "cost of the same text",
      kind: .cost, width: 17, needsWorkload: true
    ) { context in
      guard let workload = context.workload,
        let range = try? workload.monthlyCostOfSameText(with: context.model)
      else { return .unknown }
      return .costRange(range)
    },
    .fit,
  ]
}

extension Fact {
  /// Whether the workload's prompt and answer fit into the model's context.
  package static let fit = Fact("fit", "Fit", kind: .text, width: 5, needsWorkload: true) {
    context in
    guard let workload = context.workload else { return .unknown }
    let answer = FitAnswer(
      workload.promptTokens(for: context.model),
      within: context.model.promptLimit(besides: workload.output))
    return .text(answer.rawValue)
  }

  package static let monthlyCost = Fact(
    "cost", "Cost a month", short: "$/MONTH", words: "cost a month", json: "cost.perMonth",
    kind: .cost, order: .smallestFirst, query: ["cost"], needsWorkload: true
  ) { context in
    guard let workload = context.workload, let cost = workload.monthlyCost(of: context.model)
    else { return .unknown }
    return .cost(cost, isEstimate: workload.isEstimate(for: context.model))
  }
}

import Foundation
import ModelCatalog

extension ImageCoder {
  /// Every fact that a row of OpenRouter can have: `source`, `openRouterID`, `isRetired` and
  /// `lastListed` are none of them.
  mutating func code(_ model: inout Model) throws(ImageFault) {
    try code(&model.id)
    try code(&model.name)
    try code(&model.author)
    try code(&model.description)
    try code(&model.contextLength)
    try code(&model.providerContextLength)
    try code(&model.maxOutput)
    try code(&model.pricing)
    try code(&model.inputModalities)
    try code(&model.outputModalities)
    try code(&model.supportedParameters, []) { (coder, names) throws(ImageFault) in
      try coder.code(&names)
    }
    try code(&model.reasoning, Model.Reasoning(isMandatory: false)) {
      (coder, reasoning) throws(ImageFault) in
      try coder.code(&reasoning.isMandatory)
      try coder.code(&reasoning.efforts)
      try coder.code(&reasoning.defaultEffort)
      try coder.code(&reasoning.isDefault)
    }
    try code(&model.supportedVoices)
    try code(&model.defaultParameters, ("", 0)) { (coder, parameter) throws(ImageFault) in
      try coder.code(&parameter.key)
      try coder.code(&parameter.value)
    }
    try code(&model.created, .distantPast) { (coder, date) throws(ImageFault) in
      try coder.code(&date)
    }
    try code(&model.knowledgeCutoff)
    try code(&model.expirationDate)
    try code(&model.canonicalSlug)
    try code(&model.huggingFaceID)
    try code(&model.aliasTarget)
    try code(&model.tokenizer)
    try code(&model.instructType)
    try code(&model.isModerated)
    try code(&model.benchmarks)
  }

  private mutating func code(_ benchmarks: inout Model.Benchmarks?) throws(ImageFault) {
    try code(&benchmarks, .init(intelligence: nil, coding: nil, agentic: nil)) {
      (coder, benchmarks) throws(ImageFault) in
      try coder.code(&benchmarks.intelligence)
      try coder.code(&benchmarks.coding)
      try coder.code(&benchmarks.agentic)
      try coder.code(&benchmarks.arenas, .init(arena: "", category: "", elo: nil, rank: nil)) {
        (coder, arena) throws(ImageFault) in
        try coder.code(&arena.arena)
        try coder.code(&arena.category)
        try coder.code(&arena.elo)
        try coder.code(&arena.rank)
      }
    }
  }

  private mutating func code(_ modalities: inout [Modality]) throws(ImageFault) {
    try code(&modalities, .text) { (coder, modality) throws(ImageFault) in
      var name = modality.name
      try coder.code(&name)
      modality = Modality(name)
    }
  }

  private mutating func code(_ day: inout CalendarDay?) throws(ImageFault) {
    try code(&day, CalendarDay(daysSince1970: 0)) { (coder, day) throws(ImageFault) in
      var days = day.daysSince1970
      try coder.code(&days)
      day = CalendarDay(daysSince1970: days)
    }
  }

  // MARK: - Prices

  private mutating func code(_ pricing: inout Pricing) throws(ImageFault) {
    try code(&pricing.prices)
    try code(&pricing.other)
    try code(&pricing.overrides, PriceOverride(conditions: [], prices: [:])) {
      (coder, override) throws(ImageFault) in
      try coder.code(&override.conditions, .unknown("")) { (coder, condition) throws(ImageFault) in
        try coder.code(&condition)
      }
      try coder.code(&override.prices)
      try coder.code(&override.other)
    }
  }

  private mutating func code(_ prices: inout [PriceKind: Price]) throws(ImageFault) {
    try code(&prices, (.input, .variable)) { (coder, entry) throws(ImageFault) in
      try coder.code(&entry.key, of: PriceKind.allCases)
      try coder.code(&entry.value)
    }
  }

  private mutating func code(_ prices: inout [String: Price]) throws(ImageFault) {
    try code(&prices, ("", .variable)) { (coder, entry) throws(ImageFault) in
      try coder.code(&entry.key)
      try coder.code(&entry.value)
    }
  }

  /// An exponent and a significand; an exponent that no price has is "varies".
  private mutating func code(_ price: inout Price) throws(ImageFault) {
    let varies = Int.min
    var exponent = price.amount?.exponent ?? varies
    try code(&exponent)
    guard exponent != varies else { return price = .variable }
    // What was read from text has no more than 64 bits.
    let written = price.amount.map { NSDecimalNumber(decimal: $0.significand).uint64Value } ?? 0
    var bits = Int(truncatingIfNeeded: written)
    try code(&bits)
    guard (-128...127).contains(exponent) else { throw ImageFault() }
    price = .fixed(
      Decimal(
        sign: .plus, exponent: exponent,
        significand: Decimal(UInt64(truncatingIfNeeded: bits))))
  }

  private mutating func code(_ condition: inout PriceOverride.Condition) throws(ImageFault) {
    var kind = 0
    var (first, last) = (0, 0)
    var days: [Weekday] = []
    var key = ""
    switch condition {
    case .promptTokens(let above): (kind, first) = (1, above)
    case .utcMinutes(let from, let until): (kind, first, last) = (2, from, until)
    case .utcDays(let named): (kind, days) = (3, named)
    case .unknown(let name): (kind, key) = (4, name)
    }
    try code(&kind)
    try code(&first)
    try code(&last)
    try code(&days, .monday) { (coder, day) throws(ImageFault) in
      try coder.code(&day, of: Weekday.allCases)
    }
    try code(&key)
    switch kind {
    case 1: condition = .promptTokens(above: first)
    case 2: condition = .utcMinutes(from: first, until: last)
    case 3: condition = .utcDays(days)
    case 4: condition = .unknown(key)
    default: throw ImageFault()
    }
  }
}

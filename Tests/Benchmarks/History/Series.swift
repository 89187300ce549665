import Foundation
import ModelCatalog
import Support

/// Bodies twice a day, generated from a real one with measured change rates: models added, removed
/// and listed again, prices, limits, names, truncated descriptions, and scores.
struct Series {
  private var listed: [Model]
  private var away: [Model] = []
  private var random = SeededRandom(seed: 18)
  private var count = 0

  /// 18 months.
  static let length = 1095

  init(_ models: [Model]) {
    listed = models
    away = (0..<60).compactMap { number in
      var model = models[number * 5 % models.count]
      model.id += "-other\(number)"
      return model
    }
  }

  /// The date of the next body.
  var date: Date { Date(timeIntervalSince1970: 1_740_000_000 + Double(count) * 43_200) }

  /// The models of the next body.
  mutating func next() -> [Model] {
    count += 1
    // How many of 315 real steps had a change of each kind.
    if happens(150) { replace(Int.random(in: 1...6, using: &random)) }
    if happens(246) { change(5) { $0.pricing.prices[.input] = .fixed(Self.price(&$1)) } }
    if happens(92) { change(2) { $0.contextLength = 1000 * Int.random(in: 8...2000, using: &$1) } }
    if happens(5) { change(1) { $0.name += " \(Int.random(in: 1...9, using: &$1))" } }
    if happens(20) {
      change(40) { model, random in
        model.description = model.description.map {
          String($0.prefix(Int.random(in: 160...330, using: &random))) + "..."
        }
      }
    }
    if happens(137) { change(420) { Self.play(&$0, &$1) } }
    listed.shuffle(using: &random)
    return listed
  }

  /// Changes this many models, as between the two newest real bodies with many changes.
  mutating func change(_ count: Int, _ body: (inout Model, inout SeededRandom) -> Void) {
    for index in listed.indices.shuffled(using: &random).prefix(count) {
      body(&listed[index], &random)
    }
  }

  static func price(_ random: inout SeededRandom) -> Decimal {
    Decimal(
      sign: .plus, exponent: -8, significand: Decimal(Int.random(in: 1...900, using: &random)))
  }

  private mutating func happens(_ times: Int) -> Bool {
    Int.random(in: 0..<315, using: &random) < times
  }

  private mutating func replace(_ count: Int) {
    for _ in 0..<count {
      let index = Int.random(in: listed.indices, using: &random)
      away.append(listed.remove(at: index))
      listed.append(away.remove(at: Int.random(in: away.indices, using: &random)))
    }
  }

  /// Changes every score a little.
  private static func play(_ model: inout Model, _ random: inout SeededRandom) {
    guard var benchmarks = model.benchmarks else { return }
    for index in benchmarks.arenas.indices {
      let step = Double(Int.random(in: -3...3, using: &random))
      benchmarks.arenas[index].elo = benchmarks.arenas[index].elo.map { $0 + step }
      if step == 3 { benchmarks.arenas[index].rank = Int.random(in: 1...60, using: &random) }
    }
    model.benchmarks = benchmarks
  }
}

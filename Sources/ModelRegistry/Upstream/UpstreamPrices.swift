import ModelCatalog

/// A key of upstream's `pricing` object whose amount can have a meaning here.
enum UpstreamPriceKey: String, CaseIterable {
  case prompt, completion
  case cacheRead = "input_cache_read"
  case cacheWrite = "input_cache_write"
  case cacheWrite1h = "input_cache_write_1h"
  case reasoning = "internal_reasoning"
  case image
  case imageToken = "image_token"
  case imageOutput = "image_output"
  case audio
  case audioOutput = "audio_output"
  case audioCache = "input_audio_cache"
  case request
  case webSearch = "web_search"

  /// A dictionary, since comparing with each raw value in turn would be most of reading a price.
  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  init?(name: String) {
    guard let key = Self.byName[name] else { return nil }
    self = key
  }
}

/// Amounts as upstream sends them, whatever their units.
struct UpstreamPrices {
  /// Few, so that looking one up is walking along them.
  private(set) var known: [(key: UpstreamPriceKey, price: Price)] = []
  /// By keys that are not known.
  private(set) var other: [String: Price] = [:]

  subscript(key: UpstreamPriceKey) -> Price? { known.first { $0.key == key }?.price }

  /// Of two amounts under one key the later is kept.
  mutating func insert(_ price: Price, under name: String) {
    guard let key = UpstreamPriceKey(name: name) else {
      other[Self.shown(name)] = price
      return
    }
    if let index = known.firstIndex(where: { $0.key == key }) {
      known[index].price = price
    } else {
      known.append((key, price))
    }
  }

  /// A key as it can be shown.
  static func shown(_ name: String) -> String {
    DisplayText.nonEmpty(name, limit: 60) ?? "unnamed"
  }
}

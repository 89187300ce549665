import ModelCatalog

extension Model {
  /// A row of OpenRouter with only an id; the author is that of the id by default.
  static func listed(
    _ id: String, author: String? = nil, _ change: (inout Model) -> Void = { _ in }
  ) -> Model {
    let own = String(id.drop { $0 == "~" }.prefix { $0 != "/" })
    var model = Model(id: id, source: .openRouter, name: id, author: author ?? own)
    change(&model)
    return model
  }

  /// A core model with only an id.
  static func core(
    _ id: String, author: String = "openai", _ change: (inout Model) -> Void = { _ in }
  ) -> Model {
    var model = Model(id: id, source: .core, name: id, author: author)
    change(&model)
    return model
  }
}

/// The same numbers in every run, so that failures are reproducible.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

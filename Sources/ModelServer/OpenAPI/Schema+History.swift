import ModelCatalog

extension Schema {
  /// One model's life: changes the newest first, prices the oldest first.
  static let modelHistory = object([
    .init("id", text), .init("name", optional(text)), .init("firstSeen", optional(date)),
    .init("lastSeen", optional(date)), .init("historyBegan", optional(date)),
    .init("isListed", flag), .init("removed", optional(date)),
    .init("successor", optional(text)), .init("changes", list(of: named("HistoryEntry"))),
    .init("prices", list(of: pricePeriod)),
  ])

  /// What happened to a model; `kind` says which of the other members there are.
  static let historyEntry = object(
    [
      .init("date", date), .init("id", text), .init("name", text),
      .init("kind", oneOf(["added", "returned", "removed", "changed", "scheduledPrice"])),
    ],
    optional: [
      .init("lastSeen", date), .init("fields", list(of: change)), .init("since", date),
      .init("count", count), .init("input", optional(range)),
      .init("output", optional(range)),
    ])

  /// A field by its name in the model, `pricing.input` for one inside; the values are the field's.
  private static let change = object([
    .init("field", text), .init("old", .object([])), .init("new", .object([])),
  ])

  private static let range = object([.init("lowest", number), .init("highest", number)])

  private static let pricePeriod = object(
    [
      .init("from", date), .init("until", optional(date)), .init("input", price),
      .init("output", price),
    ], optional: [.init("characters", price), .init("audioDuration", price)])

  /// USD per million tokens or characters, or per unit of audio; null is unknown.
  private static let price: JSONValue = [
    "anyOf": [number, constant("variable"), null]
  ]
}

import ModelCatalog

extension Schema {
  /// The history of one model: changes newest first, prices oldest first.
  static let modelHistory = object([
    .init("id", text), .init("name", optional(text)), .init("firstSeen", optional(date)),
    .init("lastSeen", optional(date)), .init("historyBegan", optional(date)),
    .init("isListed", flag), .init("removed", optional(date)),
    .init("successor", optional(text)), .init("changes", list(of: named("HistoryEntry"))),
    .init("prices", list(of: pricePeriod)),
  ])

  /// What happened to a model; the other members depend on `kind`.
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

  /// A field by its path in the model (`pricing.input`), with its old and new value.
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

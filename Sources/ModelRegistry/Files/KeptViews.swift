/// The kept views of a person, in the order in which they were first kept.
package struct KeptViews: Equatable, Sendable {
  package private(set) var all: [KeptView] = []

  package init() {}

  package var names: [String] { all.map(\.name) }

  package subscript(name: String) -> KeptView? { all.first { $0.name == name } }

  /// Adds a view, in the place of one with the same name.
  package mutating func keep(_ view: KeptView) {
    if let position = all.firstIndex(where: { $0.name == view.name }) {
      all[position] = view
    } else {
      all.append(view)
    }
  }

  package mutating func rename(_ name: String, to newName: String) {
    guard let position = all.firstIndex(where: { $0.name == name }) else { return }
    all[position].name = newName
  }

  package mutating func remove(_ name: String) { all.removeAll { $0.name == name } }
}

extension KeptViews: Codable {
  /// One that cannot be read, or has the name of an earlier one, is left out.
  package init(from decoder: any Decoder) throws {
    for view in try [Readable](from: decoder).compactMap(\.view) where self[view.name] == nil {
      all.append(view)
    }
  }

  package func encode(to encoder: any Encoder) throws { try all.encode(to: encoder) }

  private struct Readable: Decodable {
    let view: KeptView?

    init(from decoder: any Decoder) throws { view = try? KeptView(from: decoder) }
  }
}

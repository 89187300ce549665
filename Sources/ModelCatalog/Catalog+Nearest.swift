extension Catalog {
  /// The ids that a person may have meant by a name that stands for no model, the likeliest first.
  ///
  /// The letters before the slash count as much as those after it; a name without a slash is
  /// compared with the part after it too.
  package func nearest(to name: String, limit: Int = 5) -> [Model.ID] {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
    let isBare = !name.contains("/")
    let ranked = models.map { model in
      let whole = Self.distance(wanted, to: model.id)
      let slug = isBare ? Self.distance(wanted, to: String(model.slug)) : whole
      return (id: model.id, distance: min(whole, slug))
    }
    return ranked.sorted { ($0.distance, $0.id) < ($1.distance, $1.id) }
      .prefix(limit).map(\.id)
  }

  /// A name that the id holds as it is, is nearer than one with other letters.
  private static func distance(_ wanted: [Unicode.Scalar], to id: String) -> Int {
    let letters = Array(id.lowercased().unicodeScalars.prefix(64))
    let isInside = !wanted.isEmpty && id.lowercased().contains(String(wanted))
    // Letters that only the id has are half as bad as wrong ones where it holds the name whole.
    return isInside
      ? letters.count - wanted.count : EditDistance.between(wanted, letters) * 2
  }
}

extension String {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

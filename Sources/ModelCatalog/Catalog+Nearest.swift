extension Catalog {
  /// The ids that may have been meant by an unknown name, the likeliest first.
  ///
  /// A name without a slash is also compared with the part of the id after the slash.
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

  /// An id that contains the name is nearer than one with other letters.
  private static func distance(_ wanted: [Unicode.Scalar], to id: String) -> Int {
    let letters = Array(id.lowercased().unicodeScalars.prefix(64))
    let isInside = !wanted.isEmpty && id.lowercased().contains(String(wanted))
    // If the id contains the whole name, its additional letters cost half as much as wrong ones.
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

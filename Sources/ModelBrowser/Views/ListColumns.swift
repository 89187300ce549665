import ModelCatalog

/// Which columns of the list fit a width, and where they stand.
struct ListColumns: Equatable {
  /// The column of one fact.
  struct Column: Hashable {
    let fact: Fact

    /// A letter each for the abilities.
    var title: String {
      switch fact {
      case .displayName: "MODEL"
      case .abilities: Ability.allCases.map { String($0.letter) }.joined()
      default: fact.shortTitle
      }
    }

    /// In terminal cells, with the gap before it; the name takes what is left.
    var width: Int { fact == .displayName ? 0 : fact.width + gap }

    /// Cells before it, that its width counts.
    var gap: Int {
      switch fact.kind {
      case _ where fact == .displayName: 0
      case .tokens, .price, .cost, .score: 1
      case .text, .names, .day, .flag, .structure: 2
      }
    }

    /// Cells before the title, so that it stands over what is below it.
    func titleOffset(in width: Int) -> Int {
      switch fact.kind {
      case .tokens, .cost, .score: max(0, width - title.count)
      case .price: 1
      case .text, .names, .day, .flag, .structure: 0
      }
    }

    /// What a click on the title sorts by.
    var sortKey: SortKey? {
      if fact == .created { return .new }
      return fact.order == nil || fact.name == "id" || fact.name == "maxout" ? nil : .fact(fact)
    }
  }

  struct Slot: Equatable {
    let column: Column
    /// Cells from the left edge of the list, without the gap.
    let offset: Int
    /// Without the gap.
    let width: Int
  }

  let slots: [Slot]

  /// Cells for the marks before the name.
  static let markWidth = 3
  private static let leastNameWidth = 20
  /// What is given up first stands last.
  private static let byImportance = columns([
    "input", "output", "context", "abilities", "created", "maxout", "id",
  ])
  /// In the order in which they stand.
  private static let all = columns([
    "name", "id", "input", "output", "context", "maxout", "abilities", "created",
  ])

  private static func columns(_ names: [String]) -> [Column] {
    names.compactMap { FactTable[$0].map(Column.init) }
  }

  init(width: Int) {
    // A blank keeps the last column off the border.
    var left = width - Self.markWidth - Self.leastNameWidth - 1
    var chosen: Set<Column> = [Column(fact: .displayName)]
    for column in Self.byImportance {
      let needed = column.fact.name == "id" ? column.width + 16 : column.width
      guard left >= needed else { break }
      left -= column.width
      chosen.insert(column)
    }
    var offset = Self.markWidth
    slots = Self.all.filter(chosen.contains).map { column in
      if column.fact == .displayName {
        let nameWidth = max(1, Self.leastNameWidth + left)
        defer { offset += nameWidth }
        return Slot(column: column, offset: offset, width: min(nameWidth, max(1, width - offset)))
      }
      defer { offset += column.width }
      return Slot(column: column, offset: offset + column.gap, width: column.width - column.gap)
    }
  }

  /// Cells of a column with the gap before it; 0 where it is not shown.
  func width(of fact: Fact) -> Int {
    slots.first { $0.column.fact == fact }?.column.width ?? 0
  }

  /// The column whose title is at a point of the screen.
  func column(at point: Point, in layout: Layout) -> Column? {
    guard layout.columnTitles.contains(point) else { return nil }
    let offset = point.column - layout.columnTitles.column
    return slots.last { $0.offset <= offset }?.column
  }
}

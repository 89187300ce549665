import ModelCatalog

/// Which columns of the list fit a width, and where they stand.
struct ListColumns: Equatable {
  enum Column: CaseIterable {
    case name, id, input, output, context, maxOutput, abilities, listed

    var title: String {
      switch self {
      case .name: "MODEL"
      case .id: "ID"
      case .input: "IN $/M"
      case .output: "OUT $/M"
      case .context: "CONTEXT"
      case .maxOutput: "MAX OUT"
      case .abilities: Ability.allCases.map { String($0.letter) }.joined()
      case .listed: "LISTED"
      }
    }

    /// In terminal cells, with the gap before it.
    var width: Int {
      switch self {
      case .name: 0
      case .id: 38
      case .input, .output: 9
      case .context, .maxOutput: 8
      case .abilities: 9
      case .listed: 12
      }
    }

    /// Cells before it, that its width counts.
    var gap: Int {
      switch self {
      case .name: 0
      case .input, .output, .context, .maxOutput: 1
      case .id, .abilities, .listed: 2
      }
    }

    /// Cells before the title, so that it stands over what is below it.
    func titleOffset(in width: Int) -> Int {
      switch self {
      case .context, .maxOutput: max(0, width - title.count)
      case .input, .output: 1
      case .name, .id, .abilities, .listed: 0
      }
    }

    var sortKey: SortKey? {
      switch self {
      case .name: .name
      case .input: .price
      case .output: .output
      case .context: .context
      case .listed: .new
      case .id, .maxOutput, .abilities: nil
      }
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
  private static let byImportance: [Column] = [
    .input, .output, .context, .abilities, .listed, .maxOutput, .id,
  ]

  init(width: Int) {
    // A blank keeps the last column off the border.
    var left = width - Self.markWidth - Self.leastNameWidth - 1
    var chosen: Set<Column> = [.name]
    for column in Self.byImportance {
      let needed = column == .id ? column.width + 16 : column.width
      guard left >= needed else { break }
      left -= column.width
      chosen.insert(column)
    }
    var offset = Self.markWidth
    slots = Column.allCases.filter(chosen.contains).map { column in
      if column == .name {
        let nameWidth = max(1, Self.leastNameWidth + left)
        defer { offset += nameWidth }
        return Slot(column: column, offset: offset, width: min(nameWidth, max(1, width - offset)))
      }
      defer { offset += column.width }
      return Slot(column: column, offset: offset + column.gap, width: column.width - column.gap)
    }
  }

  /// Cells of a column with the gap before it; 0 where it is not shown.
  func width(of column: Column) -> Int {
    slots.contains { $0.column == column } ? column.width : 0
  }

  /// The column whose title is at a point of the screen.
  func column(at point: Point, in layout: Layout) -> Column? {
    guard layout.columnTitles.contains(point) else { return nil }
    let offset = point.column - layout.columnTitles.column
    return slots.last { $0.offset <= offset }?.column
  }
}

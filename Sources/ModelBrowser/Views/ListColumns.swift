import ModelCatalog

/// Which columns of the list fit a width, and their positions.
struct ListColumns: Equatable, Sendable {
  struct Slot: Equatable, Sendable {
    let column: ListColumn
    /// Cells from the left edge of the list, without the gap.
    let offset: Int
    /// Without the gap.
    let width: Int
  }

  let slots: [Slot]
  /// The models that are marked as worth their price; nil where none are.
  private(set) var frontier: FrontierMarks?

  /// Cells for the marks before the name, the frontier's among them.
  let markWidth: Int
  /// The same without the frontier's.
  static let markWidth = 3
  /// On screens of so many columns the list has the scores without their being chosen.
  static let scoresFromColumns = 160
  private static let leastFlexibleWidth = 20
  /// Most ids have no more cells.
  private static let usualIDWidth = 28
  /// Nearly all names and ids have no more cells.
  private static let (amplyForNames, amplyForIDs) = (30, 40)

  /// In the order in which they are shown.
  private static let usual = facts([
    "name", "id", "fit", "input", "output", "cacheread", "servedby", "cost", "intelligence",
    "coding",
    "agentic", "context", "maxout", "abilities", "expires", "cutoff", "created",
  ])

  /// The columns that fit, the most important ones first.
  init(
    width: Int, adding added: Fact? = nil, hasCosts: Bool = false, hasFit: Bool = false,
    hasEndpoints: Bool = false, hasScores: Bool = false
  ) {
    let byImportance = Self.facts(
      (hasFit ? ["fit"] : []) + ["input", "output"] + (added.map { [$0.name] } ?? [])
        + (hasEndpoints ? ["servedby"] : [])
        + (hasCosts ? ["cost"] : [])
        + (hasScores ? ["intelligence", "coding", "agentic"] : [])
        + ["context", "abilities", "created", "id", "maxout"])
    // A blank keeps the last column off the border.
    var left = width - Self.markWidth(of: byImportance) - Self.leastFlexibleWidth - 1
    var chosen: Set<Fact> = [.displayName]
    for fact in byImportance {
      let column = ListColumn(fact: fact)
      let needed = Self.isID(fact) ? Self.usualIDWidth + column.gap : column.cells
      guard left >= needed else {
        guard Self.isID(fact) else { break }
        continue
      }
      left -= needed
      chosen.insert(fact)
    }
    // Names and ids have the room of their longest before there is more.
    left -= Self.amplyForNames - Self.leastFlexibleWidth
    let idWidth = min(Self.amplyForIDs, Self.usualIDWidth + max(0, left))
    left -= Self.amplyForIDs - Self.usualIDWidth
    for fact in Self.facts(["cacheread", "cutoff"]) where chosen.contains(where: Self.isID) {
      guard left >= ListColumn(fact: fact).cells else { break }
      left -= ListColumn(fact: fact).cells
      chosen.insert(fact)
    }
    self.init(
      Self.usual.filter(chosen.contains), flexible: .displayName, width: width, idWidth: idWidth)
  }

  /// The chosen columns in their order, without those at the end that do not fit; one of them, the
  /// name before the id, takes the room that is left.
  ///
  /// An added one follows the first.
  init(width: Int, chosen: [Fact], adding added: Fact? = nil) {
    var chosen = chosen
    if let added, !chosen.contains(added) { chosen.insert(added, at: min(1, chosen.count)) }
    let id = chosen.first(where: Self.isID)
    let flexible = chosen.contains(.displayName) ? .displayName : id ?? .displayName
    var left = width - Self.markWidth(of: chosen) - Self.leastFlexibleWidth - 1
    var shown = chosen.contains(flexible) ? [] : [flexible]
    for fact in chosen where !shown.contains(fact) {
      let needed = fact == flexible ? 0 : ListColumn(fact: fact).cells
      guard left >= needed else { continue }
      left -= needed
      shown.append(fact)
    }
    self.init(shown, flexible: flexible, width: width)
  }

  private init(_ facts: [Fact], flexible: Fact, width: Int, idWidth: Int? = nil) {
    func cells(of column: ListColumn) -> Int {
      (Self.isID(column.fact) ? idWidth : nil) ?? column.fact.width
    }
    let others = facts.filter { $0 != flexible }.map { ListColumn(fact: $0) }
      .reduce(0) { $0 + $1.gap + cells(of: $1) }
    markWidth = Self.markWidth(of: facts)
    let room = max(1, width - markWidth - others - 1)
    var offset = markWidth
    slots = facts.enumerated().map { position, fact in
      let column = ListColumn(fact: fact)
      guard fact == flexible else {
        let width = cells(of: column)
        defer { offset += column.gap + width }
        return Slot(column: column, offset: offset + column.gap, width: width)
      }
      // A column before it has its own gap.
      let gap = position == 0 ? 0 : 2
      defer { offset += room }
      return Slot(
        column: column, offset: offset + gap, width: min(room, max(1, width - offset)) - gap)
    }
  }

  private static func isID(_ fact: Fact) -> Bool { fact.name == "id" }

  private static func markWidth(of facts: [Fact]) -> Int {
    facts.contains { $0.kind == .score } ? markWidth + 1 : markWidth
  }

  private static func facts(_ names: [String]) -> [Fact] { names.compactMap { FactTable[$0] } }

  func withMarks(of frontier: FrontierMarks?) -> ListColumns {
    var columns = self
    columns.frontier = frontier
    return columns
  }

  func shows(_ fact: Fact) -> Bool { slots.contains { $0.column.fact == fact } }

  /// The scores that have a column.
  var scores: [Fact] { slots.map(\.column.fact).filter { $0.kind == .score } }

  /// The score whose frontier is marked: the one that the list is sorted by, else the first one that
  /// has a column; nil where no cost is shown beside it.
  func frontierScore(sortedBy order: QueryOrder) -> Fact? {
    let hasCost = shows(.monthlyCost) || shows(.price(.input)) && shows(.price(.output))
    guard hasCost else { return nil }
    return scores.first { order.key == .fact($0) } ?? scores.first
  }

  /// Cells for what begins in a slot and may go on into the next one if that is of this fact.
  func room(from slot: Slot, into next: Fact) -> Int {
    guard let index = slots.firstIndex(of: slot), index + 1 < slots.count,
      slots[index + 1].column.fact == next
    else { return slot.width }
    return slot.width + slots[index + 1].column.cells
  }

  /// The column whose title is at a point of the screen.
  func column(at point: Point, in layout: Layout) -> ListColumn? {
    guard layout.columnTitles.contains(point) else { return nil }
    let offset = point.column - layout.columnTitles.column
    return slots.last { $0.offset <= offset }?.column
  }
}

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

  /// In the order in which they are shown.
  private static let usual = facts([
    "name", "id", "fit", "input", "output", "servedby", "cost", "intelligence", "coding", "agentic",
    "context", "maxout", "abilities", "expires", "created",
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
        + ["context", "abilities", "created", "maxout", "id"])
    // A blank keeps the last column off the border.
    var left = width - Self.markWidth(of: byImportance) - Self.leastFlexibleWidth - 1
    var chosen: Set<Fact> = [.displayName]
    for fact in byImportance {
      let needed = ListColumn(fact: fact).cells + (fact.name == "id" ? 16 : 0)
      guard left >= needed else { break }
      left -= ListColumn(fact: fact).cells
      chosen.insert(fact)
    }
    self.init(Self.usual.filter(chosen.contains), flexible: .displayName, width: width)
  }

  /// The chosen columns in their order, without those at the end that do not fit; one of them, the
  /// name before the id, takes the room that is left.
  ///
  /// An added one follows the first.
  init(width: Int, chosen: [Fact], adding added: Fact? = nil) {
    var chosen = chosen
    if let added, !chosen.contains(added) { chosen.insert(added, at: min(1, chosen.count)) }
    let id = chosen.first { $0.name == "id" }
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

  private init(_ facts: [Fact], flexible: Fact, width: Int) {
    let others = facts.filter { $0 != flexible }.reduce(0) { $0 + ListColumn(fact: $1).cells }
    markWidth = Self.markWidth(of: facts)
    let room = max(1, width - markWidth - others - 1)
    var offset = markWidth
    slots = facts.enumerated().map { position, fact in
      let column = ListColumn(fact: fact)
      guard fact == flexible else {
        defer { offset += column.cells }
        return Slot(column: column, offset: offset + column.gap, width: column.fact.width)
      }
      // A column before it has its own gap.
      let gap = position == 0 ? 0 : 2
      defer { offset += room }
      return Slot(
        column: column, offset: offset + gap, width: min(room, max(1, width - offset)) - gap)
    }
  }

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

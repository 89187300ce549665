import Foundation
import ModelCatalog
import ModelRegistry
import ModelText

/// The models that match, a line each.
enum ModelList {
  static func draw(_ state: State, in layout: Layout, into frame: inout Frame) {
    drawTitle(state, in: layout, into: &frame)
    guard !state.search.matches.isEmpty else {
      drawEmpty(state, in: layout.listRows, into: &frame)
      return
    }
    let columns = state.screen.columns
    let inbox = InboxColumns(width: layout.listRows.columns)
    switch state.search.choice {
    case .term, .view: drawColumnTitles(state, columns, in: layout.columnTitles, into: &frame)
    case .inbox: inbox.drawTitles(in: layout.columnTitles, into: &frame)
    }
    let area = layout.listRows
    let selected = state.selectedRow
    for (line, match) in state.search.matches.dropFirst(state.navigation.listTop).prefix(area.rows)
      .enumerated()
    {
      let row = area.row + line
      let start = Point(row: row, column: area.column)
      drawMarks(of: match, state, at: start, into: &frame)
      switch state.search.choice {
      case .term, .view: drawRow(state, match, columns, at: start, into: &frame)
      case .inbox: inbox.drawRow(state, match, at: start, into: &frame)
      }
      guard state.navigation.listTop + line == selected else { continue }
      let whole = Rect(row: row, column: area.column, rows: 1, columns: area.columns)
      if state.navigation.focus == .list || state.navigation.focus == .search {
        frame.select(whole)
      } else {
        frame.put(
          [StyledText("▌", Theme.title)], at: Point(row: row, column: area.column - 1), width: 1)
        frame.restyle(whole) { $0.attributes.insert([.bold, .underline]) }
      }
    }
    if let note = layout.note { ListNote.draw(state, in: note, into: &frame) }
    ScrollBar(count: state.search.matches.count, top: state.navigation.listTop).draw(
      beside: area, into: &frame)
  }

  private static func drawTitle(_ state: State, in layout: Layout, into frame: inout Frame) {
    var area = layout.listTitle
    area.columns = layout.listRows.columns
    if let hint = SearchBox.hint(of: state, width: area.columns - 2) {
      frame.put(hint, at: Point(row: area.row, column: area.column + 1), width: area.columns - 2)
      return
    }
    let isFocused = state.navigation.focus == .list
    let title =
      switch state.search.choice {
      case .term: " Models "
      case .inbox: " Changed since you last looked "
      case .view(let name): " \(name) "
      }
    frame.put(
      [StyledText(title, isFocused ? Theme.activeTitle : Theme.title)],
      at: Point(row: area.row, column: area.column + 1), width: area.columns - 2)
    let order =
      switch state.search.choice {
      case .term, .view: " by \(state.shownSort.label) "
      case .inbox: " newest first "
      }
    let width = CellWidth.of(order)
    guard area.columns > width + CellWidth.of(title) + 4 else { return }
    frame.put(
      [StyledText(order, Theme.faint)],
      at: Point(row: area.row, column: area.column + area.columns - width - 1), width: width)
  }

  private static func drawColumnTitles(
    _ state: State, _ columns: ListColumns, in area: Rect, into frame: inout Frame
  ) {
    for slot in columns.slots {
      let isSorted = slot.column.sortKey == state.shownSort.key
      let style = isSorted ? Theme.sortedColumn : Theme.columnTitle
      let (title, shift) = slot.column.title(in: slot.width, sortedBy: state.shownSort)
      frame.put(
        [StyledText(title, style)],
        at: Point(row: area.row, column: area.column + slot.offset + shift),
        width: slot.width - shift)
    }
  }

  private static func drawRow(
    _ state: State, _ match: SearchMatch, _ columns: ListColumns, at point: Point,
    into frame: inout Frame
  ) {
    let context = match.context(in: state.catalog, workload: state.search.workload)
    for slot in columns.slots {
      let start = Point(row: point.row, column: point.column + slot.offset)
      drawCell(slot, columns, of: context, at: match.index, state, at: start, into: &frame)
    }
  }

  private static func drawCell(
    _ slot: ListColumns.Slot, _ columns: ListColumns, of context: FactContext, at index: Int,
    _ state: State, at start: Point, into frame: inout Frame
  ) {
    let fact = slot.column.fact
    let model = context.model
    switch fact.kind {
    case .price(let kind):
      let main = model.pricing.main?.kind ?? .input
      // An amount with a unit is wider than its column, and goes on into that of the output, of
      // which such a model has no price.
      if kind == .input, main != .input {
        let width = columns.room(from: slot, into: .price(.output))
        drawPrice(model, main, width, at: start, into: &frame)
      } else if kind != .output || main == .input {
        drawPrice(model, kind, slot.width, at: start, into: &frame)
      }
    case .text where fact == .displayName:
      let spans = nameSpans(model, state, position: index, width: slot.width)
      let others = state.search.isFolded ? state.search.others(inGroupOf: index).count : 0
      let count = others > 0 ? " +\(others)" : ""
      frame.put(
        StyledText.cut(spans, to: slot.width - count.count) + [StyledText(count, Theme.faint)],
        at: start, width: slot.width)
    case .names where fact == .abilities:
      let isRemoved = model.lastListed != nil
      let letters = isRemoved ? [] : abilitySpans(context.abilities)
      frame.put(
        isRemoved ? [StyledText("removed", Theme.caution)] : letters, at: start, width: slot.width)
    case .day where fact == .created:
      let day = (model.lastListed ?? model.created).map { CalendarDay($0).description } ?? "—"
      let style = model.lastListed == nil ? Theme.faint : Theme.caution
      frame.put([StyledText(day, style)], at: start, width: slot.width)
    case .tokens, .cost, .score, .measure:
      drawNumber(fact.cell(in: context), slot.width, at: start, into: &frame)
    case .text, .names, .day, .flag, .structure:
      let text = fact.cell(in: context) ?? "—"
      frame.put([StyledText(text, Theme.faint)], at: start, width: slot.width)
    }
  }

  /// Of a model that is worth its price.
  static let frontierMark = "◆"
  static let coreMark = "○"

  /// Before the name: the number of its mark, or whether it is a favorite; its route, or that it is news or removed; whether it
  /// is on the frontier.
  private static func drawMarks(
    of match: SearchMatch, _ state: State, at point: Point, into frame: inout Frame
  ) {
    let model = state.catalog.models[match.index]
    let isFavorite = state.personal.favorites.contains(model.id)
    let second =
      switch state.inbox.mark(of: model.id) {
      case .new?: StyledText(Inbox.Mark.new.rawValue, Theme.new)
      case .changed?: StyledText(Inbox.Mark.changed.rawValue, Theme.changed)
      case .removed?: StyledText(Inbox.Mark.removed.rawValue, Theme.bad)
      case nil where model.lastListed != nil: StyledText(Inbox.Mark.removed.rawValue, Theme.faint)
      case nil: StyledText(model.source == .core ? coreMark : " ", Theme.core)
      }
    frame.put([StyledText(isFavorite ? "★" : " ", Theme.favorite), second], at: point, width: 2)
    if let number = state.navigation.marks.number(of: model.id) {
      frame.put([StyledText("\(number)", Theme.marked)], at: point, width: 2)
    }
    guard state.screen.columns.frontier?.members.contains(match.index) == true else { return }
    let third = Point(row: point.row, column: point.column + 2)
    frame.put([StyledText(frontierMark, Theme.frontier)], at: third, width: 1)
  }

  /// From so many cells on, names are shown with their author.
  private static let fullNameWidth = 30

  /// The name, its author faint; only the name itself where there is little room.
  static func nameSpans(
    _ model: Model, _ state: State, position: Int, width: Int
  ) -> [StyledText] {
    let base = Style(nil, model.isListed ? [] : .dim)
    let full = model.name
    let authorLength = full.unicodeScalars.count - model.shortName.unicodeScalars.count
    let isShort = width < fullNameWidth
    let marked = Set(
      state.search.index.highlights(ofModelAt: position, for: state.search.query).name.flatMap {
        Array($0)
      })
    var spans: [StyledText] = []
    for (offset, scalar) in full.unicodeScalars.enumerated() {
      if isShort, offset < authorLength { continue }
      var style = offset < authorLength ? Theme.faint : base
      if marked.contains(offset) { style.attributes.insert([.underline, .bold]) }
      if spans.last?.style == style {
        spans[spans.count - 1].text.unicodeScalars.append(scalar)
      } else {
        spans.append(StyledText(String(scalar), style))
      }
    }
    return spans
  }

  /// Decimal points are aligned.
  private static func drawPrice(
    _ model: Model, _ kind: PriceKind, _ width: Int, at start: Point, into frame: inout Frame
  ) {
    guard let text = model.priceInColumn(kind) else {
      frame.put(
        [StyledText("—", Theme.faint)], at: Point(row: start.row, column: start.column + 2),
        width: 1)
      return
    }
    let isNumber = text.first?.isNumber == true
    let whole = text.prefix { $0.isNumber }.count
    let shift = isNumber ? max(0, 3 - whole) : text == "free" ? 1 : 0
    let style =
      text == "free" ? Style(.green, .bold) : isNumber ? Theme.price : Theme.caution
    frame.put(
      [StyledText(text, style)], at: Point(row: start.row, column: start.column + shift),
      width: width - shift)
  }

  private static func drawNumber(
    _ number: String?, _ width: Int, at start: Point, into frame: inout Frame
  ) {
    let text = number ?? "—"
    let room = max(0, width - CellWidth.of(text))
    frame.put(
      [StyledText(text, number == nil ? Theme.faint : Theme.plain)],
      at: Point(row: start.row, column: start.column + room), width: width - room)
  }

  static func abilitySpans(_ abilities: Abilities) -> [StyledText] {
    Ability.allCases.map { ability in
      abilities.contains(ability)
        ? StyledText(String(ability.letter), Theme.ability) : StyledText("·", Theme.faint)
    }
  }

  /// Why the list is empty, and the way out.
  private static func drawEmpty(_ state: State, in area: Rect, into frame: inout Frame) {
    for (line, spans) in emptyText(of: state).prefix(area.rows).enumerated() {
      frame.put(
        spans, at: Point(row: area.row + line, column: area.column + 2), width: area.columns - 3)
    }
  }

  private static func emptyText(of state: State) -> [[StyledText]] {
    let isEmpty = state.world.snapshot.freshness == .coreOnly
    if !state.world.isLoaded || isEmpty && state.world.snapshot.isRefreshing {
      return [[StyledText("Loading OpenRouter's models…", Theme.faint)]]
    }
    if state.search.choice == .inbox, state.search.box.text.isEmpty, state.inbox.ids.isEmpty {
      return InboxColumns.emptyText(of: state)
    }
    if state.showsEndpoints, let progress = state.serving.progress, !progress.isDone {
      return [[StyledText("Asking OpenRouter who serves \(progress.of) models…", Theme.faint)]]
    }
    var lines = [[StyledText("No model matches \(state.search.queryText)", Theme.strong)]]
    if !state.search.showsOpenRouter {
      lines.append([
        StyledText("OpenRouter models are hidden: ", Theme.faint),
        StyledText(state.keys.key(of: .change(.openRouter)), Theme.key),
        StyledText(" shows them", Theme.faint),
      ])
    }
    if isEmpty, let failure = state.world.snapshot.failure {
      lines.append([StyledText("\(failure.error.summary).", Theme.caution)])
      lines.append([
        StyledText(state.keys.key(of: .refresh), Theme.key),
        StyledText(" tries again", Theme.faint),
      ])
    }
    let clear =
      state.navigation.focus == .search
      ? state.keys.key(of: .edit(.deleteToStart), in: .searchBox) : state.keys.key(of: .back)
    lines.append([StyledText(clear, Theme.key), StyledText(" clears the query", Theme.faint)])
    return lines
  }
}

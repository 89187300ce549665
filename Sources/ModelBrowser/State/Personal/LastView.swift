import ModelCatalog
import ModelRegistry

/// Where a run ended, so that the next one can begin there.
struct LastView: Equatable, Sendable {
  /// The text of the search box.
  var query = ""
  /// What was chosen in the sidebar.
  var choice = SidebarItem.Choice.term("")
  /// The kept view that was chosen, with what was changed of it.
  var view: KeptView?
  /// Whether the order chosen with `s` goes before relevance.
  var prefersChosenOrder = false
  var selection: Model.ID?
  /// The selected row, and the first one on the screen.
  var row = 0
  var listTop = 0
  var sidebarTop = 0
  var detailTop = 0
  var focus = Navigation.Focus.list
  var isDetailLarge = false
}

extension LastView: Codable {
  private enum Key: String, CodingKey {
    case query, term, changed, view, prefersChosenOrder, selection, row, listTop, sidebarTop,
      detailTop,
      focus, isDetailLarge
  }

  /// A missing or invalid member gets its default, as in ``PersonalState``.
  init(from decoder: any Decoder) throws {
    self.init()
    let values = try decoder.container(keyedBy: Key.self)
    func read<Value: Decodable>(_ key: Key, into value: inout Value) {
      if let found = try? values.decodeIfPresent(Value.self, forKey: key) { value = found }
    }
    func readLine(_ key: Key, into line: inout Int) {
      read(key, into: &line)
      line = min(max(0, line), Self.lineLimit)
    }
    read(.query, into: &query)
    var (term, isInbox) = ("", false)
    read(.term, into: &term)
    read(.changed, into: &isInbox)
    view = try? values.decodeIfPresent(KeptView.self, forKey: .view)
    choice = view.map { .view($0.name) } ?? (isInbox ? .inbox : .term(term))
    read(.prefersChosenOrder, into: &prefersChosenOrder)
    selection = try? values.decodeIfPresent(String.self, forKey: .selection)
    readLine(.row, into: &row)
    readLine(.listTop, into: &listTop)
    readLine(.sidebarTop, into: &sidebarTop)
    readLine(.detailTop, into: &detailTop)
    read(.focus, into: &focus)
    read(.isDetailLarge, into: &isDetailLarge)
  }

  /// More than any list has, so that sums cannot overflow.
  private static let lineLimit = 1 << 24

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(query, forKey: .query)
    switch choice {
    case .term(let term): try values.encode(term, forKey: .term)
    case .inbox: try values.encode(true, forKey: .changed)
    case .view: try values.encodeIfPresent(view, forKey: .view)
    }
    try values.encode(prefersChosenOrder, forKey: .prefersChosenOrder)
    try values.encodeIfPresent(selection, forKey: .selection)
    try values.encode(row, forKey: .row)
    try values.encode(listTop, forKey: .listTop)
    try values.encode(sidebarTop, forKey: .sidebarTop)
    try values.encode(detailTop, forKey: .detailTop)
    try values.encode(focus, forKey: .focus)
    try values.encode(isDetailLarge, forKey: .isDetailLarge)
  }
}

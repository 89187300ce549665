import ModelRegistry

/// The state that the browser stores between runs.
struct PersonalState: Equatable, Sendable {
  /// How the sidebar's lower part is grouped.
  enum Grouping: String, Codable, CaseIterable, Sendable {
    case family, author, ability, task

    var title: String {
      switch self {
      case .family: "Families"
      case .author: "Authors"
      case .ability: "Abilities"
      case .task: "Tasks"
      }
    }

    var next: Grouping {
      let all = Self.allCases
      let position = all.firstIndex(of: self) ?? 0
      return all[(position + 1) % all.count]
    }
  }

  var favorites: Set<String> = []
  var showsOpenRouter = true
  /// The query name of a sort key, with `-` if reversed.
  var sort = "relevance"
  var grouping = Grouping.family
  /// Whether the list shows one row a model.
  var isFolded = true
  /// Newest first, without duplicates.
  var pastQueries: [String] = []
  var usesMouse = true
  /// The same choice inside GNU screen, which joins an Esc and a mouse event after it.
  var usesMouseInGNUScreen = false
  /// The text of the workload, empty for none; nil if it was never set here.
  var workload: String?
  /// The names of the list's columns; nil for those that fit.
  var columns: [String]?
  /// Which news has been read.
  var read = ReadMarks()
  var views = KeptViews()
  /// What the hint bar still shows to a new person.
  var firstSteps = Set(FirstStep.allCases)
  /// Where the last run ended; nil before the first one did.
  var lastView: LastView?

  /// Where the choice of the mouse is kept.
  static func mouseChoice(inGNUScreen isGNUScreen: Bool) -> WritableKeyPath<PersonalState, Bool> {
    isGNUScreen ? \.usesMouseInGNUScreen : \.usesMouse
  }

  static let pastQueryLimit = 100

  mutating func remember(_ query: String) {
    let trimmed = query.trimmed
    guard !trimmed.isEmpty else { return }
    pastQueries.removeAll { $0 == trimmed }
    pastQueries.insert(trimmed, at: 0)
    pastQueries.removeLast(max(0, pastQueries.count - Self.pastQueryLimit))
  }
}

extension PersonalState: Codable {
  private enum Key: String, CodingKey {
    case favorites, showsOpenRouter, sort, grouping, pastQueries, usesMouse, usesMouseInGNUScreen,
      read, workload, columns, isFolded, lastView, views,
      firstSteps
  }

  /// A missing or invalid member gets its default, so that files of other versions can be read.
  init(from decoder: any Decoder) throws {
    self.init()
    let values = try decoder.container(keyedBy: Key.self)
    func read<Value: Decodable>(_ key: Key, into value: inout Value) {
      if let found = try? values.decodeIfPresent(Value.self, forKey: key) { value = found }
    }
    read(.favorites, into: &favorites)
    read(.showsOpenRouter, into: &showsOpenRouter)
    read(.sort, into: &sort)
    read(.grouping, into: &grouping)
    read(.isFolded, into: &isFolded)
    read(.pastQueries, into: &pastQueries)
    read(.usesMouse, into: &usesMouse)
    read(.usesMouseInGNUScreen, into: &usesMouseInGNUScreen)
    read(.read, into: &self.read)
    read(.views, into: &views)
    // A file without it is of a person who has used the browser before.
    firstSteps = []
    read(.firstSteps, into: &firstSteps)
    workload = try? values.decodeIfPresent(String.self, forKey: .workload)
    columns = try? values.decodeIfPresent([String].self, forKey: .columns)
    lastView = try? values.decodeIfPresent(LastView.self, forKey: .lastView)
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(favorites.sorted(), forKey: .favorites)
    try values.encode(showsOpenRouter, forKey: .showsOpenRouter)
    try values.encode(sort, forKey: .sort)
    try values.encode(grouping, forKey: .grouping)
    try values.encode(isFolded, forKey: .isFolded)
    try values.encode(pastQueries, forKey: .pastQueries)
    try values.encode(usesMouse, forKey: .usesMouse)
    try values.encode(usesMouseInGNUScreen, forKey: .usesMouseInGNUScreen)
    try values.encode(read, forKey: .read)
    try values.encodeIfPresent(workload, forKey: .workload)
    try values.encodeIfPresent(columns, forKey: .columns)
    try values.encode(firstSteps.map(\.rawValue).sorted(), forKey: .firstSteps)
    if !views.all.isEmpty { try values.encode(views, forKey: .views) }
    try values.encodeIfPresent(lastView, forKey: .lastView)
  }
}

extension StringProtocol {
  /// Without spaces at either end.
  var trimmed: String {
    let kept = drop { $0 == " " }
    guard let last = kept.lastIndex(where: { $0 != " " }) else { return "" }
    return String(kept[...last])
  }
}

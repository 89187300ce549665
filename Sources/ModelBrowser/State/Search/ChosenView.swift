import ModelCatalog

/// The kept view that is chosen in the sidebar.
///
/// What is changed meanwhile is not stored until the view is kept again; another choice in the
/// sidebar returns to what was there before.
struct ChosenView: Equatable, Sendable {
  var name: String
  /// Nil for those that fit.
  var columns: [Fact]?
  let before: Before

  /// What it took the place of.
  struct Before: Equatable, Sendable {
    let text: String
    let showsOpenRouter: Bool
    let isFolded: Bool
    let prefersChosenOrder: Bool
  }
}

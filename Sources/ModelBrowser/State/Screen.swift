import ModelCatalog

/// What is laid out of the state: the panes, and the lines of the detail.
///
/// Computed once per update; scrolling and drawing share it.
struct Screen: Equatable, Sendable {
  let layout: Layout
  /// The columns of the list.
  let columns: ListColumns
  /// The selected model's page; nil without a selection or a detail.
  private let page: DetailPage?
  /// The lines of the page.
  let detail: [[StyledText]]

  /// The model in the detail.
  var detailModel: Model? { page?.model }

  /// Lays out only what differs from `last`.
  init(
    layout: Layout, columns: ListColumns, page: DetailPage?, after last: Screen? = nil
  ) {
    self.layout = layout
    self.columns = columns
    self.page = page
    detail = page == last?.page ? last?.detail ?? [] : page?.lines ?? []
  }
}

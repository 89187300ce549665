package import ModelCatalog

/// What a run was given in place of the stored choices.
package struct GivenChoices: Equatable, Sendable {
  /// By a flag or a variable: goes before the stored one.
  package var workload: Workload?
  package var columns: [Fact]?
  /// By the config file: for a person who has not chosen in the browser.
  package var usualWorkload: Workload?
  package var usualColumns: [Fact]?

  package init(
    workload: Workload? = nil, columns: [Fact]? = nil, usualWorkload: Workload? = nil,
    usualColumns: [Fact]? = nil
  ) {
    self.workload = workload
    self.columns = columns
    self.usualWorkload = usualWorkload
    self.usualColumns = usualColumns
  }
}

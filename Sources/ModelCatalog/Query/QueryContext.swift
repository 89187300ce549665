package import Foundation

/// What a search depends on in addition to the catalogue.
package struct QueryContext: Hashable, Sendable {
  /// The date that ages are relative to.
  package var now: Date
  /// Ids.
  package var favorites: Set<Model.ID>
  /// Ids of models that changed recently according to the history.
  package var changed: Set<Model.ID>
  /// The work whose cost is asked for; nil for none.
  package var workload: Workload?
  /// What is known of who serves the models.
  package var endpoints: EndpointTable
  /// Whether matches get an endpoint even if the query asks about none: to show its facts.
  package var showsEndpoints = false

  package init(
    now: Date, favorites: Set<Model.ID> = [], changed: Set<Model.ID> = [],
    workload: Workload? = nil, endpoints: EndpointTable = EndpointTable()
  ) {
    self.now = now
    self.favorites = favorites
    self.changed = changed
    self.workload = workload
    self.endpoints = endpoints
  }
}

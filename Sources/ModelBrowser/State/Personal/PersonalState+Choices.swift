import ModelCatalog

extension PersonalState {
  /// The stored workload, or why it cannot be read, as a sentence without a full stop.
  var storedWorkload: (workload: Workload?, fault: String?) {
    guard let workload, !workload.isEmpty else { return (nil, nil) }
    do throws(QueryError) {
      return (try Workload.parse(workload), nil)
    } catch {
      return (nil, "the stored workload cannot be read: \(error)")
    }
  }

  /// The stored columns that there are; nil for none.
  var storedColumns: [Fact]? {
    let facts = columns?.compactMap { FactTable[$0] } ?? []
    return facts.isEmpty ? nil : facts
  }
}

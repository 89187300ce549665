package import Foundation
import GRDB
package import ModelCatalog

extension CatalogHistory {
  /// What upstream listed at the last observation not after `date`, sorted by id.
  package func models(asOf date: Date) async throws(HistoryFault) -> [Model] {
    guard date <= present else { throw .future }
    let key = ObservationKey(last: date).number
    return try await read { database in
      var reader = try HistoryReader(database)
      guard let began = reader.began else { throw HistoryFault.empty }
      guard let observation = reader.lastObservation(notAfter: key) else {
        throw HistoryFault.tooEarly(begins: began)
      }
      let rows = try HistoryVersionRow.seen(at: observation, in: database)
      try reader.prepare(rows)
      return try rows.sorted { $0.name < $1.name }.map { try reader.model($0) }
    }
  }

  /// The changes between two times, each by the last observation not after it.
  ///
  /// Facts that an older version of the reader did not read are no change.
  package func changes(
    from first: Date, to last: Date
  ) async throws(HistoryFault) -> CatalogChanges {
    let (first, last) = (known(first), known(last))
    let old = Catalog(try await models(asOf: first))
    let new = Catalog(try await models(asOf: last))
    return CatalogChanges(
      from: old, to: new, readers: (try await reader(asOf: first), try await reader(asOf: last)))
  }

  /// The version of the reader that read the last observation not after `date`.
  private func reader(asOf date: Date) async throws(HistoryFault) -> ReaderVersion {
    let key = ObservationKey(last: date).number
    return try await read { database in
      let reader = try HistoryReader(database)
      return reader.lastObservation(notAfter: key).flatMap(reader.reader) ?? .current
    }
  }

  /// The history of one model by its exact id; nil if it was never listed.
  package func history(of id: Model.ID) async throws(HistoryFault) -> ModelHistory? {
    try await read { database in
      var reader = try HistoryReader(database)
      guard let began = reader.began else { return nil }
      let rows = try HistoryVersionRow.all(
        """
        SELECT \(HistoryVersionRow.columns) FROM model JOIN version ON version.model = model.id
        WHERE model.name = ? ORDER BY version.first
        """, [id], in: database)
      try reader.prepare(rows)
      return ModelHistory(versions: try rows.map { try reader.version($0) }, historyBegan: began)
    }
  }

  /// The events of all models in a time range, both ends included: newest first, then by id.
  ///
  /// See ``ModelHistory/entries(since:until:noise:)``.
  package func entries(
    since: Date, until: Date = .distantFuture, noise: Bool = false
  ) async throws(HistoryFault) -> [HistoryEntry] {
    let modelHistories = try await modelHistories(since: since, until: until, noise: true)
    return modelHistories.flatMap { $0.entries(since: since, until: until, noise: noise) }
      .sorted { ($1.date, $0.id) < ($0.date, $1.id) }
  }

  /// The listed models that changed since `date` (in more than noise and scheduled prices) or
  /// were listed again, with the date of the last such change.
  package func changed(since date: Date) async throws(HistoryFault) -> [Model.ID: Date] {
    let modelHistories = try await modelHistories(since: date, until: .distantFuture, noise: false)
    return modelHistories.reduce(into: [:]) { dates, modelHistory in
      guard modelHistory.isListed else { return }
      let last = modelHistory.entries(since: date).first(where: \.changesModel)
      if let last { dates[modelHistory.id] = last.date }
    }
  }

  /// The models that upstream no longer lists, with their last facts and dates, sorted by id.
  package func removed() async throws(HistoryFault) -> [Model] {
    try await read { database in
      var reader = try HistoryReader(database)
      let rows = try HistoryVersionRow.all(
        """
        SELECT \(HistoryVersionRow.columns) FROM model CROSS JOIN version ON version.model = model.id
          AND version.first = (SELECT max(first) FROM version WHERE version.model = model.id)
        WHERE version.until IS NOT NULL ORDER BY model.name
        """, [], in: database)
      try reader.prepare(rows)
      return try rows.map { row in
        var model = try reader.model(row)
        model.lastListed = try reader.lastSeen(row)
        return model
      }
    }
  }

  /// The histories of the models with a version that begins or ends in a time range, starting with
  /// the version before it; without `noise`, only their facts.
  private func modelHistories(since: Date, until: Date, noise: Bool) async throws(HistoryFault)
    -> [ModelHistory]
  {
    let window =
      ObservationKey(first: since)
      .number...max(
        ObservationKey(first: since).number, ObservationKey(last: until).number)
    return try await read { database in
      var reader = try HistoryReader(database)
      guard let began = reader.began else { return [] }
      let rows = try HistoryVersionRow.all(
        """
        SELECT \(HistoryVersionRow.columns) FROM model CROSS JOIN version ON version.model = model.id
          AND version.first >= coalesce(
            (SELECT max(first) FROM version WHERE version.model = model.id AND first < ?1), ?1)
        ORDER BY model.id, version.first
        """, [window.lowerBound], in: database)
      let stirred = rows.chunked(by: \.model).filter { rows in
        rows.contains { row in
          window.contains(row.first) || row.until.map(window.contains) ?? false
        }
      }
      try reader.prepare(stirred.flatMap(\.self), noise: noise)
      return try stirred.compactMap { rows in
        ModelHistory(versions: try rows.map { try reader.version($0) }, historyBegan: began)
      }
    }
  }
}

extension Array {
  /// Runs of neighbours with an equal value.
  fileprivate func chunked(by subject: KeyPath<Element, some Equatable>) -> [ArraySlice<Element>] {
    var runs: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices
    where self[index][keyPath: subject] != self[start][keyPath: subject] {
      runs.append(self[start..<index])
      start = index
    }
    if start < endIndex { runs.append(self[start...]) }
    return runs
  }
}

import Foundation
import ModelCatalog
import ModelRegistry
import Support

/// A history file with some of its bytes changed: every question has an answer or a fault.
struct HistoryCheck {
  private let changes: [UInt8]

  /// Each three bytes are an offset in the file, and what is combined with the byte there.
  init(_ input: [UInt8]) { changes = input }

  private static func date(_ hour: Double) -> Date {
    Date(timeIntervalSince1970: 1_780_000_000 + hour * 3600)
  }

  /// A history with additions, changes and removals, made once; nil if it cannot be made.
  private static let template = Task<Data?, Never> {
    guard let directory = try? TemporaryDirectory() else { return nil }
    var models = ["a/one", "b/two"].map { id in
      var model = Model(id: id, source: .openRouter, name: id, author: "a")
      model.description = "About \(id)."
      return model
    }
    let history = CatalogHistory(directory: directory.path, now: { date(99) })
    for hour in 0..<4 {
      models[0].maxOutput = hour / 2 + 1
      _ = try? await history.insert(
        hour == 2 ? [models[0]] : models, digest: "\(hour)", at: date(Double(hour)))
    }
    await history.close()
    return try? Data(contentsOf: directory.url("history.sqlite"))
  }

  func run() async throws(Fault) {
    guard var bytes = await Self.template.value, let directory = try? TemporaryDirectory() else {
      throw Fault("there is no history to change")
    }
    for start in stride(from: 0, to: changes.count - 2, by: 3) {
      let offset = Int(changes[start]) << 8 | Int(changes[start + 1])
      bytes[offset % bytes.count] ^= changes[start + 2]
    }
    do {
      try bytes.write(to: directory.url("history.sqlite"))
    } catch {
      throw Fault("the history cannot be written: \(error)")
    }
    let faults = await Self.faults(in: directory)
    for fault in faults {
      let words = ShownText.fault(in: fault)
      try require(words == nil && !fault.contains("("), "a fault says \(fault)")
    }
  }

  /// Asks everything that is asked of a history.
  private static func faults(in directory: TemporaryDirectory) async -> [String] {
    let history = CatalogHistory(directory: directory.path, now: { date(99) })
    var faults: [String] = []
    func ask(_ question: () async throws(HistoryFault) -> Void) async {
      do throws(HistoryFault) {
        try await question()
      } catch {
        // Its path is ours.
        faults.append(error.summary.replacing(directory.path, with: ""))
      }
    }
    await ask { () async throws(HistoryFault) in _ = try await history.dateRange() }
    await ask { () async throws(HistoryFault) in _ = try await history.lastChange() }
    await ask { () async throws(HistoryFault) in _ = try await history.models(asOf: date(1)) }
    await ask { () async throws(HistoryFault) in _ = try await history.history(of: "a/one") }
    await ask { () async throws(HistoryFault) in
      _ = try await history.entries(since: .distantPast, noise: true)
    }
    await ask { () async throws(HistoryFault) in _ = try await history.changed(since: date(0)) }
    await ask { () async throws(HistoryFault) in _ = try await history.removed() }
    await ask { () async throws(HistoryFault) in
      let models = [Model(id: "c/new", source: .openRouter, name: "c", author: "c")]
      try await history.insert(models, digest: "x", at: date(5))
    }
    await history.close()
    return faults
  }
}

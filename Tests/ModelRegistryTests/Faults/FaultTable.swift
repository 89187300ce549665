import Foundation
import ModelCatalog

@testable import ModelRegistry

/// What `FaultTable.txt` says of each fault and cache, and a snapshot in the same words.
enum FaultTable {
  /// The table's line; nil if it has none.
  static func line(of fault: Fault, _ cache: CacheState) -> String? {
    lines["\(fault)/\(cache)"]
  }

  /// Lines of faults that no longer are.
  static var strangers: Set<String> {
    let cells = Fault.all.flatMap { fault in CacheState.allCases.map { "\(fault)/\($0)" } }
    return Set(lines.keys).subtracting(cells)
  }

  static func line(_ cache: CacheState, _ snapshot: Snapshot, now: Date) -> String {
    var models = snapshot.catalog.models.map(\.id).joined(separator: " ")
    if snapshot.omissions.unreadableRows > 0 {
      models += " (\(snapshot.omissions.unreadableRows) unreadable)"
    }
    let wait = snapshot.nextRefresh.map { "\(Int($0.timeIntervalSince(now).rounded())) s" }
    let sentences = [snapshot.failure?.error.summary, snapshot.cacheNotice].compactMap(\.self)
    return [
      cache.rawValue, words(snapshot.freshness, now: now), models, wait ?? "never",
      sentences.isEmpty ? "—" : sentences.joined(separator: " · "),
    ].joined(separator: " | ")
  }

  private static func words(_ freshness: Snapshot.Freshness, now: Date) -> String {
    let age = freshness.fetched.map { Int(now.timeIntervalSince($0)) } ?? 0
    return switch freshness {
    case .coreOnly: "core only"
    case .cached: "cached, \(age / 60) min"
    case .live: "live, \(age / 60) min"
    case .stale: "stale, \(age / 3600) h"
    }
  }

  /// By fault and cache.
  private static let lines: [String: String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let file = folder.appending(path: "FaultTable.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var lines: [String: String] = [:]
    var heading = ""
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      if cells.count == 1 { heading = cells[0] }
      if cells.count == 5 { lines["\(heading)/\(cells[0])"] = cells.joined(separator: " | ") }
    }
    return lines
  }()
}

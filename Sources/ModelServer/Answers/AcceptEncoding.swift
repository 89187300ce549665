import Foundation

/// The `Accept-Encoding` header.
enum AcceptEncoding {
  /// Whether it lists gzip (or `*`) with a quality above zero.
  static func acceptsGzip(_ header: String?) -> Bool {
    var any: Bool?
    for entry in (header ?? "").split(separator: ",") {
      let parts = entry.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      let quality = parts.dropFirst().first { $0.lowercased().hasPrefix("q=") }
      let isWanted = quality.map { Double($0.dropFirst(2)) ?? 0 > 0 } ?? true
      switch parts.first?.lowercased() {
      case "gzip", "x-gzip": return isWanted
      case "*": any = isWanted
      default: break
      }
    }
    return any ?? false
  }
}

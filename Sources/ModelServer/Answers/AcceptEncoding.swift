import Foundation

/// What a client says of the encodings that it can read.
enum AcceptEncoding {
  /// Whether gzip is among them, with a quality that is not zero.
  static func takesGzip(_ header: String?) -> Bool {
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

/// A request's target in absolute form: `http://host:port/path?query`.
struct AbsoluteTarget: Equatable {
  /// Host and perhaps port, as sent.
  let authority: String
  /// From the first slash on, with the query; `/` if there is none.
  let path: String

  /// Nil for any other form.
  init?(_ target: String) {
    guard let scheme = target.prefixMatch(of: /https?:\/\//.ignoresCase()) else { return nil }
    let rest = target[scheme.range.upperBound...]
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    authority = String(rest[..<end])
    path = rest[end...].hasPrefix("/") ? String(rest[end...]) : "/" + rest[end...]
  }
}

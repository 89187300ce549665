/// A request's target in absolute form: `http://host:port/path?query`.
struct AbsoluteTarget: Equatable {
  /// Host and perhaps port, as sent.
  let authority: String
  /// From the first slash on, with the query; `/` if there is none.
  let path: String

  /// Nil for any other form.
  init?(_ target: String) {
    // Nearly all targets are paths; of the others the scheme is in any case.
    guard target.utf8.first != UInt8(ascii: "/"),
      let scheme = ["http://", "https://"].first(where: {
        target.prefix($0.count).lowercased() == $0
      })
    else { return nil }
    let rest = target.dropFirst(scheme.count)
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    authority = String(rest[..<end])
    path = rest[end...].hasPrefix("/") ? String(rest[end...]) : "/" + rest[end...]
  }
}

import Foundation

/// A person's favourites, which the browser keeps.
enum Favorites {
  /// Ids; none where nothing is kept or it can't be read.
  static func ids(environment: [String: String]) -> Set<String> {
    let base =
      environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? environment.nonEmpty("HOME").map { $0 + "/.local/state" }
    guard let base,
      let data = try? Data(contentsOf: URL(filePath: base + "/modeldex/state.json")),
      let kept = try? JSONDecoder().decode(Kept.self, from: data)
    else { return [] }
    return kept.favorites
  }

  /// The part of the browser's file that is of interest here.
  private struct Kept: Decodable {
    var favorites: Set<String>
  }
}

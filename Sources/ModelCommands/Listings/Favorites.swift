/// The favorites, which the browser stores.
enum Favorites {
  /// Their ids; empty if there is no file or it cannot be read.
  static func ids(environment: [String: String]) -> Set<String> {
    StateFile.decode(Kept.self, environment: environment)?.favorites ?? []
  }

  /// The part of the browser's state file that is needed here.
  private struct Kept: Decodable {
    var favorites: Set<String>
  }
}

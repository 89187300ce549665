/// A person's favourites, which the browser keeps.
enum Favorites {
  /// Ids; none where nothing is kept or it can't be read.
  static func ids(environment: [String: String]) -> Set<String> {
    StateFile.decode(Kept.self, environment: environment)?.favorites ?? []
  }

  /// The part of the browser's file that is of interest here.
  private struct Kept: Decodable {
    var favorites: Set<String>
  }
}

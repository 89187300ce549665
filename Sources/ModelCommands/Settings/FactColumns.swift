import Foundation
import ModelCatalog

/// The columns of a list, as a person names them.
enum FactColumns {
  /// Names of facts with commas between.
  static func parse(_ text: String) throws(UnknownColumn) -> [Fact] {
    var columns: [Fact] = []
    for name in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = name.trimmingCharacters(in: .whitespaces)
      guard let column = FactTable[name] else { throw UnknownColumn(name: name) }
      columns.append(column)
    }
    return columns
  }
}

/// A column that there is none of; a sentence without a full stop.
struct UnknownColumn: Error, CustomStringConvertible {
  let name: String

  var description: String {
    let nearest = EditDistance.nearest(to: name.lowercased(), among: FactTable.all.map(\.name))
    let hint = nearest.map { "; did you mean “\($0)”?" } ?? ""
    return "there is no column “\(name)”\(hint) (modeldex facts lists all)"
  }
}

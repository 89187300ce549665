import Foundation

/// The members of a note beside the cache, read without trust in what they are.
struct NoteMembers {
  private(set) var texts: [String: String] = [:]
  private(set) var numbers: [String: Int] = [:]

  static let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

  /// Nil for what is no JSON object.
  init?(_ json: Data) {
    var reader = JSONReader([UInt8](json))
    do throws(JSONReader.Fault) {
      try reader.object { (reader, name) throws(JSONReader.Fault) in
        switch try reader.peek() {
        case .string: texts[name] = try reader.lenientString()
        case .number: numbers[name] = try reader.lenientInt()
        case .object, .array, .boolean, .null: try reader.skip()
        }
      }
      try reader.end()
    } catch {
      return nil
    }
  }

  /// Nil if there is no such member, or it is no date between 1970 and 9999.
  func date(_ name: String) -> Date? {
    guard let text = texts[name], text.utf8.count <= 64, let date = try? Self.style.parse(text),
      (0..<253_402_300_800).contains(date.timeIntervalSince1970)
    else { return nil }
    return date
  }
}

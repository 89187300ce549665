package import Foundation

/// Builds upstream bodies, so that a test only states what it is about.
package struct ListingBody {
  /// One element of `data`: an ordinary text model by default.
  package struct Row: Sendable {
    /// Members in order, the values as JSON.
    private var members: [(name: String, json: String)]

    package init(_ id: String, price: String = "0.000001") {
      members = [
        ("id", Self.quoted(id)), ("name", Self.quoted("Name of \(id)")),
        ("created", "1780000000"), ("description", Self.quoted("About \(id).")),
        ("context_length", "128000"),
        (
          "architecture",
          """
          {"modality":"text->text","input_modalities":["text"],"output_modalities":["text"]}
          """
        ),
        ("pricing", #"{"prompt":"\#(price)","completion":"\#(price)"}"#),
      ]
    }

    /// The row with a member set to JSON text; nil removes the member.
    package func with(_ name: String, _ json: String?) -> Row {
      var row = self
      row.members.removeAll { $0.name == name }
      if let json { row.members.append((name, json)) }
      return row
    }

    package var json: String {
      "{" + members.map { "\"\($0.name)\":\($0.json)" }.joined(separator: ",") + "}"
    }

    /// Text as a JSON string.
    package static func quoted(_ text: String) -> String {
      String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
    }
  }

  /// A list of ordinary models with these ids, all at the same price.
  package static func of(_ ids: [String], price: String = "0.000001") -> Data {
    of(ids.map { Row($0, price: price) })
  }

  package static func of(_ rows: [Row]) -> Data { ofJSON(rows.map(\.json)) }

  /// A list of arbitrary JSON elements.
  package static func ofJSON(_ elements: [String]) -> Data {
    Data("{\"data\":[\(elements.joined(separator: ",\n"))]}".utf8)
  }

  /// `author/model-0`, `author/model-1`, ….
  package static func ids(_ count: Int, author: String = "author") -> [String] {
    (0..<count).map { "\(author)/model-\($0)" }
  }
}

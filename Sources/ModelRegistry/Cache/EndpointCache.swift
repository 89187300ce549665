import Foundation
import ModelCatalog

/// What one upstream answered about endpoints, kept across runs: a file for each model.
///
/// All calls read or write files, so they are not for the thread that draws.
struct EndpointCache: Sendable {
  private let directory: String
  private let upstream: String

  /// `directory` is that of the upstream's cache; it is made when something is saved.
  init(directory: String, upstream: Upstream) {
    self.directory = "\(directory)/endpoints"
    self.upstream = upstream.description
  }

  struct Saved {
    let body: Data
    let fetched: Date
  }

  /// Nil if there is none, it is unreadable, or about something else.
  func load(_ subject: EndpointSubject) -> Saved? {
    guard
      let data = try? RegularFile.read(file(of: subject).path, limit: subject.limit + 65_536).data
    else { return nil }
    let bytes = [UInt8](data)
    var reader = JSONReader(bytes)
    var texts: [String: String] = [:]
    var body: Range<Int>?
    do throws(JSONReader.Fault) {
      try reader.object { (reader, name) throws(JSONReader.Fault) in
        switch try reader.peek() {
        case .string: texts[name] = try reader.lenientString()
        case .object where name == "body":
          let start = reader.offset
          try reader.skip()
          body = start..<reader.offset
        case .object, .array, .number, .boolean, .null: try reader.skip()
        }
      }
      try reader.end()
    } catch {
      return nil
    }
    guard let body, texts["upstream"] == upstream, texts["id"] == Self.name(of: subject),
      let fetched = texts["fetchedAt"].flatMap(OpenRouterPayload.date)
    else { return nil }
    return Saved(body: Data(bytes[body]), fetched: fetched)
  }

  /// A body that is a JSON object; errors are ignored, since it can be fetched again.
  ///
  /// It is not waited for that the disk has it: what a power failure leaves is not read.
  func save(_ body: Data, of subject: EndpointSubject, fetched: Date) {
    let note: JSONValue = [
      "upstream": .text(upstream), "id": .text(Self.name(of: subject)),
      "fetchedAt": .text(OpenRouterPayload.text(fetched)),
    ]
    var bytes = Data(note.encoded().dropLast())
    bytes.append(contentsOf: #","body":"#.utf8)
    // A byte order mark is no JSON inside of a body.
    bytes.append(body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body)
    bytes.append(contentsOf: "}".utf8)
    try? PrivateDirectory.make(directory)
    try? file(of: subject).write(bytes, waitsForDisk: false)
  }

  /// Deletes what killed writers left, and what has not been written for a month: its model may no
  /// longer be listed.
  func removeOldFiles(now: Date) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    for name in names {
      let age = name.hasSuffix(".tmp") ? 3600 : name.hasSuffix(".json") ? 30 * 86400.0 : nil
      let path = "\(directory)/\(name)"
      guard let age, let modified = try? RegularFile.read(path, limit: .max / 2).modified,
        now.timeIntervalSince(modified) > age
      else { continue }
      AtomicFile(directory: directory, name: name).remove()
    }
  }

  private func file(of subject: EndpointSubject) -> AtomicFile {
    let name = Self.name(of: subject)
    let readable = String(
      name.prefix(60).map { letter in
        letter.isASCII && (letter.isLetter || letter.isNumber || "._-".contains(letter))
          ? letter : "-"
      })
    return AtomicFile(
      directory: directory, name: "\(readable)-\(Digest(name.utf8).hexadecimal).json")
  }

  /// No id of a model is like that of the other list, which has no author.
  private static func name(of subject: EndpointSubject) -> String {
    switch subject {
    case .model(let id): id
    case .zeroRetention: "zdr"
    }
  }
}

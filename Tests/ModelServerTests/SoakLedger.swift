import Foundation
import Support

/// Checks the answers of a server that receives one list after another.
///
/// Some models of a generation have its number as their price, and one model is added with it, so
/// that an answer that mixes two generations is detected.
actor SoakLedger {
  private(set) var faults: [String] = []
  private var requests = 0
  private var notModified = 0
  private var refusals = 0
  /// By revision.
  private var generationOfRevision: [String: Int] = [:]
  /// The first answer by path and tag, without its time.
  private var answers: [String: Int] = [:]

  /// The model that is added with a generation, and again with the fifth after it: the server
  /// remembers removed models, and new ones every time would make it grow.
  private static func extra(_ generation: Int) -> String { "extra-\(generation % 5)" }

  private static let models = 100
  private static let marked = 4

  static func listing(generation: Int) -> Answer {
    // USD per token, so that per million tokens it is the generation.
    let price = "\(Decimal(generation) / 1_000_000)"
    let marked = ListingBody.ids(marked, author: "team") + ["team/\(extra(generation))"]
    return .body(
      ListingBody.of(
        ListingBody.ids(models, author: "plain").map { ListingBody.Row($0) }
          + marked.map { ListingBody.Row($0, price: price) }))
  }

  var generations: Int { generationOfRevision.count }

  var summary: String {
    """
    \(requests) answers, \(notModified) of them 304, \(refusals) put off, \(generations) lists, \
    \(faults.count) faults
    """
  }

  /// It may answer that it is busy to requests about the past.
  func wasTooBusy() { refusals += 1 }

  func note(_ fault: String) {
    // The first few are enough.
    if faults.count < 20 { faults.append(fault) }
  }

  /// Checks an answer and returns its generation, if it contains one.
  func check(_ path: String, status: Int, tag: String?, body: Data) -> Int? {
    requests += 1
    let expected = path.hasSuffix("nobody") ? 404 : path.hasSuffix("ctx%3E") ? 400 : 200
    if status == 304 {
      notModified += 1
      if !body.isEmpty { note("\(path): 304 with a body") }
      return nil
    }
    // Upstream and the history may not be known yet.
    guard status == expected else {
      if generations > 1 { note("\(path): \(status) \(String(decoding: body, as: UTF8.self))") }
      return nil
    }
    if let tag, !path.hasSuffix("openrouter") {
      let timeless = Self.withoutTime(body).hashValue
      if let known = answers[path + tag] {
        if known != timeless { note("\(path): two bodies with the tag \(tag)") }
        return nil
      }
      answers[path + tag] = timeless
    }
    guard let json = try? JSONSerialization.jsonObject(with: body) as? [String: Any] else {
      note("\(path): no JSON: \(String(decoding: body.prefix(200), as: UTF8.self))")
      return nil
    }
    return path.hasPrefix("/api/v1") ? upstreamGeneration(json) : generation(path, json)
  }

  private func generation(_ path: String, _ json: [String: Any]) -> Int? {
    let isSearch = path.contains("/search?q=extra")
    let data = json["data"] as? [String: Any]
    let models =
      switch path {
      case "/api/models/openrouter": data
      case "/api/models?format=frontend": data?["models"] as? [String: Any]
      default: path == "/api/models" || isSearch ? data?["openrouter"] as? [String: Any] : nil
      }
    let listed = (models ?? [:]).filter { $0.key.hasPrefix("team/") }
    let prices = Set(
      listed.values.map { model in
        let pricing = (model as? [String: Any])?["pricing"] as? [String: Any]
        return pricing?["input"] as? Double ?? -1
      })
    // No generation is not an error: not all answers list models, and at first there are none.
    guard let price = prices.first else { return nil }
    let generation = Int(price)
    let count = isSearch ? 1 : Self.marked + 1
    if prices.count > 1 || listed.count != count || listed["team/\(Self.extra(generation))"] == nil
    {
      note("\(path): \(listed.count) models of the generations \(prices)")
    }
    if let revision = (json["meta"] as? [String: Any])?["revision"] as? String {
      let known = generationOfRevision.updateValue(generation, forKey: revision)
      if let known, known != generation {
        note("\(path): revision \(revision) is of \(known) and \(generation)")
      }
    }
    return generation
  }

  private func upstreamGeneration(_ json: [String: Any]) -> Int? {
    let rows = json["data"] as? [[String: Any]] ?? []
    let marked = rows.filter { ($0["id"] as? String)?.hasPrefix("team/") ?? false }
    let prices = Set(marked.map { ($0["pricing"] as? [String: Any])?["prompt"] as? String })
    if !rows.isEmpty, prices.count != 1 || rows.count != Self.models + Self.marked + 1 {
      note("v1: \(rows.count) models with the prices \(prices)")
    }
    return nil
  }

  /// The time of publication does not distinguish answers.
  private static func withoutTime(_ body: Data) -> Data {
    guard let start = body.range(of: Data(#""timestamp":""#.utf8))?.upperBound,
      let end = body[start...].firstIndex(of: UInt8(ascii: "\""))
    else { return body }
    return body[..<start] + body[end...]
  }
}

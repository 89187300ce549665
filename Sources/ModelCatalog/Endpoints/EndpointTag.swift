/// The slug by which requests are routed to an endpoint: a provider, then parts that say which of its
/// deployments, such as `google-vertex/us-east5/flex`.
package struct EndpointTag: Hashable, Sendable, CustomStringConvertible {
  /// As upstream writes it.
  package let description: String

  package init(_ text: String) { description = text }

  /// The first part: `google-vertex`.
  package var provider: String { String(parts.first ?? "") }

  /// The part that names a region: `us-east5`, `global`; nil without one.
  package var region: String? { parts.dropFirst().lazy.compactMap(Self.region).first }

  /// The service tier, for which a request has to ask; nil for the standard one.
  package var tier: Tier? {
    parts.dropFirst().lazy.compactMap { Tier(rawValue: $0.lowercased()) }.first
  }

  /// Another price for slower or faster service on the same deployment.
  package enum Tier: String, Hashable, Sendable, CaseIterable {
    case flex, priority, ultrafast
  }

  private var parts: [Substring] { description.split(separator: "/") }

  /// Whether a name begins the region or the area that it is in: `eu` is true of `europe`,
  /// `eu-west-1` and `swedencentral`.
  package func isInRegion(_ name: String) -> Bool {
    guard let region = region?.lowercased() else { return false }
    return region.hasPrefix(name) || Self.areas[region]?.hasPrefix(name) == true
  }

  /// The name of a region in a part of a tag: the part, or what follows the name of a deployment
  /// (`fast-us`).
  private static func region(in part: Substring) -> String? {
    let name = part.lowercased()
    if isRegion(name) { return String(part) }
    guard let dash = part.lastIndex(of: "-") else { return nil }
    let end = part[part.index(after: dash)...]
    return wholeNames.contains(end.lowercased()) ? String(end) : nil
  }

  private static func isRegion(_ name: String) -> Bool {
    if wholeNames.contains(name) || areas[name] != nil { return true }
    guard let dash = name.firstIndex(of: "-") else { return false }
    return beginnings.contains(String(name[..<dash]))
  }

  private static let wholeNames: Set = [
    "global", "us", "eu", "europe", "asia", "uk", "ca", "au", "jp", "in", "sg", "apac", "emea",
  ]

  /// Before the dash of a data centre's name at Amazon and Google: `eu-west-1`, `asia-east1`.
  private static let beginnings: Set = [
    "us", "eu", "europe", "asia", "ap", "ca", "sa", "me", "af", "il", "mx", "northamerica",
    "southamerica", "australia", "africa",
  ]

  /// Data centres of Microsoft, whose names do not begin with the area that they are in.
  private static let areas: [String: String] = [
    "swedencentral": "eu", "francecentral": "eu", "francesouth": "eu", "germanywestcentral": "eu",
    "germanynorth": "eu", "northeurope": "eu", "westeurope": "eu", "polandcentral": "eu",
    "italynorth": "eu", "spaincentral": "eu", "norwayeast": "europe", "switzerlandnorth": "europe",
    "switzerlandwest": "europe", "uksouth": "uk", "ukwest": "uk", "eastus": "us", "eastus2": "us",
    "westus": "us", "westus2": "us", "westus3": "us", "centralus": "us", "northcentralus": "us",
    "southcentralus": "us", "westcentralus": "us",
  ]
}

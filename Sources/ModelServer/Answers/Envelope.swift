import ModelCatalog

/// The outer JSON object of every answer.
enum Envelope {
  /// `{"success":true,"data":…,"meta":…}`; `data` is encoded JSON; `members` are added next to it.
  static func success(
    data: some Sequence<UInt8>, members: [JSONValue.Member] = [], meta: [JSONValue.Member]
  ) -> Body {
    var bytes = Array(#"{"success":true,"data":"#.utf8)
    bytes += data
    for member in members {
      bytes.append(UInt8(ascii: ","))
      append(member, to: &bytes)
    }
    bytes += #","meta":"#.utf8
    JSONValue.object(meta).append(to: &bytes, .compact)
    bytes.append(UInt8(ascii: "}"))
    return Body(bytes)
  }

  static func failure(_ error: APIError) -> Body {
    let members: [JSONValue.Member] = [
      .init("success", false), .init("error", .text(error.message)),
      .init("code", .text(error.code.rawValue)),
    ]
    return Body(Array(JSONValue.object(members + error.members).encoded()))
  }

  private static func append(_ member: JSONValue.Member, to bytes: inout [UInt8]) {
    JSONValue.text(member.name).append(to: &bytes, .compact)
    bytes.append(UInt8(ascii: ":"))
    member.value.append(to: &bytes, .compact)
  }
}

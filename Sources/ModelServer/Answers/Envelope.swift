import ModelCatalog
import NIOCore

/// The outer JSON object of every answer.
enum Envelope {
  /// `{"success":true,"data":…,"meta":…}`; `data` is encoded JSON; `members` are added next to it.
  static func success(
    data: some Sequence<UInt8>, members: [JSONValue.Member] = [], meta: [JSONValue.Member]
  ) -> Body {
    success(members: members, meta: meta, size: data.underestimatedCount) { $0.writeBytes(data) }
  }

  /// The same with data that `write` appends, about `size` bytes, so that long ones are not copied.
  static func success(
    members: [JSONValue.Member] = [], meta: [JSONValue.Member], size: Int = 0,
    write: (inout ByteBuffer) -> Void
  ) -> Body {
    var end: [UInt8] = []
    for member in members {
      end.append(UInt8(ascii: ","))
      append(member, to: &end)
    }
    end += #","meta":"#.utf8
    JSONValue.object(meta).append(to: &end, .compact)
    end.append(UInt8(ascii: "}"))
    let beginning: StaticString = #"{"success":true,"data":"#
    var buffer = ByteBuffer()
    buffer.reserveCapacity(beginning.utf8CodeUnitCount + size + end.count)
    buffer.writeStaticString(beginning)
    write(&buffer)
    buffer.writeBytes(end)
    return Body(buffer)
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

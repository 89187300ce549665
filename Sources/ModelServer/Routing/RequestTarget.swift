import Foundation

/// The path and query of a request line, split but not decoded.
struct RequestTarget: Equatable {
  /// Path components, as sent.
  let parts: [Substring]
  let query: Substring?

  /// Nil for anything but an absolute path.
  init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    let path = text.prefix { $0 != "?" }
    parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    query = path.endIndex == text.endIndex ? nil : text[text.index(after: path.endIndex)...]
  }

  /// The values of each query parameter, in order; a plus is decoded as a space.
  func parameters() throws(APIError) -> [String: [String]] {
    var parameters: [String: [String]] = [:]
    for pair in (query ?? "").split(separator: "&") {
      let name = pair.prefix { $0 != "=" }
      let value = pair.dropFirst(name.count + 1)
      let decoded = try Self.decode(value.replacing("+", with: " "))
      parameters[try Self.decode(name.replacing("+", with: " ")), default: []].append(decoded)
    }
    return parameters
  }

  /// Decodes percent escapes; control characters are rejected.
  static func decode(_ text: some StringProtocol) throws(APIError) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var rest = text.utf8.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
        throw .badRequest("a % in the address is not followed by two hexadecimal digits")
      }
      bytes.append(high << 4 | low)
    }
    guard let decoded = String(validating: bytes, as: UTF8.self) else {
      throw .badRequest("the address is not UTF-8")
    }
    guard !decoded.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw .badRequest("the address has a control character")
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init)
  }
}

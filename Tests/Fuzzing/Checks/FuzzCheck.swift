/// What has to hold for any bytes whatever, for each of the readers of strangers' bytes.
///
/// The fuzzers look for bytes for which it does not; the tests replay what they found.
package enum FuzzCheck: String, CaseIterable, Sendable {
  /// The body of upstream's answer, and all that is made of its models.
  case payload
  /// The text of a query, and a search with it.
  case query
  /// The bytes of a terminal.
  case keys
  /// The sanitiser, and what measures and breaks text.
  case text

  /// What does not hold for these bytes, in words; nil if all is well.
  package func fault(in input: [UInt8]) -> String? {
    do throws(Fault) {
      switch self {
      case .payload: try PayloadCheck(body: input).run()
      case .query: try QueryCheck(input).run()
      case .keys: try KeysCheck(input).run()
      case .text: try TextCheck(input).run()
      }
      return nil
    } catch {
      return error.description
    }
  }

  /// Ends the program with the fault where there is one, as fuzzers want it.
  package func run(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    if let fault = fault(in: Array(UnsafeBufferPointer(start: start, count: count))) {
      fatalError(fault)
    }
    return 0
  }
}

/// Something that should hold and does not.
struct Fault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Throws the words unless the condition holds.
func require(_ condition: Bool, _ words: @autoclosure () -> String) throws(Fault) {
  if !condition { throw Fault(words()) }
}
